import type { ColumnDefinition } from '../dialect/distiller/syntax/statement.ts';

/** Sentences about columns of `varchar(n)` and `char(n)`, whose lengths the engine does not keep to. */
export function lengthNotices(columns: readonly ColumnDefinition[]): readonly string[] {
  return columns.flatMap(({ name, type }) =>
    type.kind === 'scalar' && /^(?:var)?char$/.test(type.name) && type.parameters.length > 0
      ? [
          `“${name.text}” holds texts of any length: ${type.name}(${type.parameters.join()}) refuses and fills none here.`,
        ]
      : [],
  );
}
