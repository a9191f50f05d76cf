import type { DatasetInfo } from '../catalog/shown.ts';
import type { Span } from '../dialect/distiller/syntax/span.ts';
import type { AlterAction, ColumnDefinition, TableConstraint } from '../dialect/distiller/syntax/statement.ts';
import { faultAt } from '../dialect/distiller/translate/context.ts';
import { declaredConstraint } from './constraints.ts';
import { nameOf } from './datasets.ts';
import { type Declared, forgetDeclarations, keepDeclaration } from './declaration-store.ts';
import { type DatasetDeclaration, declarationsOf, declare } from './declarations.ts';
import type { Place } from './place.ts';
import { markIfProfile } from './profiles.ts';

/** A constraint with where it stands in the text. */
export interface PlacedConstraint {
  readonly constraint: TableConstraint;
  readonly span: Span;
  readonly name?: string | undefined;
}

/** Declares constraints of a dataset, all or none. Fails where one of them is there already. */
export async function declareConstraints(
  dataset: DatasetInfo,
  constraints: readonly PlacedConstraint[],
  place: Place,
): Promise<void> {
  if (constraints.length === 0) return;
  const there = await constraintsOf(dataset, place);
  const fresh: Declared[] = [];
  for (const { constraint, span, name } of constraints) {
    const declared = await declaredConstraint(dataset, constraint, span, place, name);
    const clash = [...there, ...fresh].find(({ id }) => id === declared.id);
    if (clash !== undefined) throw faultAt(place, span, alreadyThere(nameOf(dataset), clash), remedyOf(constraint));
    if (name !== undefined && there.some((known) => known.name?.toLowerCase() === name.toLowerCase()))
      throw faultAt(place, span, `“${nameOf(dataset)}” has a constraint “${name}” already.`, 'Choose another name.');
    fresh.push(declared);
  }
  await declare(place, async (writer) => {
    for (const declared of fresh) await keepDeclaration(writer, declared);
    await markIfProfile(writer, dataset);
  });
}

/** The constraints that stand in column definitions. */
export function constraintsIn(columns: readonly ColumnDefinition[]): readonly PlacedConstraint[] {
  const keys = columns.filter(({ primaryKey }) => primaryKey === true);
  const [first] = keys;
  return [
    ...(first === undefined
      ? []
      : [{ constraint: { kind: 'primary-key', columns: keys.map(({ name }) => [name]) } as const, span: first.span }]),
    ...columns.flatMap(({ name, identity, span }) =>
      identity === undefined ? [] : [{ constraint: { kind: 'identity', column: [name], ...identity } as const, span }],
    ),
  ];
}

/** Takes a constraint back. Fails when there is no such. */
export async function dropConstraint(
  dataset: DatasetInfo,
  { constraint }: Extract<AlterAction, { kind: 'drop-constraint' }>,
  span: Span,
  place: Place,
): Promise<void> {
  const found = (await constraintsOf(dataset, place)).find((known) => isMeant(known, constraint));
  if (found === undefined)
    throw faultAt(
      place,
      constraint.kind === 'named' ? constraint.name.span : span,
      `“${nameOf(dataset)}” has no such constraint.`,
      'SHOW PRIMARY KEYS and SHOW FOREIGN KEYS list those there are.',
      'sql-name',
    );
  await declare(place, async (writer) => {
    await forgetDeclarations(writer, found.subject, [found.id]);
    await markIfProfile(writer, dataset, { lost: true });
  });
}

type Constraint = DatasetDeclaration<'primary-key' | 'foreign-key' | 'identity'>;

async function constraintsOf(dataset: DatasetInfo, place: Place) {
  const kinds = ['primary-key', 'foreign-key', 'identity'] as const;
  const all = (await declarationsOf(kinds, place)) satisfies readonly Constraint[];
  return all.filter((one) => one.dataset === dataset);
}

function isMeant(
  { name, declaration }: Constraint,
  wanted: Extract<AlterAction, { kind: 'drop-constraint' }>['constraint'],
): boolean {
  if (wanted.kind === 'named') return name?.toLowerCase() === wanted.name.text.toLowerCase();
  if (wanted.kind !== declaration.kind) return false;
  const dotted = (parts: readonly { readonly text: string }[]) =>
    parts
      .map(({ text }) => text)
      .join('.')
      .toLowerCase();
  if (wanted.kind === 'identity')
    return (
      declaration.kind === 'identity' &&
      wanted.primary === declaration.primary &&
      dotted(wanted.column) === declaration.column.toLowerCase()
    );
  const columns = declaration.kind === 'identity' ? [] : declaration.columns;
  return (
    wanted.columns.length === 0 ||
    wanted.columns.map(dotted).join() === columns.map((column) => column.toLowerCase()).join()
  );
}

function alreadyThere(table: string, { declaration }: Pick<Declared, 'declaration'>): string {
  switch (declaration.kind) {
    case 'primary-key':
      return `“${table}” has the primary key (${declaration.columns.join(', ')}) already.`;
    case 'foreign-key':
      return `“${table}” has a foreign key of (${declaration.columns.join(', ')}) already.`;
    case 'identity':
      return declaration.primary
        ? `“${table}” has the primary identity “${declaration.column}” already.`
        : `“${declaration.column}” of “${table}” is an identity already.`;
    default:
      return `“${table}” has this constraint already.`;
  }
}

function remedyOf(constraint: TableConstraint): string {
  const words = {
    'primary-key': 'PRIMARY KEY',
    'foreign-key': 'FOREIGN KEY (…)',
    identity: constraint.kind === 'identity' && constraint.primary ? 'PRIMARY IDENTITY (…)' : 'IDENTITY (…)',
  }[constraint.kind];
  return `Take it back first: ALTER TABLE … DROP CONSTRAINT ${words}.`;
}
