import { findNamespace, readNamespaces } from '../audiences/statements/namespaces.ts';
import type { DatasetInfo } from '../catalog/shown.ts';
import type { Span } from '../dialect/distiller/syntax/span.ts';
import type { QualifiedName, TableConstraint } from '../dialect/distiller/syntax/statement.ts';
import { faultAt } from '../dialect/distiller/translate/context.ts';
import { fieldType, parseType, type TypeTree } from '../dialect/type-tree.ts';
import { withReader } from '../engine/with-reader.ts';
import { nameOf, requireDataset } from './datasets.ts';
import type { Declared } from './declaration-store.ts';
import { subjectOf } from './declarations.ts';
import { requireFields } from './fields.ts';
import { spanOf } from './name-text.ts';
import type { Place } from './place.ts';

/** A constraint of a dataset as it is kept. Fails where a column, table or namespace that it names is missing. */
export async function declaredConstraint(
  dataset: DatasetInfo,
  constraint: TableConstraint,
  span: Span,
  place: Place,
  name?: string,
): Promise<Declared> {
  const subject = subjectOf(dataset);
  const namespace = await namespaceCode(constraint, span, place);
  const known = namespace === undefined ? {} : { namespace };
  switch (constraint.kind) {
    case 'primary-key': {
      const columns = constraint.columns.map((column) => requireColumn(column, dataset, place));
      return { id: 'primary-key', subject, name, declaration: { kind: 'primary-key', columns, ...known } };
    }
    case 'foreign-key': {
      const columns = constraint.columns.map((column) => requireColumn(column, dataset, place));
      const target = await requireDataset(constraint.table, place);
      const referenced = constraint.referenced.map((column) => requireColumn(column, target, place));
      if (referenced.length !== columns.length)
        throw faultAt(
          place,
          span,
          `The key has ${columns.length} columns and refers to ${referenced.length} of “${nameOf(target)}”.`,
          'Name as many columns behind REFERENCES as behind FOREIGN KEY.',
        );
      const declaration = { kind: 'foreign-key' as const, columns, table: subjectOf(target), referenced };
      return { id: `foreign-key:${columns.join(',').toLowerCase()}`, subject, name, declaration };
    }
    case 'identity': {
      const column = requireColumn(constraint.column, dataset, place);
      const { primary } = constraint;
      const id = primary ? 'primary-identity' : `identity:${column.toLowerCase()}`;
      return { id, subject, name, declaration: { kind: 'identity', primary, column, ...known } };
    }
  }
}

const requireColumn = (column: QualifiedName, dataset: DatasetInfo, place: Place): string =>
  requireFields(
    column,
    dataset.columns.map(({ name, type }) => ({ name, type: parseType(type) })),
    nameOf(dataset),
    place,
  );

/** The type of a dotted column, as the engine names it; `undefined` when it is gone. */
export function columnType({ columns }: DatasetInfo, dotted: string): TypeTree | undefined {
  const whole = columns.find(({ name }) => name === dotted);
  if (whole !== undefined) return parseType(whole.type);
  const [first = '', ...path] = dotted.split('.');
  const column = columns.find(({ name }) => name.toLowerCase() === first.toLowerCase());
  let type = column === undefined ? undefined : parseType(column.type);
  for (const field of path) type = type === undefined ? undefined : fieldType(type, field);
  return type;
}

async function namespaceCode(constraint: TableConstraint, span: Span, place: Place): Promise<string | undefined> {
  if (constraint.kind === 'foreign-key') return undefined;
  const { namespace } = constraint;
  if (namespace === undefined) {
    if (constraint.kind === 'primary-key') return undefined;
    throw faultAt(
      place,
      spanOf(constraint.column),
      'An identity needs a namespace.',
      `Say what kind of identity it is: … (${constraint.column.map(({ text }) => text).join('.')}) NAMESPACE 'Email'. SHOW NAMESPACES lists those there are.`,
    );
  }
  const found = findNamespace(await withReader(place.services.engine, readNamespaces), namespace);
  if (found !== undefined) return found.code;
  throw faultAt(
    place,
    span,
    `There is no namespace “${namespace}”.`,
    `Create it first: CREATE NAMESPACE ${namespace} WITH (code = '${namespace}', TYPE = 'Cross_Device'). SHOW NAMESPACES lists those there are.`,
    'sql-name',
  );
}
