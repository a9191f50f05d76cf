import { StillhouseError, toStillhouseError } from '../../core/error.ts';
import { faultAt } from '../../dialect/distiller/translate/context.ts';
import { emptyScope } from '../../dialect/distiller/translate/scope.ts';
import { castTo } from '../../dialect/distiller/translate/coerce.ts';
import { dataTypeOf } from '../../dialect/distiller/translate/written-type.ts';
import { walk } from '../../dialect/distiller/syntax/walk.ts';
import { counted } from '../../modules/words.ts';
import { done, withErrors } from '../run-sql.ts';
import type { PreparedStatement } from '../state.ts';
import type { Execute } from '../../dialect/distiller/syntax/statement.ts';
import type { Place } from '../place.ts';
import { shown } from '../shown.ts';
import { contextFor } from '../translate.ts';
import type { Handler } from './handler.ts';

export const prepareHandler: Handler<'prepare'> = {
  show(statement, place) {
    place.state.prepared.set(statement.name.text.toLowerCase(), { ...statement, source: place.source });
    return Promise.resolve(shown(statement, [], 'Stillhouse keeps the statement until EXECUTE.'));
  },
  run({ name, types, statement }, place) {
    const { prepared } = place.state;
    const key = name.text.toLowerCase();
    if (prepared.has(key)) {
      throw faultAt(place, name.span, `“${name.text}” is prepared already.`, `DEALLOCATE ${name.text} first.`);
    }
    prepared.set(key, { statement, types, source: place.source });
    return Promise.resolve(done({ kind: 'other', words: `The statement “${name.text}” is prepared.` }));
  },
};

/** The prepared statement with `$1`, `$2`, … standing for the values given. */
export const executeHandler: Handler<'execute'> = {
  async run(execute, place, run) {
    const { statement, inner } = await bound(execute, place);
    const explain = (error: unknown) => atExecute(error, execute, place);
    try {
      const started = await run(statement, inner);
      return started.kind === 'done' ? started : { ...started, query: withErrors(started.query, explain) };
    } catch (error) {
      throw explain(error);
    }
  },
  async show(execute, place, show) {
    const { statement, inner } = await bound(execute, place);
    const steps = await show(statement, inner).catch((error: unknown) => {
      throw atExecute(error, execute, place);
    });
    return steps.map((step) => ({ ...step, span: execute.span }));
  },
};

/** What went wrong within a prepared statement, whose text stands elsewhere, at the call of it. */
function atExecute(error: unknown, { name, span }: Execute, place: Place): StillhouseError {
  const known = toStillhouseError(error);
  if (known.code === 'cancelled') return known;
  return new StillhouseError(known.code, `In the prepared statement “${name.text}”: ${known.message}`, {
    statement: place.source,
    range: { start: span.start, end: span.end },
    ...(known.remedy !== undefined && { remedy: known.remedy }),
    ...(known.technical !== undefined && { technical: known.technical }),
    cause: error,
  });
}

/** How many values a prepared statement takes: as many as it names types, or as its last parameter says. */
function valuesTaken({ statement, types }: PreparedStatement): number {
  let most = types.length;
  walk(statement, (node) => {
    if (node.kind === 'parameter' && 'name' in node && /^\d+$/.test(String(node.name)))
      most = Math.max(most, Number(node.name));
    return true;
  });
  return most;
}

/** The prepared statement, and where it runs. */
async function bound({ name, arguments: values, span }: Execute, place: Place) {
  const prepared = place.state.prepared.get(name.text.toLowerCase());
  if (prepared === undefined)
    throw faultAt(
      place,
      name.span,
      `There is no prepared statement “${name.text}”.`,
      `PREPARE ${name.text} AS SELECT … first.`,
    );
  const taken = valuesTaken(prepared);
  if (taken !== values.length)
    throw faultAt(place, span, `“${name.text}” takes ${counted(taken, 'value')}, not ${values.length}.`);
  const context = await contextFor(values, place);
  const parameters = values.map((value, index) => {
    const given = context.expression(value, emptyScope);
    const type = prepared.types[index];
    return [
      String(index + 1),
      type === undefined ? given : castTo(given, dataTypeOf(type, { ...context, source: prepared.source })),
    ] as const;
  });
  const state = { ...place.state, parameters: new Map([...place.state.parameters, ...parameters]) };
  return { statement: prepared.statement, inner: { ...place, source: prepared.source, state } };
}

export const deallocateHandler: Handler<'deallocate'> = {
  show: (statement) => Promise.resolve(shown(statement, [], 'Stillhouse forgets the statement.')),
  run({ name }, place) {
    const { prepared } = place.state;
    if (name === 'all') prepared.clear();
    else if (!prepared.delete(name.text.toLowerCase()))
      throw faultAt(place, name.span, `There is no prepared statement “${name.text}”.`);
    return Promise.resolve(
      done({
        kind: 'other',
        words:
          name === 'all'
            ? 'All prepared statements are forgotten.'
            : `The prepared statement “${name.text}” is forgotten.`,
      }),
    );
  },
};
