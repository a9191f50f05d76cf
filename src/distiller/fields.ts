import type { QualifiedName } from '../dialect/distiller/syntax/statement.ts';
import { faultAt } from '../dialect/distiller/translate/context.ts';
import type { KnownColumn } from '../dialect/distiller/translate/typed.ts';
import { nearestName } from '../dialect/lint/nearest.ts';
import { fieldsOf } from '../dialect/type-tree.ts';
import type { Place } from './place.ts';

/** A dotted column as the table spells it: `_tenant.email`. Fails at the part that is not there. */
export function requireFields(
  column: QualifiedName,
  columns: readonly KnownColumn[],
  table: string,
  place: Place,
): string {
  const path: string[] = [];
  let fields = columns;
  for (const part of column) {
    const found = fields.find(({ name }) => name.toLowerCase() === part.text.toLowerCase());
    if (found === undefined) {
      const names = fields.map(({ name }) => name);
      const near = nearestName(part.text, names);
      const listed = names.length === 0 ? undefined : `There is ${names.join(', ')}.`;
      throw faultAt(
        place,
        part.span,
        path.length === 0
          ? `“${table}” has no column “${part.text}”.`
          : `“${path.join('.')}” of “${table}” has no field “${part.text}”.`,
        near === undefined ? listed : `Perhaps “${near}” was meant.`,
        'sql-name',
      );
    }
    path.push(found.name);
    fields = fieldsOf(found.type);
  }
  return path.join('.');
}
