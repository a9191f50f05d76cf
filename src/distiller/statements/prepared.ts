import { faultAt } from '../../dialect/distiller/translate/context.ts';
import { emptyScope } from '../../dialect/distiller/translate/scope.ts';
import { castTo } from '../../dialect/distiller/translate/coerce.ts';
import { dataTypeOf } from '../../dialect/distiller/translate/written-type.ts';
import { done } from '../run-sql.ts';
import { contextFor } from '../translate.ts';
import type { Handler } from './handler.ts';

export const prepareHandler: Handler<'prepare'> = {
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
  async run({ name, arguments: values, span }, place, run) {
    const prepared = place.state.prepared.get(name.text.toLowerCase());
    if (prepared === undefined)
      throw faultAt(
        place,
        name.span,
        `There is no prepared statement “${name.text}”.`,
        `PREPARE ${name.text} AS SELECT … first.`,
      );
    if (prepared.types.length > 0 && prepared.types.length !== values.length) {
      throw faultAt(place, span, `“${name.text}” takes ${prepared.types.length} values, not ${values.length}.`);
    }
    const context = await contextFor(values, place);
    const parameters = values.map((value, index) => {
      const given = context.expression(value, emptyScope);
      const type = prepared.types[index];
      return [
        String(index + 1),
        type === undefined ? given : castTo(given, dataTypeOf(type, { ...context, source: prepared.source })),
      ] as const;
    });
    const inner = { ...place.state, parameters: new Map([...place.state.parameters, ...parameters]) };
    return run(prepared.statement, { ...place, source: prepared.source, state: inner });
  },
};

export const deallocateHandler: Handler<'deallocate'> = {
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
