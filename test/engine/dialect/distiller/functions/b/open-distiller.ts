import { expect, test } from 'vitest';
import { openNodeEngine } from '../../../../../../electron/node/engine.ts';
import { findFunction, functionNames } from '../../../../../../src/dialect/distiller/functions/index.ts';
import { parseDistillerQuery } from '../../../../../../src/dialect/distiller/parse/index.ts';
import { translateDistillerQuery } from '../../../../../../src/dialect/distiller/translate/translate.ts';
import { parseType, typeText } from '../../../../../../src/dialect/type-tree.ts';
import { collect } from '../../../../../../src/engine/collect.ts';
import type { Engine, Session } from '../../../../../../src/engine/engine.ts';
import { jsonAt } from '../../../../../../src/engine/json.ts';

/** The translation of a query, with no tables known. */
export function translated(source: string) {
  return translateDistillerQuery(parseDistillerQuery(source), {
    source,
    table: () => undefined,
    variable: () => undefined,
    parameter: () => undefined,
    function: findFunction,
    functionNames,
  });
}

/** An engine that runs Data Distiller SQL, from `open` to `close`. */
export function openDistiller() {
  let engine: Engine;
  let session: Session;

  /** Rows as JSON arrays of their cells. */
  async function run(source: string) {
    const { sql, columns: known } = translated(source);
    const { columns, batches } = await collect(session, sql.text);
    return {
      rows: batches.flatMap((batch) =>
        Array.from({ length: batch.rowCount }, (_, row) => batch.columns.map((cells) => jsonAt(cells, row)).join(' ')),
      ),
      types: columns.map(({ sqlType }) => typeText(parseType(sqlType))),
      told: known?.map(({ type }) => typeText(type)),
    };
  }

  return {
    async open() {
      engine = await openNodeEngine({});
      session = await engine.openSession();
    },
    close: () => engine.close(),
    run,
    /** Expressions or queries with the rows they give; the types that are told must be those of the engine. */
    cases(rows: readonly (readonly [source: string, ...rows: string[]])[]) {
      test.each(rows.map(([source, ...expected]) => [source, expected] as const))('%s', async (source, expected) => {
        const answer = await run(/^\s*(?:SELECT|WITH)\b/i.test(source) ? source : `SELECT ${source}`);
        expect(answer.rows).toEqual(expected);
        const told = answer.told?.map((type, index) =>
          type === '' || type.includes('NULL') || expected.every((row) => row === 'null') ? answer.types[index] : type,
        );
        expect(told ?? answer.types).toEqual(answer.types);
      });
    },
  };
}
