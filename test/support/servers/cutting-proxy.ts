import net from 'node:net';
import type { TestServer } from './server-process.ts';

export interface CuttingProxy extends TestServer {
  readonly port: number;
  /** Lets so many more bytes through to the server, then cuts every connection; `Infinity` stops cutting. */
  cutAfter(bytes: number): void;
  /** Connections cut so far. */
  readonly cuts: number;
}

/** A line to a server on loopback that breaks when it is told to. */
export async function startCuttingProxy(target: number): Promise<CuttingProxy> {
  let left = Infinity;
  let cuts = 0;
  const sockets = new Set<net.Socket>();
  const server = net.createServer({ noDelay: true }, (incoming) => {
    const outgoing = net.connect({ port: target, host: '127.0.0.1', noDelay: true });
    const cut = () => {
      incoming.resetAndDestroy();
      outgoing.destroy();
    };
    sockets.add(incoming);
    incoming.on('data', (bytes) => {
      left -= bytes.length;
      if (left < 0) {
        cuts++;
        cut();
      } else {
        outgoing.write(bytes);
      }
    });
    outgoing.on('data', (bytes) => incoming.write(bytes));
    for (const socket of [incoming, outgoing]) socket.on('error', cut).on('close', cut);
    incoming.on('close', () => sockets.delete(incoming));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return {
    port: address.port,
    cutAfter(bytes) {
      left = bytes;
    },
    get cuts() {
      return cuts;
    },
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
