import { type HostEvent, hostEventSchema } from '../../src/host/host.ts';

/** Milliseconds until a feed that ended is asked for again. */
const patienceMs = 2000;

/** Hears the events of the loopback server: one JSON line each. Returns the way to stop listening. */
export function listenToFeed(token: string, listener: (event: HostEvent) => void): () => void {
  const stopping = new AbortController();
  void follow(token, listener, stopping.signal);
  return () => {
    stopping.abort();
  };
}

async function follow(token: string, listener: (event: HostEvent) => void, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const response = await fetch('/api/events', { headers: { 'x-stillhouse-token': token }, signal });
      if (response.ok && response.body !== null) await readLines(response.body, listener);
    } catch {
      // A server that stopped is noticed by the next call; until it is back there is nothing to hear.
    }
    await new Promise((resolve) => setTimeout(resolve, patienceMs));
  }
}

async function readLines(body: ReadableStream<BufferSource>, listener: (event: HostEvent) => void): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines.filter((text) => text !== '')) {
      const parsed = hostEventSchema.safeParse(JSON.parse(line));
      if (parsed.success) listener(parsed.data);
    }
  }
}
