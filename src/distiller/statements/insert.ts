import { joinSql, relation, type Sql, sql } from '../../core/sql.ts';
import type { Insert } from '../../dialect/distiller/syntax/statement.ts';
import { counted } from '../../modules/words.ts';
import { faultAt } from '../../dialect/distiller/translate/context.ts';
import { nameSql } from '../../dialect/distiller/translate/operand.ts';
import { isKnown, type KnownColumn } from '../../dialect/distiller/translate/typed.ts';
import { describeRelation } from '../describe-relation.ts';
import { storeAs } from '../store-as.ts';
import { storingLosses } from '../storing-losses.ts';
import type { Place } from '../place.ts';
import { relationName, shownName } from '../relation-name.ts';
import { done, runInOrder, runToEnd } from '../run-sql.ts';
import { asTransaction, shown } from '../shown.ts';
import { withoutTenant } from '../tenant-struct.ts';
import { inOneTransaction } from '../transaction.ts';
import { type Translation, translateQuery } from '../translate.ts';
import { unfitFields } from '../unfit-fields.ts';
import { audienceWords, isAudience, runAudienceText } from './audiences.ts';
import type { Handler } from './handler.ts';

/** The rows to insert, brought to the table's columns by their order. */
async function fittedQuery(statement: Insert, place: Place): Promise<Translation> {
  const given = await withTypes(await translateQuery(statement.query, place), place);
  const target = await describeRelation(relation(relationName(statement.target)), place);
  if (target === undefined || given.columns === undefined) return given;
  const wanted = statement.columns.length === 0 ? target : chosen(statement, target, place);
  const translated = withoutTenant(given, wanted);
  const columns = translated.columns ?? given.columns;
  requireAsMany(columns, wanted, statement, place);
  for (const [index, { name, type }] of wanted.entries()) {
    const given = columns[index]?.type;
    const wrong = given === undefined ? undefined : unfitFields(given, type, name);
    if (wrong !== undefined) throw faultAt(place, statement.query.span, wrong.message, wrong.remedy);
  }
  const losses = storingLosses(columns, wanted);
  return { ...storeAs(translated, wanted), notices: [...translated.notices, ...losses] };
}

/** A query gives as many columns as it fills. */
function requireAsMany(
  columns: readonly KnownColumn[] | undefined,
  wanted: readonly KnownColumn[],
  { target, query }: Insert,
  place: Place,
): void {
  if (columns === undefined || columns.length === wanted.length) return;
  throw faultAt(
    place,
    query.span,
    `“${shownName(target)}” takes ${counted(wanted.length, 'column')}, and the query gives ${columns.length}.`,
    `Its columns are ${wanted.map(({ name }) => name).join(', ')}.`,
  );
}

/** The engine is asked for types that the translation does not know: it would round what it stores without a word. */
async function withTypes(query: Translation, place: Place): Promise<Translation> {
  if (query.columns?.every(({ type }) => isKnown(type)) === true) return query;
  const columns = await describeRelation(sql`(\n${query.sql}\n)`, place);
  return columns === undefined ? query : { ...query, columns };
}

function chosen({ columns, target }: Insert, known: readonly KnownColumn[], place: Place): readonly KnownColumn[] {
  const named = new Set<string>();
  return columns.map(({ text, span }) => {
    if (named.has(text.toLowerCase())) throw faultAt(place, span, `The column “${text}” is named twice.`);
    named.add(text.toLowerCase());
    const found = known.find(({ name }) => name.toLowerCase() === text.toLowerCase());
    if (found === undefined)
      throw faultAt(
        place,
        span,
        `“${shownName(target)}” has no column “${text}”.`,
        `Its columns are ${known.map(({ name }) => name).join(', ')}.`,
        'sql-name',
      );
    return found;
  });
}

function insertWords({ target, columns }: Insert): Sql {
  const list =
    columns.length === 0
      ? sql``
      : sql` (${joinSql(
          columns.map(({ text }) => nameSql(text)),
          ', ',
        )})`;
  return sql`INSERT INTO ${relation(relationName(target))}${list}`;
}

/** The rows are gathered first, since the query may read the table it replaces. */
function overwriteStatements(statement: Insert, rows: Translation) {
  const staged = relation(['temp', 'main', '~overwrite']);
  return {
    gather: sql`CREATE OR REPLACE TEMP TABLE ${staged} AS\n${rows.sql}`,
    exchange: [
      sql`DELETE FROM ${relation(relationName(statement.target))}`,
      sql`${insertWords(statement)}\nFROM ${staged}`,
    ],
    clear: sql`DROP TABLE IF EXISTS ${staged}`,
  };
}

async function overwrite(statement: Insert, rows: Translation, place: Place) {
  const { gather, exchange, clear } = overwriteStatements(statement, rows);
  try {
    await runToEnd(gather, place);
    return await inOneTransaction(place, () => runInOrder(exchange, place));
  } finally {
    await runToEnd(clear, place).catch(() => undefined); // the first error counts
  }
}

const plainInsertion = (statement: Insert, rows: Translation): Sql => sql`${insertWords(statement)}\n${rows.sql}`;

export const insertHandler: Handler<'insert'> = {
  async run(statement, place) {
    if (statement.audience || (await isAudience(statement.target, place))) {
      const { sql: query, columns, notices } = await translateQuery(statement.query, place);
      const members = await describeRelation(relation(relationName(statement.target)), place);
      if (members !== undefined) requireAsMany(columns, members, statement, place);
      const words = statement.overwrite ? sql`INSERT OVERWRITE` : sql`INSERT INTO AUDIENCE`;
      return runAudienceText(sql`${words} ${relation(relationName(statement.target))}\n${query}`, notices, place);
    }
    const rows = await fittedQuery(statement, place);
    const name = shownName(statement.target);
    const outcome = statement.overwrite
      ? await overwrite(statement, rows, place)
      : (await runToEnd(plainInsertion(statement, rows), place)).outcome;
    const count = counted(outcome.rowsAffected ?? 0, 'row'); // insertions always tell
    const words = statement.overwrite
      ? `“${name}” has ${count} now, in place of those it had.`
      : `${count} added to “${name}”.`;
    return done({ ...outcome, words }, rows.notices);
  },
  async show(statement, place) {
    if (statement.audience || (await isAudience(statement.target, place)))
      return shown(statement, [(await translateQuery(statement.query, place)).sql], audienceWords);
    const rows = await fittedQuery(statement, place);
    if (!statement.overwrite) return shown(statement, [plainInsertion(statement, rows)]);
    const { gather, exchange, clear } = overwriteStatements(statement, rows);
    return shown(statement, [gather, ...asTransaction(exchange, place), clear]);
  },
};
