import { findFunction, functionNames } from '../../../../../../src/dialect/distiller/functions/index.ts';
import { parseDistillerExpression } from '../../../../../../src/dialect/distiller/parse/index.ts';
import { emptyScope } from '../../../../../../src/dialect/distiller/translate/scope.ts';
import { beginTranslation } from '../../../../../../src/dialect/distiller/translate/translate.ts';
import { typeText } from '../../../../../../src/dialect/type-tree.ts';
import { timestamp, varchar } from '../../../../../../src/dialect/distiller/translate/typed.ts';

/** An expression over a table with the columns `name` (text) and `moment` (timestamp), translated. */
export function translateAlone(source: string) {
  const context = beginTranslation({
    source,
    table: () => undefined,
    variable: () => undefined,
    parameter: () => undefined,
    function: findFunction,
    functionNames,
  });
  const columns = [
    { name: 'name', type: varchar },
    { name: 'moment', type: timestamp },
  ];
  const scope = { ...emptyScope, relations: [{ alias: 't', path: ['t'], columns }] };
  const { sql, type } = context.expression(parseDistillerExpression(source), scope);
  return { text: sql.text, type: typeText(type), notices: context.notices.map(({ message }) => message) };
}
