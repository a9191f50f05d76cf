/** The shortest text that reads back as the same double. */
export function doubleText(value: number): string {
  if (Object.is(value, -0)) return '-0';
  return String(value);
}

/** The shortest text that reads back as the same 32-bit float. */
export function singleText(value: number): string {
  for (let precision = 6; precision < 10; precision++) {
    const text = Number(value.toPrecision(precision));
    if (Math.fround(text) === value) return doubleText(text);
  }
  return doubleText(value);
}

/** Printable ASCII as it is, every other byte as `\xHH`: the engine's own text form of a BLOB. */
export function blobText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    const printable = byte >= 32 && byte < 127 && byte !== 92 && byte !== 39 && byte !== 34;
    text += printable ? String.fromCharCode(byte) : `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return text;
}
