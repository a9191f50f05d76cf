import type { SampleRecord } from './sample.ts';

/** What stands in a file before its table and between its records. */
export interface TopChoice {
  /** Physical lines before the first record of the table. */
  readonly skipLines: number;
  readonly skipEvidence: string;
  readonly comment: string;
  readonly commentEvidence: string;
}

const remark = '#';

/** Titles that a spreadsheet pads with delimiters fill one cell of at least this many. */
const paddedFrom = 3;
const mostPaddedTitles = 10;

/** Finds title lines above the table and lines that are remarks, by their number of fields. */
export function sniffTop(records: readonly SampleRecord[], fieldCount: number): TopChoice {
  const marked = records.filter(({ text }) => text.startsWith(remark));
  const areRemarks = marked.length > 0 && marked.every(({ cells }) => cells.length !== fieldCount);
  const comment = areRemarks ? remark : '';
  const lines = records.filter((record) => !record.isBlank && !(areRemarks && record.text.startsWith(remark)));
  const first = lines.findIndex((_, index) => startsTable(lines, index, fieldCount));
  const start = lines[first]?.line ?? 1;
  const onlyRemarks = records
    .filter(({ line }) => line < start)
    .every(({ text }) => areRemarks && text.startsWith(remark));
  const skipLines = first < 0 || onlyRemarks ? 0 : start - 1;
  return {
    skipLines,
    skipEvidence:
      skipLines === 0
        ? 'the table starts at the top'
        : `the first line with ${fieldCount} filled fields is line ${start}`,
    comment,
    commentEvidence: areRemarks
      ? `${marked.length} lines start with ${remark} and have no ${fieldCount} fields`
      : `no line that starts with ${remark} looks like a remark`,
  };
}

function startsTable(lines: readonly SampleRecord[], index: number, fieldCount: number): boolean {
  const cells = lines[index]?.cells ?? [];
  const isHeaderOneShort = cells.length === fieldCount - 1 && cells.length > 1;
  if (cells.length < fieldCount && !isHeaderOneShort) return false;
  const next = lines[index + 1];
  if (isHeaderOneShort && next?.cells.length !== fieldCount) return false;
  const mayBeTitle = fieldCount >= paddedFrom && index < mostPaddedTitles && next !== undefined;
  const isPaddedTitle = mayBeTitle && filledCells(cells) <= 1;
  return !isPaddedTitle || !lines.slice(index + 1).some((line) => filledCells(line.cells) >= fieldCount - 1);
}

function filledCells(cells: SampleRecord['cells']): number {
  return cells.filter((cell) => (cell ?? '').trim() !== '').length;
}
