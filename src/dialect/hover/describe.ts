import type { ColumnShape, FunctionShape, RelationShape } from '../catalog-shape.ts';
import { rowCountText } from '../completion/relations.ts';
import { nameText } from '../keywords.ts';
import type { ScopeRelation } from '../scope/scope.ts';
import { signatureText } from '../signature-text.ts';

const shownSignatures = 5;
const shownColumns = 20;

/** SQL as Markdown. */
export function sqlMarkdown(text: string): string {
  return `\`\`\`sql\n${text.trimEnd()}\n\`\`\``;
}

const inline = (text: string) => `\`${text.replaceAll('`', "'")}\``;

/** A function as Markdown: its signatures, what it does, an example. */
export function functionMarkdown(found: FunctionShape): string {
  const signatures = found.signatures
    .slice(0, shownSignatures)
    .map((signature) => signatureText(found.name, signature));
  const more = found.signatures.length - signatures.length;
  const parts = [sqlMarkdown(signatures.join('\n')), found.description ?? ''];
  if (more > 0) parts.push(`and ${more} more ${more === 1 ? 'form' : 'forms'}`);
  const [example] = found.examples;
  if (example !== undefined) parts.push(`Example: ${inline(example)}`);
  return parts.filter((part) => part !== '').join('\n\n');
}

/** A table or view as Markdown. */
export function relationMarkdown(relation: RelationShape): string {
  const path = [relation.database, relation.schema, relation.name].filter((part) => part !== undefined);
  const rows = relation.rowCount === undefined ? '' : ` · ${rowCountText(relation.rowCount)}`;
  const comment = relation.comment === undefined ? [] : [relation.comment];
  return [
    `**${path.map(nameText).join('.')}** · ${relation.kind}${rows}`,
    ...comment,
    columnList(relation.columns),
  ].join('\n\n');
}

/** A common table, subquery or function in FROM as Markdown. */
export function scopeRelationMarkdown(relation: ScopeRelation, kind: string): string {
  if (relation.relation !== undefined) return relationMarkdown(relation.relation);
  const columns = relation.columns.length === 0 ? 'Its columns are not known.' : columnList(relation.columns);
  return `**${nameText(relation.alias)}** · ${kind}\n\n${columns}`;
}

/** A column as Markdown. */
export function columnMarkdown(
  column: ColumnShape,
  path: readonly string[],
  type: string | undefined,
  origin: string,
): string {
  const from = origin === '' ? '' : ` · ${nameText(origin)}`;
  return `${inline([column.name, ...path].map(nameText).join('.'))} ${type ?? column.sqlType ?? ''}${from}`.trim();
}

function columnList(columns: readonly ColumnShape[]): string {
  const shown = columns
    .slice(0, shownColumns)
    .map((column) => `${nameText(column.name)} ${column.sqlType ?? ''}`.trim());
  if (columns.length > shownColumns) shown.push(`-- and ${columns.length - shownColumns} more`);
  return sqlMarkdown(shown.join('\n'));
}
