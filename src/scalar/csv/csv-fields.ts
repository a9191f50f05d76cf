/** How the fields of a line are told apart. */
export interface CsvForm {
  readonly separator: string;
  readonly quote: string;
}

const escape = '\\';

/**
 * The fields of the first line of a CSV text, as `from_csv` of Spark has them read: a quoted field may hold separators and
 * line ends, and its quotes stand behind a backslash or twice.
 */
export function csvFields(text: string, { separator, quote }: CsvForm): readonly string[] {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    const opens = quote !== '' && text.startsWith(quote, at);
    const { value, end } = opens ? quotedField(text, at + quote.length, quote) : { value: '', end: at };
    const stop = fieldEnd(text, end, separator);
    fields.push(value + text.slice(end, stop));
    if (!text.startsWith(separator, stop)) return fields;
    at = stop + separator.length;
  }
}

function quotedField(text: string, start: number, quote: string): { readonly value: string; readonly end: number } {
  let value = '';
  for (let at = start; at < text.length; at++) {
    const isEscaped = text[at] === escape && (text.startsWith(quote, at + 1) || text[at + 1] === escape);
    const isTwice = text.startsWith(quote + quote, at);
    if (isEscaped || isTwice) value += text[++at] ?? '';
    else if (text.startsWith(quote, at)) return { value, end: at + quote.length };
    else value += text[at] ?? '';
  }
  return { value, end: text.length };
}

function fieldEnd(text: string, start: number, separator: string): number {
  const ends = [separator, '\n', '\r'].map((mark) => text.indexOf(mark, start)).filter((at) => at >= 0);
  return Math.min(text.length, ...ends);
}
