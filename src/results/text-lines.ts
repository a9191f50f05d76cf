/** How far back from the edge a line is broken at a space, as a share of its width. */
const spaceShare = 0.4;

/**
 * Where the lines of a text begin when it is broken at line ends and to `width` UTF-16 units: at a space where one is near
 * the edge, never inside a surrogate pair. Line `i` goes from `starts[i]` up to `starts[i + 1]`, its line end included; a
 * line end at the very end begins no line.
 */
export function breakLines(text: string, width: number): Int32Array<ArrayBuffer> {
  let starts = new Int32Array(Math.max(16, Math.ceil(text.length / width) + 16));
  let count = 0;
  const add = (start: number) => {
    if (count === starts.length) {
      const larger = new Int32Array(starts.length * 2);
      larger.set(starts);
      starts = larger;
    }
    starts[count++] = start;
  };
  add(0);
  let start = 0;
  while (start < text.length) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd + 1;
    const visible = lineEnd < 0 ? end : lineEnd;
    while (visible - start > width) {
      start = breakBefore(text, start, width);
      add(start);
    }
    start = end;
    if (start < text.length) add(start);
  }
  add(text.length);
  return starts.slice(0, count);
}

function breakBefore(text: string, start: number, width: number): number {
  const edge = start + width;
  const furthest = edge - Math.floor(width * spaceShare);
  for (let at = edge; at > furthest; at--) if (text.charCodeAt(at) === 0x20) return at + 1;
  const unit = text.charCodeAt(edge);
  return unit >= 0xdc00 && unit <= 0xdfff && width > 1 ? edge - 1 : edge;
}
