import type { Started } from '../../catalog/session/handle.ts';
import { isCancelled } from '../../core/error.ts';
import { counted } from '../../modules/words.ts';
import { type Sql, sql } from '../../core/sql.ts';
import type { Expression } from '../../dialect/distiller/syntax/expression.ts';
import type { Query } from '../../dialect/distiller/syntax/query.ts';
import type { SetVariable, Statement } from '../../dialect/distiller/syntax/statement.ts';
import { faultAt } from '../../dialect/distiller/translate/context.ts';
import { castTo } from '../../dialect/distiller/translate/coerce.ts';
import { emptyScope } from '../../dialect/distiller/translate/scope.ts';
import { nameSql } from '../../dialect/distiller/translate/operand.ts';
import { unknownType, varchar } from '../../dialect/distiller/translate/typed.ts';
import type { Place } from '../place.ts';
import { done, firstText } from '../run-sql.ts';
import { showInOrder, shown } from '../shown.ts';
import { setVariableSql } from '../shown-variables.ts';
import { contextFor, translateQuery } from '../translate.ts';
import { wholeRows } from '../whole-rows.ts';
import type { Handler, RunStatement } from './handler.ts';

/** Runs statements in order. All but the last are run to their end; rows are the last one's, notices those of all. */
async function runSequence(statements: readonly Statement[], place: Place, run: RunStatement): Promise<Started> {
  let last: Started = done({ kind: 'other' });
  const notices = new Set<string>();
  for (const [index, statement] of statements.entries()) {
    last = await run(statement, place);
    for (const notice of last.outcome.notices ?? []) notices.add(notice);
    if (index < statements.length - 1) await drain(last);
  }
  return notices.size === 0 ? last : { ...last, outcome: { ...last.outcome, notices: [...notices] } };
}

async function drain(started: Started): Promise<void> {
  if (started.kind === 'done') return;
  while ((await started.query.next()) !== undefined) continue;
}

export const blockHandler: Handler<'block'> = {
  /**
   * A failing statement ends the block; what ran before it stays, and EXCEPTION runs where there is one. Only then are the
   * last query's rows awaited: whether EXCEPTION runs shows at their end.
   */
  async run({ statements, exception }, place, run) {
    place.state.variables.push(new Map());
    try {
      const started = await runSequence(statements, place, run);
      const last = exception === undefined ? started : await wholeRows(started, place.services);
      const words = `${counted(statements.length, 'statement')} ran. ${last.outcome.words ?? ''}`.trim();
      return { ...last, outcome: { ...last.outcome, words } };
    } catch (error) {
      if (exception === undefined || isCancelled(error)) throw error;
      const handled = await runSequence(exception, place, run);
      const reason = error instanceof Error ? error.message : String(error);
      return {
        ...handled,
        outcome: {
          ...handled.outcome,
          notices: [...(handled.outcome.notices ?? []), `The block failed, and its EXCEPTION part ran: ${reason}`],
        },
      };
    } finally {
      place.state.variables.pop();
    }
  },
  async show(block, place, show) {
    const { statements, exception = [] } = block;
    if (statements.length === 0) return shown(block, [], 'The block holds no statement.');
    place.state.variables.push(new Map());
    const steps = await showInOrder(statements, (statement) => show(statement, place));
    const others = await showInOrder(exception, (statement) => show(statement, place));
    place.state.variables.pop();
    return [
      ...steps,
      ...others.map((step) => ({ ...step, words: ['Only where the block fails.', step.words ?? ''].join(' ').trim() })),
    ];
  },
};

/** `SET @name = SELECT …`: the one value of a query of one row; it is text until it is cast. */
export const setVariableHandler: Handler<'set-variable'> = {
  async run(statement, place) {
    const { name } = statement;
    const scope = requireScope(statement, place);
    const found = await firstText(await variableQuery(statement, place), place);
    const owner = place.state.variables.findLast((variables) => variables.has(name.toLowerCase())) ?? scope;
    owner.set(name.toLowerCase(), found ?? null);
    return done({
      kind: 'other',
      words: `@${name} is ${found === undefined || found === null ? 'NULL' : `“${found}”`}.`,
    });
  },
  async show(statement, place) {
    requireScope(statement, place);
    const value = await variableQuery(statement, place);
    const words = `The value is put as text in the places of @${statement.name}.`;
    return shown(statement, [setVariableSql(statement.name, value, place)], words);
  },
};

function requireScope({ span }: SetVariable, place: Place): Map<string, string | null> {
  const scope = place.state.variables.at(-1);
  if (scope !== undefined) return scope;
  throw faultAt(
    place,
    span,
    'Variables live in blocks: $$ BEGIN … END $$.',
    'Put this statement between $$ BEGIN and END $$.',
  );
}

const variableQuery = ({ value }: SetVariable, place: Place): Promise<Sql> =>
  'kind' in value ? expressionQuery(value, place) : valueQuery(value, place);

async function expressionQuery(value: Expression, place: Place): Promise<Sql> {
  const context = await contextFor(value, place);
  return sql`SELECT ${castTo(context.expression(value, emptyScope), varchar).sql}`;
}

async function valueQuery(query: Query, place: Place): Promise<Sql> {
  const translated = await translateQuery(query, place);
  const count = translated.columns?.length;
  if (count !== undefined && count !== 1)
    throw faultAt(place, query.span, `A variable takes a query of one column, and this one has ${count}.`);
  const value = { sql: nameSql('value'), type: translated.columns?.[0]?.type ?? unknownType };
  return sql`SELECT ${castTo(value, varchar).sql}
FROM (
  SELECT CASE WHEN count(*) <= 1 THEN any_value(value) ELSE error('A variable takes a query of one row.') END AS value
  FROM (\n${translated.sql}\n) AS source(value)
)`;
}

/** `RAISE 'message'` fails the block with the message. */
export const raiseHandler: Handler<'raise'> = {
  async run({ message, span }, place) {
    const words = message === undefined ? undefined : await firstText(await expressionQuery(message, place), place);
    throw faultAt(place, span, words ?? 'The block was stopped by RAISE.');
  },
  async show(statement, place) {
    const { message } = statement;
    const statements = message === undefined ? [] : [await expressionQuery(message, place)];
    return shown(statement, statements, 'Ends the block with an error.');
  },
};
