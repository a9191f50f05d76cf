/** Blanks are space and tab: they may surround a number or a date without being part of it. */
export const blanks = ' \t';

/** The text without the blanks around it. */
export function withoutBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && blanks.includes(text.charAt(start))) start++;
  while (end > start && blanks.includes(text.charAt(end - 1))) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}
