import type { CsvDialect } from './dialect.ts';

const delimiterNames: Readonly<Partial<Record<string, string>>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'vertical bar',
  ' ': 'space',
};

/** A dialect in a few words each: `separated by semicolon`, `quoted with "`, `header in the first row`. */
export function dialectWords({ delimiter, quote, escape, header, skipLines, comment }: CsvDialect): string[] {
  return [
    `separated by ${delimiterNames[delimiter] ?? `“${delimiter}”`}`,
    quote === '' ? 'never quoted' : `quoted with ${quote}${escape === 'backslash' ? ', escaped with \\' : ''}`,
    header ? 'names in the first row' : 'no names in the file',
    ...(skipLines > 0 ? [`${skipLines} ${skipLines === 1 ? 'line' : 'lines'} above the table left out`] : []),
    ...(comment === '' ? [] : [`lines starting with ${comment} are remarks`]),
  ];
}
