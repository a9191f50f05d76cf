import { classify } from '../classify.ts';
import type { Reading } from './reading.ts';
import { type ExportTarget, targetName } from './target.ts';

/** Statements that only mean something to Stillhouse or its engine, by their first words. */
const ours =
  /^(SUMMARIZE|DESCRIBE|SHOW|PRAGMA|CALL|SET|RESET|USE|ATTACH|DETACH|INSTALL|LOAD|EXPORT|IMPORT|COPY|CHECKPOINT|FORCE|VACUUM|ANALYZE|PREPARE|EXECUTE|DEALLOCATE|EXPLAIN|REFRESH|COMMENT|BEGIN|START|COMMIT|END|ROLLBACK|ABORT)$/;

const noReplace: readonly ExportTarget[] = ['redshift', 'postgresql'];
const noTemporary: readonly ExportTarget[] = ['trino', 'bigquery', 'spark', 'databricks'];

/** Why a whole statement cannot be said elsewhere; `undefined` for one that can. Notes what of a writing one may not. */
export function readStatement(reading: Reading): string | undefined {
  const { structure, source, target } = reading;
  const { lexemes } = structure;
  const words = lexemes.slice(0, 4).map(({ upper }) => upper);
  const first = words[0] ?? '';
  if (ours.test(first)) return `${first} is a statement for this engine, not a query`;
  if (first === 'CREATE' || first === 'DROP' || first === 'ALTER') {
    const kind = words.find((word) =>
      /^(TABLE|VIEW|SCHEMA|MACRO|FUNCTION|TYPE|SEQUENCE|INDEX|SECRET|AUDIENCE|MODEL)$/.test(word),
    );
    if (kind === undefined || !/^(TABLE|VIEW|SCHEMA)$/.test(kind))
      return `${first} ${kind ?? 'this'} is a statement for this engine, not a query`;
  }
  const { kind } = classify(source);
  if (kind !== 'read') {
    noteWriting(reading, first);
    readFromFirst(reading);
  }
  const at = (word: string) => lexemes.findIndex(({ upper }) => upper === word);
  const tell = (word: string, length: number, targets: readonly ExportTarget[], what: string, advice: string) => {
    const place = at(word);
    if (place >= 0 && targets.includes(target))
      reading.note({
        severity: 'missing',
        what,
        advice: `${targetName(target)} ${advice}.`,
        range: reading.range(place, place + length),
      });
  };
  if (first === 'CREATE' && words[2] === 'REPLACE' && words[3] !== 'VIEW')
    tell('OR', 2, noReplace, 'OR REPLACE', 'cannot replace a table so: drop it before');
  if (first === 'CREATE')
    tell(
      words.includes('TEMP') ? 'TEMP' : 'TEMPORARY',
      1,
      noTemporary,
      'TEMPORARY',
      'makes no temporary tables so: make a plain table, or a temporary view',
    );
  if (first === 'INSERT')
    tell(
      'CONFLICT',
      1,
      ['spark', 'databricks', 'snowflake', 'bigquery', 'redshift', 'trino'],
      'ON CONFLICT',
      'does not know it: use MERGE',
    );
  if (first === 'INSERT' && words[1] === 'OR')
    return 'INSERT OR … is not known elsewhere: use MERGE, and the statement as a whole';
  tell(
    'RETURNING',
    1,
    ['spark', 'databricks', 'snowflake', 'bigquery', 'redshift', 'trino'],
    'RETURNING',
    'gives no rows back from a statement that writes: leave it out',
  );
  return undefined;
}

function noteWriting(reading: Reading, first: string): void {
  reading.note({
    severity: 'check',
    what: first,
    advice: 'It writes where it runs, and the tables and types there may be others.',
    range: reading.range(0, 1),
  });
}

/** The translator reads a query that begins with FROM in a query only, not where a statement writes its rows. */
function readFromFirst({ structure, edits, range }: Reading): void {
  const written = structure.roots[0]?.blocks[0]?.queries.at(-1);
  if (written === undefined || structure.lexemes[written.start]?.upper !== 'FROM') return;
  const { start, end } = range(written.start, written.end);
  edits.wrap(start, end, 'SELECT * FROM (', ') AS written');
}
