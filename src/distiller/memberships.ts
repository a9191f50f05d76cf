import type { NamePart } from '../dialect/distiller/syntax/expression.ts';
import type { QualifiedName, Statement } from '../dialect/distiller/syntax/statement.ts';
import { walk } from '../dialect/distiller/syntax/walk.ts';
import { type DatasetDeclaration, declarationsOf } from './declarations.ts';
import { findDataset } from './datasets.ts';
import type { Place } from './place.ts';
import { readSchemas } from './relations.ts';
import { relationName } from './relation-name.ts';

/** Statements whose own names are new ones. */
const creating: ReadonlySet<Statement['kind']> = new Set(['create-database', 'create-schema', 'use', 'block']);

/** The properties of the syntax that name relations. */
const naming: ReadonlySet<string> = new Set(['name', 'target', 'table']);

/**
 * The statement with tables named by a schema they were added to (ALTER TABLE … ADD SCHEMA) named where they lie. Names that
 * stand for a table as they are stay.
 */
export async function resolveMembers(statement: Statement, place: Place): Promise<Statement> {
  if (creating.has(statement.kind)) return statement;
  const places = new Map<readonly NamePart[], QualifiedName>();
  for (const name of longNames(statement)) {
    if ((await findDataset(name, place)) !== undefined) continue;
    const member = await memberOf(name, place);
    if (member !== undefined) places.set(name, member);
  }
  return places.size === 0 ? statement : (replaced(statement, places) as Statement); // only names are exchanged
}

/** Tables and views that were added to schemas which are still there. */
export async function readMembers(place: Place): Promise<readonly DatasetDeclaration<'member'>[]> {
  const members = await declarationsOf(['member'], place);
  if (members.length === 0) return [];
  const schemas = new Set((await readSchemas(place)).map((schema) => schema.toLowerCase()));
  return members.filter(({ declaration }) => schemas.has(declaration.schema.toLowerCase()));
}

async function memberOf(name: QualifiedName, place: Place): Promise<QualifiedName | undefined> {
  const [schema = '', own = ''] = relationName(name).map((part) => part.toLowerCase());
  const found = (await readMembers(place)).find(
    ({ dataset, declaration }) => dataset.name.toLowerCase() === own && declaration.schema.toLowerCase() === schema,
  );
  const last = name.at(-1);
  if (found === undefined || last === undefined) return undefined;
  return [
    { ...last, text: found.dataset.schema },
    { ...last, text: found.dataset.name },
  ];
}

/** Names of relations with a schema in front. */
function longNames(statement: Statement): readonly QualifiedName[] {
  const found: QualifiedName[] = [];
  walk(statement, (node) => {
    for (const [key, value] of Object.entries(node)) {
      if (naming.has(key) && isName(value) && value.length > 1) found.push(value);
    }
    return true;
  });
  return found;
}

function isName(value: unknown): value is QualifiedName {
  return Array.isArray(value) && value.every((part) => typeof part === 'object' && part !== null && 'quoted' in part);
}

function replaced(piece: unknown, places: ReadonlyMap<readonly NamePart[], QualifiedName>): unknown {
  if (typeof piece !== 'object' || piece === null) return piece;
  if (Array.isArray(piece)) {
    return places.get(piece as NamePart[]) ?? piece.map((item) => replaced(item, places)); // an array is looked up as it is
  }
  return Object.fromEntries(Object.entries(piece).map(([key, value]) => [key, replaced(value, places)]));
}
