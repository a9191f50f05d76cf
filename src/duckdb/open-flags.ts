/** DuckDB's own bits for opening a file (`FileOpenFlags`). */
const readFlag = 1 << 0;
const writeFlag = 1 << 1;
const createFlag = 1 << 3;
const createNewFlag = 1 << 4;
const appendFlag = 1 << 5;
const nullIfNotExistsFlag = 1 << 7;
const nullIfExistsFlag = 1 << 10;

export interface OpenFlags {
  readonly read: boolean;
  readonly write: boolean;
  readonly create: boolean;
  readonly truncate: boolean;
  readonly append: boolean;
  /** Answer "no file" instead of failing. */
  readonly nullIfMissing: boolean;
  readonly nullIfPresent: boolean;
}

export function parseOpenFlags(bits: number): OpenFlags {
  const has = (flag: number) => (bits & flag) !== 0;
  return {
    read: has(readFlag),
    write: has(writeFlag),
    create: has(createFlag) || has(createNewFlag),
    truncate: has(createNewFlag),
    append: has(appendFlag),
    nullIfMissing: has(nullIfNotExistsFlag),
    nullIfPresent: has(nullIfExistsFlag),
  };
}
