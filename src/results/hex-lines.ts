/** One line of a hex dump: `00000010  4f 6e …  On…`; `perLine` bytes from `offset` on. */
export function hexLine(bytes: Uint8Array, offset: number, perLine: number): string {
  const part = bytes.subarray(offset, offset + perLine);
  const pairs = [...part].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const characters = [...part].map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·')).join('');
  return `${offset.toString(16).padStart(8, '0')}  ${pairs.padEnd(perLine * 3 - 1)}  ${characters}`;
}
