import type { ColumnShape, RelationShape } from '../catalog-shape.ts';
import { fieldType, parseType, type TypeTree } from '../type-tree.ts';
import type { Source } from '../structure/sources.ts';

/** A table, subquery, function … as it stands in a FROM clause, with the columns that can be told. */
export interface ScopeRelation {
  /** The name that qualifies its columns; empty for a subquery without alias. */
  readonly alias: string;
  /** The relation's own qualified name, `[]` for a subquery. */
  readonly name: readonly string[];
  readonly columns: readonly ColumnShape[];
  /** Whether `columns` are surely all there are. */
  readonly complete: boolean;
  readonly origin: 'catalog' | 'script' | 'cte' | 'query' | 'function' | 'file' | 'arguments' | 'unknown';
  readonly relation: RelationShape | undefined;
  readonly source: Source | undefined;
}

/** Everything that a name in an expression can mean at one place. */
export interface Scope {
  readonly relations: readonly ScopeRelation[];
  /** Aliases of the SELECT list, which later clauses may use. */
  readonly aliases: readonly ColumnShape[];
  /** The scope around a subquery. */
  readonly outer: Scope | undefined;
}

export const emptyScope: Scope = { relations: [], aliases: [], outer: undefined };

/** What a path such as `o.items` resolves to; `rest` are the parts behind the column, which name fields. */
export interface ResolvedPath {
  readonly relation: ScopeRelation | undefined;
  readonly column: ColumnShape;
  readonly rest: readonly string[];
}

/** Resolves a dotted path as the engine does: a table's column first, then a column's field, then the outer scope. */
export function resolvePath(scope: Scope, path: readonly string[]): ResolvedPath | undefined {
  for (let count = Math.min(path.length - 1, 3); count >= 0; count--) {
    const qualifier = path.slice(0, count);
    const name = path[count] ?? '';
    for (const relation of scope.relations) {
      if (count > 0 && !isQualifier(relation, qualifier)) continue;
      const column = findColumn(relation.columns, name);
      if (column !== undefined) return { relation, column, rest: path.slice(count + 1) };
    }
  }
  const alias = findColumn(scope.aliases, path[0] ?? '');
  if (alias !== undefined) return { relation: undefined, column: alias, rest: path.slice(1) };
  return scope.outer === undefined ? undefined : resolvePath(scope.outer, path);
}

/** The type of what a path names. */
export function pathType(scope: Scope, path: readonly string[]): TypeTree | undefined {
  const found = resolvePath(scope, path);
  if (found?.column.sqlType === undefined) return undefined;
  return found.rest.reduce<TypeTree | undefined>(
    (type, field) => (type === undefined ? undefined : fieldType(type, field)),
    parseType(found.column.sqlType),
  );
}

/** The relation a qualifier such as `o` or `main.orders` means, the scopes around included. */
export function findByQualifier(scope: Scope, qualifier: readonly string[]): ScopeRelation | undefined {
  const found = scope.relations.find((relation) => isQualifier(relation, qualifier));
  return found ?? (scope.outer === undefined ? undefined : findByQualifier(scope.outer, qualifier));
}

export function findColumn(columns: readonly ColumnShape[], name: string): ColumnShape | undefined {
  const wanted = name.toLowerCase();
  return columns.find((column) => column.name.toLowerCase() === wanted);
}

/** Whether `qualifier` is the relation's alias, or its own name where it has no other alias. */
function isQualifier(relation: ScopeRelation, qualifier: readonly string[]): boolean {
  if (qualifier.length === 1) return relation.alias.toLowerCase() === qualifier[0]?.toLowerCase();
  const own = relation.name.slice(-qualifier.length);
  if (own.length === qualifier.length)
    return own.every((part, index) => part.toLowerCase() === qualifier[index]?.toLowerCase());
  return relation.relation !== undefined && isTail(fullName(relation.relation), qualifier);
}

function fullName(relation: RelationShape): string[] {
  return [...(relation.database === undefined ? [] : [relation.database]), relation.schema, relation.name];
}

function isTail(name: readonly string[], qualifier: readonly string[]): boolean {
  const tail = name.slice(-qualifier.length);
  return (
    tail.length === qualifier.length &&
    tail.every((part, index) => part.toLowerCase() === qualifier[index]?.toLowerCase())
  );
}
