import { createCursor } from '../../dialect/token-cursor.ts';
import { foldName, type StoredColumn } from '../model.ts';

/** What an ALTER TABLE asks for, as far as stored values are concerned. */
export type AlterAction =
  | { readonly kind: 'rename-table'; readonly to: string }
  /** Adds or renames columns, or changes only what is allowed in them. */
  | { readonly kind: 'keeps-values' }
  /** Drops or retypes a column or a part of one. */
  | { readonly kind: 'changes-values' }
  /** `IF [NOT] EXISTS` that does not apply. */
  | { readonly kind: 'nothing' };

/** Reads the action of an ALTER TABLE statement on a table with these columns. */
export function alterAction(statement: string, columns: readonly StoredColumn[]): AlterAction {
  const cursor = createCursor(statement);
  while (!cursor.ended && cursor.accept('TABLE') === undefined) cursor.skip();
  if (cursor.accept('IF') !== undefined) cursor.skip();
  cursor.relation();
  const verb = cursor.accept('ADD', 'DROP', 'RENAME', 'ALTER', 'SET', 'RESET');
  if (verb === 'RENAME' && cursor.accept('TO') !== undefined) {
    return { kind: 'rename-table', to: cursor.relation()?.[0] ?? '' };
  }
  const isColumn = cursor.accept('COLUMN') !== undefined;
  const isConditional = cursor.accept('IF') !== undefined;
  if (isConditional) while (cursor.accept('NOT', 'EXISTS') !== undefined);
  const path = cursor.relation() ?? [];
  const nested = path.length > 1;
  const present = columns.some(({ name }) => foldName(name) === foldName(path[0] ?? ''));
  switch (verb) {
    case 'ADD':
      if (nested) return { kind: 'changes-values' };
      return isConditional && isColumn && present ? { kind: 'nothing' } : { kind: 'keeps-values' };
    case 'DROP':
      return isConditional && !present ? { kind: 'nothing' } : { kind: 'changes-values' };
    case 'RENAME':
      return { kind: nested ? 'changes-values' : 'keeps-values' };
    case 'ALTER':
      return { kind: altersConstraint(cursor.peek(), cursor.peek(1)) ? 'keeps-values' : 'changes-values' };
    default:
      return { kind: 'keeps-values' };
  }
}

function altersConstraint(verb: string, what: string): boolean {
  return (verb === 'SET' || verb === 'DROP') && (what === 'DEFAULT' || what === 'NOT');
}
