import type { TextRange } from '../../core/error.ts';
import { resolveStatement } from '../analysis.ts';
import type { CatalogShape } from '../catalog-shape.ts';
import { expressionType } from '../scope/expression-type.ts';
import type { Resolver } from '../scope/resolution.ts';
import { readScript } from '../script.ts';
import { operandStart } from '../structure/operand.ts';
import { blockAt } from '../structure/structure.ts';
import { parseType, type TypeTree } from '../type-tree.ts';
import { namedParameters } from './parameters.ts';
import type { ParameterKind } from './value.ts';

/** The kind of value that each parameter of a statement is likely to want, from what it is compared with; text where nothing tells. */
export function guessParameterKinds(
  text: string,
  statement: TextRange,
  shape: CatalogShape,
): ReadonlyMap<string, ParameterKind> {
  const resolver = resolveStatement(readScript(text), statement, shape);
  const kinds = new Map<string, ParameterKind>();
  for (const { name, index } of namedParameters(resolver.structure.lexemes)) {
    const kind = kindAt(resolver, index);
    if (!kinds.has(name) || kinds.get(name) === 'text') kinds.set(name, kind ?? 'text');
  }
  return kinds;
}

const comparison = /^(=|==|<>|!=|<|>|<=|>=|IS|FROM|LIKE|ILIKE|\+|-)$/;

function kindAt(resolver: Resolver, index: number): ParameterKind | undefined {
  const { lexemes } = resolver.structure;
  const word = (at: number) => lexemes[at]?.upper ?? '';
  const before = word(index - 1);
  if (word(index + 1) === '::') return kindOf(parseType(word(index + 2)));
  if (before === 'LIMIT' || before === 'OFFSET') return 'integer';
  if (before === 'IN' || (before === '(' && word(index - 2) === 'IN' && word(index + 1) === ')')) return 'text-list';
  if (before === 'BETWEEN') return kindOf(typeBefore(resolver, word(index - 2) === 'NOT' ? index - 2 : index - 1));
  if (before === 'AND' && word(index - 3) === 'BETWEEN') return kindOf(typeBefore(resolver, index - 3));
  if (comparison.test(before)) return kindOf(typeBefore(resolver, index - 1));
  if (comparison.test(word(index + 1))) return kindOf(typeAfter(resolver, index + 2));
  return undefined;
}

function typeBefore(resolver: Resolver, end: number): TypeTree | undefined {
  return typeBetween(resolver, operandStart(resolver.structure, end), end);
}

function typeAfter(resolver: Resolver, start: number): TypeTree | undefined {
  const { lexemes } = resolver.structure;
  let end = start + 1;
  while (lexemes[end]?.raw === '.' && lexemes[end + 1]?.name !== undefined) end += 2;
  return typeBetween(resolver, start, end);
}

function typeBetween(resolver: Resolver, start: number, end: number): TypeTree | undefined {
  const block = blockAt(resolver.structure, start, true);
  if (block === undefined) return undefined;
  return expressionType(resolver.structure, start, end, resolver.namesIn(resolver.scopeOf(block)));
}

function kindOf(type: TypeTree | undefined): ParameterKind | undefined {
  if (type?.kind === 'list') return 'text-list';
  if (type?.kind !== 'scalar') return undefined;
  const { name } = type;
  if (/^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/.test(name)) return 'integer';
  if (/^(DECIMAL|NUMERIC|DOUBLE|FLOAT|REAL)/.test(name)) return 'decimal';
  if (name === 'DATE') return 'date';
  if (name.startsWith('TIMESTAMP')) return 'timestamp';
  return name === 'BOOLEAN' || name === 'BOOL' ? 'boolean' : undefined;
}
