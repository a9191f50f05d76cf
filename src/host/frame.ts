/**
 * A message with at most one block of bytes, for channels that carry only bytes: the length of the JSON part as
 * 32 bits little-endian, the JSON part, the bytes.
 */
export function encodeFrame(value: unknown): Uint8Array<ArrayBuffer> {
  let payload: Uint8Array = new Uint8Array(0);
  const json = JSON.stringify({ value }, (_, item: unknown) => {
    if (!(item instanceof Uint8Array)) return item;
    payload = item;
    return bytesMark;
  });
  const head = new TextEncoder().encode(json);
  const frame = new Uint8Array(4 + head.length + payload.length);
  new DataView(frame.buffer).setUint32(0, head.length, true);
  frame.set(head, 4);
  frame.set(payload, 4 + head.length);
  return frame;
}

/** Reads what `encodeFrame` wrote. Throws on anything else. */
export function decodeFrame(frame: Uint8Array<ArrayBuffer>): unknown {
  const length = new DataView(frame.buffer, frame.byteOffset, frame.byteLength).getUint32(0, true);
  const payload = frame.slice(4 + length);
  const parsed = JSON.parse(new TextDecoder().decode(frame.subarray(4, 4 + length)), (_, item: unknown) =>
    item === bytesMark ? payload : item,
  ) as { readonly value?: unknown }; // checked by the caller's schema
  return parsed.value;
}

const bytesMark = '\u0000bytes';
