import type { Expression, NamePart } from '../../../../../src/dialect/distiller/syntax/expression.ts';
import type { Query } from '../../../../../src/dialect/distiller/syntax/query.ts';
import type { Statement } from '../../../../../src/dialect/distiller/syntax/statement.ts';
import type { WrittenType } from '../../../../../src/dialect/distiller/syntax/type.ts';
import { renderExpression, renderName, renderType } from './render-expression.ts';
import { renderQuery } from './render-query.ts';

const typeKinds = new Set(['scalar', 'array', 'map', 'struct']);
/** Nodes that are neither expressions nor types: shown by their parts. */
const plainKinds = new Set(
  (
    'query create-table create-transform insert create-view drop create-database create-schema alter set-setting ' +
    'set-variable block raise transaction declare-cursor fetch close-cursor prepare execute deallocate explain show describe ' +
    'analyze copy use create-audience create-namespace create-model drop-model unsupported add-columns add-constraint ' +
    'drop-constraint schema rename primary-key foreign-key identity named statistics sample plain'
  ).split(' '),
);

/** A statement by its kind and parts in alphabetical order; spans, false and empty lists are left out. */
export function renderStatement(statement: Statement): string {
  return renderObject(statement);
}

function renderObject(node: object): string {
  const { kind, ...rest } = node as Record<string, unknown>; // its parts are looked at one by one
  const parts = Object.entries(rest)
    .filter(([key, value]) => key !== 'span' && value !== undefined && value !== false)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, value]) => {
      if (value === true) return [key];
      if (Array.isArray(value) && value.length === 0) return [];
      return [`${key}=${renderValue(value)}`];
    });
  return [typeof kind === 'string' ? kind : '', ...parts].filter((part) => part !== '').join(' ');
}

function renderValue(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) {
    return value.every(isNamePart) ? renderName(value) : `[${value.map(renderValue).join('; ')}]`;
  }
  if (isNamePart(value)) return renderName([value]);
  // A query alone has a body, and a node's kind decides its shape.
  if ('body' in value && 'orderBy' in value) return renderQuery(value as Query);
  const kind = 'kind' in value ? String(value.kind) : '';
  if (typeKinds.has(kind)) return renderType(value as WrittenType); // by its kind
  if (kind === '' || plainKinds.has(kind)) return `{${renderObject(value)}}`;
  return renderExpression(value as Expression); // what is neither of the others
}

const isNamePart = (value: unknown): value is NamePart =>
  typeof value === 'object' && value !== null && 'quoted' in value && 'text' in value;
