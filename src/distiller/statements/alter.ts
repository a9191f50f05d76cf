import type { Started } from '../../catalog/session/handle.ts';
import { fromSource, identifier, relation, type Sql, sql } from '../../core/sql.ts';
import type { Alter, AlterAction, ColumnDefinition } from '../../dialect/distiller/syntax/statement.ts';
import { typeSql } from '../../dialect/distiller/translate/coerce.ts';
import { faultAt } from '../../dialect/distiller/translate/context.ts';
import { nameSql } from '../../dialect/distiller/translate/operand.ts';
import { dataTypeOf } from '../../dialect/distiller/translate/written-type.ts';
import { commentStatements } from '../column-comments.ts';
import { findDataset, requireDataset } from '../datasets.ts';
import { declare, requireNoTransaction } from '../declarations.ts';
import { describeRelation } from '../describe-relation.ts';
import { constraintsIn, declareConstraints, dropConstraint } from '../declare-constraints.ts';
import { lengthNotices } from '../length-notices.ts';
import { spanOf } from '../name-text.ts';
import type { Place } from '../place.ts';
import { markIfProfile } from '../profiles.ts';
import { relationName, shownName } from '../relation-name.ts';
import { asTransaction, shown } from '../shown.ts';
import { done, runInOrder, runToEnd } from '../run-sql.ts';
import { inOneTransaction } from '../transaction.ts';
import { alterMembership } from './alter-schema.ts';
import { requireRelation } from './describe.ts';
import type { Handler } from './handler.ts';

type Action<Kind extends AlterAction['kind']> = Extract<AlterAction, { kind: Kind }>;

const alterWords = ({ what, name }: Alter): Sql =>
  sql`ALTER ${what === 'table' ? sql`TABLE` : sql`VIEW`} ${relation(relationName(name))}`;

/** One statement for each column, since the engine adds one at a time, and for each comment. */
function columnStatements(alter: Alter, columns: readonly ColumnDefinition[], place: Place): readonly Sql[] {
  const additions = columns.map(({ name, type, span }) =>
    fromSource(sql`${alterWords(alter)} ADD COLUMN ${nameSql(name.text)} ${typeSql(dataTypeOf(type, place))}`, span),
  );
  return [...additions, ...commentStatements(alter.name, columns)];
}

async function addColumns(alter: Alter, { columns }: Action<'add-columns'>, place: Place): Promise<Started> {
  const names = new Set((await requireRelation(alter.name, place)).map(({ name }) => name.toLowerCase()));
  for (const { name, notNull, span } of columns) {
    if (names.has(name.text.toLowerCase()))
      throw faultAt(place, name.span, `“${shownName(alter.name)}” has a column “${name.text}” already.`);
    if (notNull)
      throw faultAt(
        place,
        span,
        `“${name.text}” cannot be NOT NULL: the rows that are there have no value for it.`,
        'Leave NOT NULL out.',
      );
    names.add(name.text.toLowerCase());
  }
  const constraints = constraintsIn(columns);
  if (constraints.length > 0) requireNoTransaction(place);
  const outcome = await inOneTransaction(place, () => runInOrder(columnStatements(alter, columns, place), place));
  if (constraints.length > 0) await declareConstraints(await requireDataset(alter.name, place), constraints, place);
  const count = columns.length === 1 ? 'one column' : `${columns.length} columns`;
  return done({ ...outcome, words: `“${shownName(alter.name)}” has ${count} more.` }, lengthNotices(columns));
}

function renameSql(alter: Alter, { name }: Action<'rename'>, place: Place): Sql {
  const [from, to] = [relationName(alter.name), relationName(name)];
  const stays = to.length === 1 || (from.length > 1 && from[0]?.toLowerCase() === to[0]?.toLowerCase());
  if (!stays)
    throw faultAt(
      place,
      spanOf(name),
      'RENAME TO takes a new name in the same schema.',
      `ALTER TABLE … ADD SCHEMA ${to[0] ?? ''} makes the table known there.`,
    );
  return sql`${alterWords(alter)} RENAME TO ${identifier(to.at(-1) ?? '')}`;
}

async function rename(alter: Alter, action: Action<'rename'>, place: Place): Promise<Started> {
  const dataset = await findDataset(alter.name, place);
  const { outcome } = await runToEnd(renameSql(alter, action, place), place);
  const words = `“${shownName(alter.name)}” is called “${shownName(action.name)}” now.`;
  if (dataset?.kind === 'table' && !place.session.inTransaction) {
    const renamed = { ...dataset, name: relationName(action.name).at(-1) ?? '' };
    await declare(place, (writer) => markIfProfile(writer, renamed, { formerName: dataset.name }));
  }
  return done({ ...outcome, words });
}

export const alterHandler: Handler<'alter'> = {
  async run(alter, place) {
    const { action, name, what, span, ifExists } = alter;
    if (ifExists && (await describeRelation(relation(relationName(name)), place)) === undefined)
      return done({ kind: 'other', words: `There was no ${what} “${shownName(name)}”.` });
    if (what === 'view' && action.kind !== 'rename' && action.kind !== 'schema')
      throw faultAt(place, span, 'A view can be renamed, and added to schemas; it has no columns or keys of its own.');
    switch (action.kind) {
      case 'add-columns':
        return addColumns(alter, action, place);
      case 'rename':
        return rename(alter, action, place);
      case 'schema':
        return alterMembership(await requireDataset(name, place), action, place);
      case 'add-constraint': {
        const { constraint, name: given } = action;
        await declareConstraints(await requireDataset(name, place), [{ constraint, span, name: given?.text }], place);
        return done({ kind: 'other', words: 'The constraint is declared.' }, [
          'Keys and identities are declared and not enforced: rows are not checked against them.',
        ]);
      }
      case 'drop-constraint':
        await dropConstraint(await requireDataset(name, place), action, span, place);
        return done({ kind: 'other', words: 'The constraint is taken back.' });
    }
  },
  show(alter, place) {
    const { action } = alter;
    const kept = (words: string) => Promise.resolve(shown(alter, [], words));
    switch (action.kind) {
      case 'add-columns': {
        const statements = asTransaction(columnStatements(alter, action.columns, place), place);
        const declares = constraintsIn(action.columns).length > 0;
        return Promise.resolve(shown(alter, statements, declares ? 'Stillhouse keeps the constraints.' : undefined));
      }
      case 'rename':
        return Promise.resolve(shown(alter, [renameSql(alter, action, place)]));
      case 'schema':
        return kept('Stillhouse keeps by which names tables are known; they stay where they are.');
      default:
        return kept('Stillhouse keeps constraints with the project; the engine is asked nothing.');
    }
  },
};
