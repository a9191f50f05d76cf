/** How many characters must be put in, left out or replaced to make one text of the other; characters are code points. */
export function levenshtein(left: string, right: string): number {
  const [from, to] = [Array.from(left), Array.from(right)];
  let row = Array.from({ length: to.length + 1 }, (_, place) => place);
  for (const [index, character] of from.entries()) {
    const next = [index + 1];
    for (const [place, other] of to.entries()) {
      const replaced = (row[place] ?? 0) + (character === other ? 0 : 1);
      next.push(Math.min(replaced, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
