import type { Started } from '../../catalog/session/handle.ts';
import type { DatasetInfo } from '../../catalog/shown.ts';
import type { AlterAction } from '../../dialect/distiller/syntax/statement.ts';
import { faultAt } from '../../dialect/distiller/translate/context.ts';
import { forgetDeclarations, keepDeclaration } from '../declaration-store.ts';
import { declare, subjectOf } from '../declarations.ts';
import { nameOf } from '../datasets.ts';
import { spanOf } from '../name-text.ts';
import { readMembers } from '../memberships.ts';
import type { Place } from '../place.ts';
import { readSchemas } from '../relations.ts';
import { shownName } from '../relation-name.ts';
import { done } from '../run-sql.ts';

/**
 * ADD, REMOVE and SET SCHEMA change by which schemas a table or view is known beside its own; its rows and history stay
 * where they are.
 */
export async function alterMembership(
  dataset: DatasetInfo,
  { verb, schema: name }: Extract<AlterAction, { kind: 'schema' }>,
  place: Place,
): Promise<Started> {
  const schema = await requireSchema(name, place);
  const subject = subjectOf(dataset);
  const all = await readMembers(place);
  const own = all.filter((one) => one.dataset === dataset);
  const id = idOf(schema);
  if (verb === 'remove') {
    if (!own.some((one) => one.id === id))
      throw faultAt(place, spanOf(name), `“${nameOf(dataset)}” was not added to “${schema}”.`);
    await declare(place, (writer) => forgetDeclarations(writer, subject, [id]));
    return done({ kind: 'other', words: `“${nameOf(dataset)}” is no longer known as ${schema}.${dataset.name}.` });
  }
  const taken = place.services.workspace.datasets.some(
    (one) => one !== dataset && isSame(one.schema, schema) && isSame(one.name, dataset.name),
  );
  const clash = all.some((one) => one.dataset !== dataset && one.id === id && isSame(one.dataset.name, dataset.name));
  if (taken || clash)
    throw faultAt(place, spanOf(name), `“${schema}” has a “${dataset.name}” already.`, 'Rename one of the two.');
  await declare(place, async (writer) => {
    if (verb === 'set' && own.length > 0) {
      await forgetDeclarations(
        writer,
        subject,
        own.map((one) => one.id),
      );
    }
    await keepDeclaration(writer, { id, subject, name: undefined, declaration: { kind: 'member', schema } });
  });
  return done({ kind: 'other', words: `“${nameOf(dataset)}” is known as ${schema}.${dataset.name} too.` }, [
    `“${nameOf(dataset)}” stays where it is and keeps its history; Data Distiller SQL finds it as ${schema}.${dataset.name} as well.`,
  ]);
}

const idOf = (schema: string) => `member:${schema.toLowerCase()}`;
const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

async function requireSchema(name: Extract<AlterAction, { kind: 'schema' }>['schema'], place: Place): Promise<string> {
  const wanted = shownName(name);
  const found = (await readSchemas(place)).find((schema) => isSame(schema, wanted));
  if (found !== undefined) return found;
  throw faultAt(
    place,
    spanOf(name),
    `There is no schema “${wanted}”.`,
    `Create it first: CREATE ${name.length === 1 ? 'DATABASE' : 'SCHEMA'} ${wanted}.`,
    'sql-name',
  );
}
