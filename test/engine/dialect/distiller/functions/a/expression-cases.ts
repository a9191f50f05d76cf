import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNodeEngine } from '../../../../../../electron/node/engine.ts';
import { findFunction, functionNames } from '../../../../../../src/dialect/distiller/functions/index.ts';
import { parseDistillerExpression } from '../../../../../../src/dialect/distiller/parse/index.ts';
import { emptyScope } from '../../../../../../src/dialect/distiller/translate/scope.ts';
import { beginTranslation } from '../../../../../../src/dialect/distiller/translate/translate.ts';
import { typeText } from '../../../../../../src/dialect/type-tree.ts';
import { collect } from '../../../../../../src/engine/collect.ts';
import type { Engine, Session } from '../../../../../../src/engine/engine.ts';
import { textAt } from '../../../../../../src/engine/text.ts';

/** An expression of Data Distiller SQL alone, translated, with what the user is told. */
export function translateAlone(source: string) {
  const context = beginTranslation({
    source,
    table: () => undefined,
    variable: () => undefined,
    parameter: () => undefined,
    function: findFunction,
    functionNames,
  });
  const { sql, type } = context.expression(parseDistillerExpression(source), emptyScope);
  return { text: sql.text, type: typeText(type), notices: context.notices };
}

/**
 * Expressions with the text of the value they give; `null` for NULL. The type that the translation tells must be the
 * engine's, for all but NULL literals.
 */
export function expressionCases(cases: readonly (readonly [source: string, expected: string | null])[]): void {
  let engine: Engine;
  let session: Session;
  beforeAll(async () => {
    engine = await openNodeEngine({});
    session = await engine.openSession();
  });
  afterAll(() => engine.close());

  test.each(cases)('%s', async (source, expected) => {
    const { text, type } = translateAlone(source);
    const { columns, batches } = await collect(session, `SELECT ${text} AS value`);
    const column = batches[0]?.columns[0];
    expect(column === undefined ? undefined : textAt(column, 0)).toBe(expected);
    if (type !== 'NULL') expect(type).toBe(columns[0]?.sqlType);
  });
}
