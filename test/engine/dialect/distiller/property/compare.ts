import { queryRows } from '../../../../../src/catalog/store/execute.ts';
import { rawSql } from '../../../../../src/core/sql.ts';
import type { Session } from '../../../../../src/engine/engine.ts';
import { type Node, writeText, writeTwin } from './node.ts';
import { translate } from './translate.ts';
import { tableName } from './values.ts';

/** How the translation of an expression differs from its twin. */
export interface Difference {
  readonly expression: Node;
  readonly message: string;
}

/** The expressions whose translation gives other values, or values of another type, than their twins. */
export async function findDifferences(session: Session, expressions: readonly Node[]): Promise<readonly Difference[]> {
  const places = await differingPlaces(session, expressions);
  const [only] = expressions;
  if (only !== undefined && expressions.length === 1) {
    const message =
      typeof places === 'string' ? places : places.length > 0 ? await firstDifference(session, only) : undefined;
    return message === undefined ? [] : [{ expression: only, message }];
  }
  const middle = expressions.length >> 1;
  const parts =
    typeof places === 'string'
      ? [expressions.slice(0, middle), expressions.slice(middle)]
      : places.map((place) => expressions.slice(place, place + 1));
  const found: Difference[] = [];
  for (const part of parts) found.push(...(await findDifferences(session, part)));
  return found;
}

/** Where the sides differ in a row, or why they could not be compared. */
async function differingPlaces(session: Session, expressions: readonly Node[]): Promise<readonly number[] | string> {
  try {
    const tests = expressions.map((_, index) => `CASE WHEN ${differs(index)} THEN ${index} END`);
    const rows = await queryRows(
      session,
      rawSql(`${sides(expressions)}
SELECT DISTINCT unnest([${tests.join(', ')}]) AS place
FROM a JOIN b USING (row_number)`),
    );
    return rows.flatMap(({ place }) => (typeof place === 'number' ? [place] : []));
  } catch (error) {
    return failure(error);
  }
}

async function firstDifference(session: Session, expression: Node): Promise<string> {
  const [row] = await queryRows(
    session,
    rawSql(`${sides([expression])}
SELECT row_number, ${shown('a', 0)} AS translated, typeof(a.c0) AS "type", ${shown('b', 0)} AS twin, typeof(b.c0) AS "type of twin"
FROM a JOIN b USING (row_number)
WHERE ${differs(0)}
LIMIT 1`),
  );
  return JSON.stringify(row);
}

function sides(expressions: readonly Node[]): string {
  const items = expressions.map((expression, index) => `${writeText(expression)} AS c${index}`);
  const twins = expressions.map((expression, index) => `${writeTwin(expression)} AS c${index}`);
  return `WITH a AS MATERIALIZED (
${translate(`SELECT t.id AS row_number, ${items.join(', ')} FROM ${tableName}`)}
), b AS MATERIALIZED (
SELECT id AS row_number, ${twins.join(', ')} FROM ${tableName}
)`;
}

/** Values as text, which is exact for doubles and tells -0 from 0; of NaN the sign says nothing. */
const shown = (side: string, index: number): string => `replace(CAST(${side}.c${index} AS VARCHAR), '-nan', 'nan')`;

/** NULL and what is empty have the type that the engine pleases. */
const differs = (index: number): string =>
  `${shown('a', index)} IS DISTINCT FROM ${shown('b', index)} OR typeof(a.c${index}) <> typeof(b.c${index}) AND NOT regexp_full_match(${shown('b', index)}, '(NULL|[][{}, ])*')`;

/** What a query’s rows differ in from its twin’s, or why it failed; `undefined` where they are the same. */
export async function queryDifference(session: Session, query: Node): Promise<string | undefined> {
  const ordered = query.kind === 'rule' && query.rule.kind.startsWith('ordered');
  try {
    const [translated, twin] = [
      await rowsOf(session, translate(writeText(query))),
      await rowsOf(session, writeTwin(query)),
    ];
    const [left, right] = ordered ? [translated, twin] : [translated.toSorted(), twin.toSorted()];
    const place = Array.from({ length: Math.max(left.length, right.length) }).findIndex(
      (_, row) => left[row] !== right[row],
    );
    return place < 0 ? undefined : `row ${place}: ${left[place] ?? 'none'}, of the twin ${right[place] ?? 'none'}`;
  } catch (error) {
    return failure(error);
  }
}

/** Rows as the engine’s text. */
async function rowsOf(session: Session, text: string): Promise<readonly string[]> {
  const rows = await queryRows(session, rawSql(`SELECT CAST(made AS VARCHAR) AS made FROM (\n${text}\n) AS made`));
  return rows.map(({ made }) => (typeof made === 'string' ? made.replaceAll('-nan', 'nan') : 'NULL'));
}

const failure = (error: unknown): string => (error instanceof Error ? error.message.slice(0, 300) : String(error));
