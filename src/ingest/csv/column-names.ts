import type { ImportNote } from '../contract.ts';

/** Column names that are neither empty nor double, and what had to be changed. */
export interface ColumnNames {
  readonly names: readonly string[];
  readonly notes: readonly ImportNote[];
}

/**
 * The names of a header for `fieldCount` fields: blanks around them go, an empty or missing one becomes `column_3`, a second
 * `id` or `ID` becomes `id_2` or `ID_2`. A header with exactly one name too few lacks that of the first column, as R writes
 * it, unless the last column is empty (`lastIsEmpty`).
 */
export function columnNames(header: readonly (string | null)[], fieldCount: number, lastIsEmpty: boolean): ColumnNames {
  const shifted = header.length === fieldCount - 1 && fieldCount > 1 && !lastIsEmpty && header.length > 0;
  const given = shifted ? [null, ...header] : header.slice(0, fieldCount);
  const unused = header.slice(fieldCount).filter((name) => (name ?? '').trim() !== '');
  const used = new Set<string>();
  const next = new Map<string, number>();
  let unnamed = 0;
  let renamed = 0;
  const wanted = Array.from({ length: fieldCount }, (_, index) => (given[index] ?? '').replaceAll('\0', '').trim());
  const reserved = new Set(wanted.map((name) => name.toLowerCase()));
  const names = wanted.map((name, index) => {
    if (name === '') unnamed++;
    const base = name === '' ? `column_${index + 1}` : name;
    const unique = freeName(base, name !== '', used, reserved, next);
    if (name !== '' && unique !== name) renamed++;
    used.add(unique.toLowerCase());
    return unique;
  });
  const notes: ImportNote[] = [
    {
      code: 'unnamed-column',
      message: 'Columns without a name were numbered.',
      count: header.length > 0 ? unnamed : 0,
    },
    { code: 'renamed-column', message: 'Columns with the name of another were renamed.', count: renamed },
    {
      code: 'unused-name',
      message: `The header has more names than the records have fields: ${unused.join(', ')} is not used.`,
      count: unused.length,
    },
    {
      code: 'shifted-header',
      message:
        'The header has one name less than the records have fields: the first column is taken to be the unnamed one.',
      count: shifted ? 1 : 0,
    },
  ];
  return { names, notes: notes.filter(({ count }) => count > 0) };
}

/** Tries suffixes from where the last search for the same name ended, so that thousands of equal names stay cheap. */
function freeName(
  base: string,
  isGiven: boolean,
  used: ReadonlySet<string>,
  reserved: ReadonlySet<string>,
  next: Map<string, number>,
): string {
  if (!used.has(base.toLowerCase()) && (isGiven || !reserved.has(base.toLowerCase()))) return base;
  const isTaken = (name: string) => used.has(name.toLowerCase()) || reserved.has(name.toLowerCase());
  let suffix = next.get(base.toLowerCase()) ?? 2;
  while (isTaken(`${base}_${suffix}`)) suffix++;
  next.set(base.toLowerCase(), suffix + 1);
  return `${base}_${suffix}`;
}
