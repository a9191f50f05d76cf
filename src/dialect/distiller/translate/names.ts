import { fromSource, literal, rawSql, type Sql, sql } from '../../../core/sql.ts';
import { nameText } from '../../keywords.ts';
import { nearestName } from '../../lint/nearest.ts';
import { sparkTypeName } from '../functions/conversion/type-names.ts';
import { fieldType } from '../../type-tree.ts';
import type { NameExpression, NamePart } from '../syntax/expression.ts';
import { spanning } from '../syntax/span.ts';
import { operand } from './operand.ts';
import { type Context, faultAt } from './context.ts';
import { columnOf, findRelation, type Scope, type ScopeColumn, type ScopeRelation } from './scope.ts';
import { familyOf, listOf, type Typed, typed, unknownType } from './typed.ts';

const name = (part: string): Sql => rawSql(nameText(part));

/** `a.b.c`: a lambda's parameter, a column with or without its relation, or an earlier alias, and the path behind it. */
export function translateName(expression: NameExpression, scope: Scope, context: Context): Typed {
  const { parts } = expression;
  const found = findColumn(parts, scope);
  if (found === undefined) return notFound(expression, scope, context);
  if (found.rivals !== undefined) throw ambiguous(expression, found.rivals, context);
  const head = { ...found.value, sql: fromSource(found.value.sql, spanOf(parts.slice(0, found.used))) };
  return parts.slice(found.used).reduce((value, part, index) => {
    const next = accessField(value, part, context);
    return { ...next, sql: fromSource(next.sql, spanOf(parts.slice(0, found.used + index + 1))) };
  }, head);
}

interface Found {
  readonly value: Typed;
  /** How many parts of the name it took. */
  readonly used: number;
  /** Set when several tables have such a column: their names. */
  readonly rivals?: readonly string[];
}

function findColumn(parts: readonly NamePart[], scope: Scope): Found | undefined {
  const [first, second] = parts;
  if (first === undefined) return undefined;
  const parameter = scope.parameters.get(first.text.toLowerCase());
  if (parameter !== undefined) return { value: parameter, used: 1 };
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
    const found = qualified(parts, at) ?? unqualified(first, at);
    if (found !== undefined) return found;
    const alias = at === scope ? scope.aliases.get(first.text.toLowerCase()) : undefined;
    if (alias !== undefined) return { value: typed(name(first.text), alias), used: 1 };
    const open = at.relations.find(
      ({ alias, columns }) => columns === undefined && alias?.toLowerCase() === first.text.toLowerCase(),
    );
    if (open !== undefined && second !== undefined) {
      return { value: typed(sql`${name(first.text)}.${name(second.text)}`, unknownType), used: 2 };
    }
  }
  return anyRelationOpen(scope) ? { value: typed(name(first.text), unknownType), used: 1 } : undefined;
}

function qualified(parts: readonly NamePart[], scope: Scope): Found | undefined {
  for (const relation of scope.relations) {
    const length = qualifierLength(parts, relation);
    const column = length === undefined ? undefined : parts[length];
    if (length === undefined || column === undefined) continue;
    const found = columnOf(relation, column.text);
    if (found !== undefined) return { value: columnValue(relation, found, true), used: length + 1 };
  }
  return undefined;
}

/** How many parts name the relation: 1 for its alias, more for `schema.table`. */
function qualifierLength(parts: readonly NamePart[], { alias, path }: ScopeRelation): number | undefined {
  if (parts.length > 1 && parts[0]?.text.toLowerCase() === alias?.toLowerCase()) return 1;
  const matches =
    path.length > 1 &&
    parts.length > path.length &&
    path.every((part, index) => part.toLowerCase() === parts[index]?.text.toLowerCase());
  return matches ? path.length : undefined;
}

function unqualified(part: NamePart, scope: Scope): Found | undefined {
  for (const relation of scope.relations) {
    const found = columnOf(relation, part.text);
    if (found === undefined) continue;
    const clashes = scope.relations.some(({ alias }) => alias?.toLowerCase() === found.name.toLowerCase());
    const rivals = rivalsOf(relation, found.name, scope);
    return {
      value: columnValue(relation, found, relation.packed === true || clashes),
      used: 1,
      ...(rivals.length > 1 && { rivals }),
    };
  }
  return undefined;
}

/** The tables beside `first`, itself included, that have a column of that name which no USING has merged. */
function rivalsOf(first: ScopeRelation, column: string, { relations, merged = [] }: Scope): readonly string[] {
  if (first.alias === undefined || merged.includes(column.toLowerCase())) return [];
  return relations.flatMap((relation) =>
    relation.alias !== undefined && columnOf(relation, column) !== undefined ? [relation.alias] : [],
  );
}

function ambiguous({ parts: [part], span }: NameExpression, rivals: readonly string[], context: Context) {
  const column = part?.text ?? '';
  const choices = rivals.map((rival) => `“${rival}.${column}”`).join(' or ');
  return faultAt(context, span, `Several tables have a column “${column}”.`, `Write ${choices}.`, 'sql-name');
}

function columnValue(relation: ScopeRelation, column: ScopeColumn, qualify: boolean): Typed {
  if (column.sql !== undefined) return typed(column.sql, column.type);
  const own = name(column.name);
  return typed(qualify && relation.alias !== undefined ? sql`${name(relation.alias)}.${own}` : own, column.type);
}

const anyRelationOpen = (scope: Scope): boolean => {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
    if (at.relations.some(({ columns }) => columns === undefined)) return true;
  }
  return false;
};

function notFound({ parts, span }: NameExpression, scope: Scope, context: Context): never {
  const [first, second] = parts;
  const relation = first === undefined ? undefined : findRelation(scope, first.text);
  const wanted = relation !== undefined && second !== undefined ? second : first;
  const relations = relation === undefined ? visibleRelations(scope) : [relation];
  const candidates = relations.flatMap(({ columns = [] }) => columns.map((column) => column.name));
  const near = nearestName(wanted?.text ?? '', candidates);
  const where = relation?.alias === undefined ? 'here' : `in “${relation.alias}”`;
  const some = candidates
    .slice(0, 8)
    .map((candidate) => `“${candidate}”`)
    .join(', ');
  throw faultAt(
    context,
    wanted?.span ?? span,
    `There is no column “${wanted?.text ?? ''}” ${where}.`,
    near === undefined
      ? some === ''
        ? 'A table is missing in FROM.'
        : `There is ${some}.`
      : `Did you mean “${near}”?`,
    'sql-name',
  );
}

function visibleRelations(scope: Scope): readonly ScopeRelation[] {
  return scope.outer === undefined ? scope.relations : [...scope.relations, ...visibleRelations(scope.outer)];
}

/** `.field`: of a struct, of each struct of an array, or the value of a map's key. */
export function accessField(value: Typed, part: NamePart, context: Context, depth = 0): Typed {
  const { type } = value;
  if (type.kind === 'list') {
    const item = rawSql(`_item${depth}`); // the same each time: the engine finds grouped expressions by their text
    const inner = accessField(typed(item, type.item), part, context, depth + 1);
    return typed(sql`list_transform(${value.sql}, lambda ${item}: ${inner.sql})`, listOf(inner.type));
  }
  if (type.kind === 'map') return typed(sql`${operand(value.sql)}[${literal(part.text)}]`, type.value);
  if (type.kind === 'struct') {
    const field = fieldType(type, part.text);
    if (field === undefined) {
      const names = type.fields.map((known) => known.name);
      const near = nearestName(part.text, names);
      const some = names
        .slice(0, 8)
        .map((known) => `“${known}”`)
        .join(', ');
      throw faultAt(
        context,
        part.span,
        `There is no field “${part.text}” in this struct.`,
        near === undefined ? `It has ${some}.` : `Did you mean “${near}”?`,
        'sql-name',
      );
    }
    return typed(sql`${operand(value.sql)}.${name(part.text)}`, field);
  }
  if (!['unknown', 'null', 'struct'].includes(familyOf(type))) {
    throw faultAt(context, part.span, `There is no field “${part.text}” in a value of type ${sparkTypeName(type)}.`);
  }
  return typed(sql`${operand(value.sql)}.${name(part.text)}`, unknownType);
}

function spanOf(parts: readonly NamePart[]) {
  const [first] = parts;
  const last = parts.at(-1);
  return first === undefined || last === undefined ? { start: 0, end: 0 } : spanning(first.span, last.span);
}
