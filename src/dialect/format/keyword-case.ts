import { isReserved } from '../keywords.ts';
import type { Lexeme } from '../lexeme.ts';

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Keywords that are also functions or types: in front of a bracket they stay as the user wrote them. */
const alsoFunctions = set('LEFT RIGHT MAP STRUCT ARRAY COLUMNS GLOB UNPACK LAMBDA');
/** Not reserved, yet never read as names by people. */
const alwaysKeywords = set('BETWEEN EXISTS CAST TRY_CAST');
const statementStarts = set(
  'INSERT UPDATE DELETE MERGE ALTER DROP SET RESET EXPLAIN CALL COPY PRAGMA ATTACH DETACH USE TRUNCATE BEGIN COMMIT ROLLBACK ' +
    'PREPARE EXECUTE DEALLOCATE COMMENT CHECKPOINT VALUES VACUUM',
);
const objectWords = set(
  'REPLACE TEMP TEMPORARY VIEW MACRO FUNCTION SCHEMA TYPE INDEX SEQUENCE IF EXISTS RECURSIVE ENUM',
);
const queryWords = set('SELECT FROM WITH VALUES NOT MATERIALIZED TABLE PIVOT UNPIVOT');

/** Words that are keywords in the company of another: `PARTITION` before `BY`. */
const before: Readonly<Partial<Record<string, RegExp>>> = {
  PARTITION: /^BY$/,
  NULLS: /^(FIRST|LAST)$/,
  ROWS: /^(BETWEEN|UNBOUNDED|CURRENT|\d+)$/,
  RANGE: /^(BETWEEN|UNBOUNDED|CURRENT|INTERVAL)$/,
  GROUPS: /^(BETWEEN|UNBOUNDED|CURRENT|\d+)$/,
  UNBOUNDED: /^(PRECEDING|FOLLOWING)$/,
  CURRENT: /^ROW$/,
  WITHIN: /^GROUP$/,
  VALUES: /^\($/,
  INTERVAL: /^(\d.*|'.*|\()$/,
  TIME: /^ZONE$/,
};

const after: Readonly<Partial<Record<string, RegExp>>> = {
  OVER: /^\)$/,
  FILTER: /^\)$/,
  FIRST: /^NULLS$/,
  LAST: /^NULLS$/,
  ROW: /^CURRENT$/,
  RECURSIVE: /^WITH$/,
  MATERIALIZED: /^(AS|NOT)$/,
  EXCLUDE: /^(\*|\))$/,
  REPLACE: /^(\*|\)|OR)$/,
  RENAME: /^(\*|\))$/,
  NAME: /^BY$/,
  MATCHED: /^(WHEN|NOT)$/,
  CONFLICT: /^ON$/,
  NOTHING: /^DO$/,
  ORDINALITY: /^WITH$/,
  VARIABLE: /^SET$/,
  TRANSACTION: /^BEGIN$/,
  KEY: /^(PRIMARY|FOREIGN)$/,
  SAMPLE: /^USING$/,
  UPDATE: /^(THEN|DO)$/,
  INSERT: /^THEN$/,
  DELETE: /^THEN$/,
  SET: /^UPDATE$/,
  IGNORE: /^OR$/,
  ZONE: /^TIME$/,
};

const alterNext = /^(COLUMN|TO|PRIMARY|CONSTRAINT)$/;

/** Whether the word at an index is a keyword where it stands, so that it may be written in capitals. */
export function isKeywordAt(lexemes: readonly Lexeme[], index: number): boolean {
  const lexeme = lexemes[index];
  if (lexeme?.kind !== 'word') return false;
  const { upper } = lexeme;
  const previous = lexemes[index - 1]?.upper ?? '';
  const next = lexemes[index + 1]?.upper ?? '';
  if (previous === '.' || next === '.' || next === ':=') return false;
  if (previous === 'AS' && !queryWords.has(upper)) return false;
  if (next === '(' && alsoFunctions.has(upper)) return false;
  if (isReserved(upper)) return !(upper === 'MAP' || upper === 'STRUCT');
  if (alwaysKeywords.has(upper)) return next !== ',';
  if (index === 0 && statementStarts.has(upper)) return true;
  if (objectWords.has(upper) && namesObject(lexemes, index)) return true;
  if (/^(PRECEDING|FOLLOWING)$/.test(upper)) return /^(UNBOUNDED|\d+|\)|[A-Z]+)$/.test(previous);
  if (lexemes[0]?.upper === 'ALTER' && /^(ADD|RENAME|ALTER|TYPE)$/.test(upper)) return alterNext.test(next);
  if (upper === 'SET') return isAssignment(lexemes, index);
  return before[upper]?.test(next) === true || after[upper]?.test(previous) === true;
}

/** Whether all words up to here only say what kind of thing CREATE, DROP or ALTER is about. */
function namesObject(lexemes: readonly Lexeme[], index: number): boolean {
  const first = lexemes[0]?.upper ?? '';
  if (!/^(CREATE|DROP|ALTER)$/.test(first)) return false;
  return lexemes
    .slice(1, index)
    .every((lexeme) => objectWords.has(lexeme.upper) || /^(OR|NOT|TABLE|UNIQUE|AS)$/.test(lexeme.upper));
}

/** `SET name = …` of an UPDATE or MERGE. */
function isAssignment(lexemes: readonly Lexeme[], index: number): boolean {
  return (
    /^(UPDATE|INSERT|MERGE|WITH)$/.test(lexemes[0]?.upper ?? '') &&
    lexemes.slice(index + 1, index + 5).some((lexeme) => lexeme.raw === '=')
  );
}
