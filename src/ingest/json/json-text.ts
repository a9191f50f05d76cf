import { space } from './bytes.ts';
import { Scanner } from './scanner.ts';
import { skipValue } from './skip.ts';

const starts = new Uint8Array(256);
for (const first of ' \t\n\r"{[-0123456789tfnNI') starts[first.charCodeAt(0)] = 1;

/** Whether a text reads as JSON: `12`, `null`, `"a"`, `[1]`, but not `abc` or `012`. */
export function isJsonText(bytes: Uint8Array, start: number, end: number): boolean {
  if (starts[bytes[start] ?? 0] === 0) return false;
  const probe = new Scanner(false);
  probe.bytes = new Uint8Array(end - start + space);
  probe.bytes.set(bytes.subarray(start, end));
  probe.end = end - start;
  return skipValue(probe) && probe.atEnd();
}
