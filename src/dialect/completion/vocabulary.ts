import type { Block, ClauseKind } from '../structure/nodes.ts';

const list = (text: string): readonly string[] => text.split(' | ');

/** Words that begin a statement this engine can run; INSTALL, LOAD and the like are left out on purpose. */
export const statementWords = list(
  'SELECT | FROM | WITH | INSERT INTO | UPDATE | DELETE FROM | CREATE TABLE | CREATE OR REPLACE TABLE | CREATE VIEW | ' +
    'CREATE OR REPLACE VIEW | CREATE MACRO | CREATE OR REPLACE MACRO | CREATE TEMP TABLE | CREATE SCHEMA | CREATE TYPE | ALTER TABLE | DROP TABLE | DROP VIEW | ' +
    'DROP MACRO | DESCRIBE | SUMMARIZE | SHOW TABLES | PIVOT | UNPIVOT | VALUES | EXPLAIN | EXPLAIN ANALYZE | MERGE INTO | ' +
    'SET VARIABLE | BEGIN | COMMIT | ROLLBACK | TRUNCATE | COMMENT ON | USE | CALL | PRAGMA | PREPARE | EXECUTE | COPY | CHECKPOINT',
);

/** Words that begin a query. */
export const queryWords = list('SELECT | FROM | WITH | VALUES | DESCRIBE | SUMMARIZE | PIVOT | UNPIVOT');

/** Words that begin an operand. */
export const operandWords = list(
  'CASE WHEN $0 THEN  END | NOT | NULL | TRUE | FALSE | EXISTS | CAST($0 AS ) | TRY_CAST($0 AS ) | INTERVAL | DATE | TIMESTAMP | COLUMNS($0)',
);

/** Words that may follow an operand in any expression. */
export const operatorWords = list(
  'AND | OR | IS NULL | IS NOT NULL | IN ($0) | NOT IN ($0) | LIKE | NOT LIKE | ILIKE | BETWEEN | IS DISTINCT FROM | IS NOT DISTINCT FROM | SIMILAR TO | GLOB | COLLATE',
);

/** Words that may follow a table in FROM, joins first. */
export const afterTable = list(
  'AS | JOIN | LEFT JOIN | INNER JOIN | RIGHT JOIN | FULL JOIN | CROSS JOIN | SEMI JOIN | ANTI JOIN | ASOF JOIN | ' +
    'ASOF LEFT JOIN | POSITIONAL JOIN | NATURAL JOIN | TABLESAMPLE | PIVOT ($0) | UNPIVOT ($0)',
);

const following: readonly (readonly [ClauseKind, string])[] = [
  ['select', 'SELECT'],
  ['from', 'FROM'],
  ['where', 'WHERE'],
  ['group', 'GROUP BY'],
  ['having', 'HAVING'],
  ['window', 'WINDOW'],
  ['qualify', 'QUALIFY'],
  ['order', 'ORDER BY'],
  ['limit', 'LIMIT'],
  ['limit', 'OFFSET'],
  ['sample', 'USING SAMPLE'],
];

const order: readonly ClauseKind[] = [
  'from',
  'on',
  'using',
  'where',
  'group',
  'having',
  'window',
  'qualify',
  'order',
  'limit',
  'sample',
];
const setWords = list('UNION ALL | UNION | UNION ALL BY NAME | INTERSECT | EXCEPT');

/** The clauses that may follow a clause of a query and that it does not have yet. */
export function clausesAfter(block: Block, clause: ClauseKind): string[] {
  const present = new Set(block.clauses.map((each) => each.kind));
  const from = order.indexOf(clause);
  const words = following
    .filter(([kind, word]) => {
      if (present.has(kind)) return kind === 'limit' && word === 'OFFSET' && clause === 'limit';
      if (kind === 'select') return /^(from|on|using|where)$/.test(clause) && !present.has('select');
      return clause === 'select' || order.indexOf(kind) > from;
    })
    .map(([, word]) => word);
  return [...words, ...setWords];
}

/** What may come right after a word, whatever stands around it. */
export const afterWord: Readonly<Partial<Record<string, readonly string[]>>> = {
  PARTITION: ['BY'],
  UNION: list('ALL | ALL BY NAME | BY NAME | SELECT | FROM'),
  INTERSECT: list('SELECT | FROM | ALL'),
  EXCEPT: list('SELECT | FROM | ALL'),
  IS: list('NULL | NOT NULL | DISTINCT FROM | NOT DISTINCT FROM | TRUE | FALSE'),
  NULLS: list('FIRST | LAST'),
  INNER: ['JOIN'],
  CROSS: ['JOIN'],
  SEMI: ['JOIN'],
  ANTI: ['JOIN'],
  POSITIONAL: ['JOIN'],
  ASOF: list('JOIN | LEFT JOIN'),
  NATURAL: list('JOIN | LEFT JOIN | FULL JOIN'),
  FULL: list('JOIN | OUTER JOIN'),
  OUTER: ['JOIN'],
  WITHIN: ['GROUP (ORDER BY $0)'],
  OVER: ['($0)'],
  FILTER: ['(WHERE $0)'],
  SIMILAR: ['TO'],
  ROWS: list('BETWEEN | UNBOUNDED PRECEDING | CURRENT ROW'),
  RANGE: list('BETWEEN | UNBOUNDED PRECEDING | CURRENT ROW'),
  GROUPS: list('BETWEEN | UNBOUNDED PRECEDING | CURRENT ROW'),
  UNBOUNDED: list('PRECEDING | FOLLOWING'),
  CURRENT: ['ROW'],
  MATERIALIZED: ['($0)'],
};

/** What may stand inside `OVER (…)`. */
export const windowWords = list(
  'PARTITION BY | ORDER BY | ROWS BETWEEN $0 PRECEDING AND CURRENT ROW | RANGE BETWEEN | ROWS | RANGE | GROUPS | EXCLUDE CURRENT ROW',
);

/** Units of dates, as date_trunc and EXTRACT take them. */
export const dateParts = list(
  'year | quarter | month | week | day | hour | minute | second | millisecond | microsecond | decade | century | millennium | ' +
    'dayofweek | isodow | dayofyear | weekyear | isoyear | epoch | era | julian | yearweek',
);

/** Built-in type names. */
export const typeNames = list(
  'INTEGER | BIGINT | DOUBLE | DECIMAL(18, 2) | VARCHAR | BOOLEAN | DATE | TIMESTAMP | TIME | INTERVAL | TINYINT | SMALLINT | HUGEINT | ' +
    'UTINYINT | USMALLINT | UINTEGER | UBIGINT | UHUGEINT | FLOAT | BLOB | BIT | UUID | TIMESTAMP_S | TIMESTAMP_MS | TIMESTAMP_NS | ' +
    'TIMESTAMP WITH TIME ZONE | STRUCT($0) | MAP($0, ) | UNION($0) | ENUM($0) | INTEGER[] | VARCHAR[]',
);
