import { leftOperand } from './operands.ts';
import { plainPiece } from './piece.ts';
import type { Reading } from './reading.ts';
import { type ExportTarget, targetName } from './target.ts';

/** Types that only DuckDB has, as the smallest type that holds the same values and that every target has. */
const everywhere: Readonly<Record<string, string>> = {
  UTINYINT: 'SMALLINT',
  USMALLINT: 'INTEGER',
  UINTEGER: 'BIGINT',
  UBIGINT: 'DECIMAL(20, 0)',
  HUGEINT: 'DECIMAL(38, 0)',
  INT128: 'DECIMAL(38, 0)',
  UHUGEINT: 'DECIMAL(38, 0)',
  TIMESTAMP_S: 'TIMESTAMP',
  TIMESTAMP_MS: 'TIMESTAMP',
  TIMESTAMP_US: 'TIMESTAMP',
  TIMESTAMP_NS: 'TIMESTAMP',
};

const bigQueryWide: Readonly<Record<string, string>> = {
  HUGEINT: 'BIGNUMERIC',
  INT128: 'BIGNUMERIC',
  UHUGEINT: 'BIGNUMERIC',
};

/** Types that a target lacks, with what holds such values there. */
const lacking: readonly (readonly [type: RegExp, targets: readonly ExportTarget[], advice: string])[] = [
  [/^TIME$/, ['spark', 'databricks'], 'has no type for a time of day; keep it as text or as seconds'],
  [
    /^(UNION|ENUM|BIT)$/,
    ['spark', 'databricks', 'snowflake', 'bigquery', 'redshift', 'trino'],
    'has no such type; use text',
  ],
  [/^STRUCT$/, ['redshift', 'postgresql'], 'has no type for such values; use SUPER, JSONB or a column for each field'],
  [/^MAP$/, ['bigquery', 'redshift', 'postgresql'], 'has no maps; use a list of pairs, SUPER or JSONB'],
  [/^INTERVAL$/, ['snowflake'], 'keeps no intervals in columns; keep a number of days or seconds'],
];

/** Says types in words that the translator and the target know, and tells of those that cannot be said. */
export function readTypes(reading: Reading): void {
  const { structure, edits, target } = reading;
  const { lexemes, groups } = structure;
  lexemes.forEach((lexeme, at) => {
    if (lexeme.kind !== 'word' || lexemes[at - 1]?.raw === '.' || lexemes[at + 1]?.raw === '.') return;
    const wide = (target === 'bigquery' ? bigQueryWide[lexeme.upper] : undefined) ?? everywhere[lexeme.upper];
    if (wide !== undefined) edits.replace(lexeme.start, lexeme.end, wide);
    const cast = castAt(reading, at);
    if (cast === undefined) return;
    for (const [type, targets, advice] of lacking) {
      if (!type.test(lexeme.upper) || !targets.includes(target)) continue;
      reading.note({
        severity: 'missing',
        what: lexeme.upper,
        advice: `${targetName(target)} ${advice}.`,
        range: reading.range(at, at + 1),
      });
    }
    if (target === 'redshift' && lexemes[at + 1]?.raw === '[')
      reading.note({
        severity: 'missing',
        what: `${lexeme.upper}[]`,
        advice: 'Redshift keeps lists as SUPER: cast with JSON_PARSE.',
        range: reading.range(at, at + 1),
      });
    if (lexeme.upper === 'UUID' && (target === 'snowflake' || target === 'redshift'))
      edits.replace(lexeme.start, lexeme.end, 'VARCHAR');
    const parameters = groups.get(at + 1);
    if (
      /^(DECIMAL|NUMERIC)$/.test(lexeme.upper) &&
      target === 'bigquery' &&
      lexemes[at + 2]?.kind === 'number' &&
      parameters !== undefined
    )
      roundAfterCast(reading, cast, at, parameters.close);
    if (lexeme.upper === 'JSON') readJson(reading, cast, at);
  });
  readTryCasts(reading);
}

interface Cast {
  /** Lexemes of the whole cast, end exclusive. */
  readonly start: number;
  /** Lexemes of what is cast. */
  readonly from: number;
  readonly to: number;
  /** The closing bracket of `CAST(…)`; none of `a::b`. */
  readonly close: number | undefined;
}

/** The cast whose type begins at a lexeme. */
function castAt({ structure }: Reading, at: number): Cast | undefined {
  const { lexemes, groups } = structure;
  if (lexemes[at - 1]?.raw === '::') {
    const start = leftOperand(structure, at - 1);
    return { start, from: start, to: at - 1, close: undefined };
  }
  if (lexemes[at - 1]?.upper !== 'AS') return undefined;
  const around = [...groups.values()]
    .filter(({ open, close }) => open < at && at < close)
    .sort((a, b) => b.open - a.open)[0];
  if (around === undefined || !/^(TRY_)?CAST$/.test(lexemes[around.open - 1]?.upper ?? '')) return undefined;
  return { start: around.open - 1, from: around.open + 1, to: at - 1, close: around.close };
}

/** BigQuery casts to a decimal without scale; rounding afterwards gives the same value. */
function roundAfterCast(reading: Reading, { start, close }: Cast, at: number, end: number): void {
  const { lexemes } = reading.structure;
  const [precision, scale] = [Number(lexemes[at + 2]?.raw), Number(lexemes[at + 4]?.raw ?? 0)];
  const type = reading.range(at, end + 1);
  reading.edits.replace(type.start, type.end, scale > 9 || precision - scale > 29 ? 'BIGNUMERIC' : 'NUMERIC');
  const whole = reading.range(start, (close ?? end) + 1);
  const piece = {
    ...plainPiece('cast decimal', `DECIMAL(${precision}, ${scale})`, whole, 1),
    literals: [String(scale)],
  };
  reading.edits.wrap(whole.start, whole.end, `${reading.keep(piece)}(`, ')');
}

function readJson(reading: Reading, { start, from, to, close }: Cast, at: number): void {
  const whole = reading.range(start, (close ?? at) + 1);
  const inner = reading.range(from, to);
  const piece = plainPiece('cast json', 'JSON', reading.range(at, at + 1), 1);
  if (close !== undefined) reading.edits.replace(whole.start, inner.start, `${reading.keep(piece)}(`);
  else reading.edits.wrap(inner.start, inner.end, `${reading.keep(piece)}(`, '');
  reading.edits.replace(inner.end, whole.end, ')');
}

/** A cast that gives NULL instead of failing is lost on these two by the translator. */
function readTryCasts({ structure, target, edits, keep, range }: Reading): void {
  if (target !== 'redshift' && target !== 'postgresql') return;
  structure.lexemes.forEach((lexeme, at) => {
    const group = structure.groups.get(at + 1);
    if (lexeme.upper !== 'TRY_CAST' || group === undefined) return;
    const whole = range(at, group.close + 1);
    edits.wrap(whole.start, whole.end, `${keep(plainPiece('try_cast', 'TRY_CAST', range(at, at + 1), 1))}(`, ')');
  });
}
