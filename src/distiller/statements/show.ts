import { functionEntries } from '../../dialect/distiller/functions/index.ts';
import type { Show } from '../../dialect/distiller/syntax/statement.ts';
import { faultAt } from '../../dialect/distiller/translate/context.ts';
import { rawSql, type Sql } from '../../core/sql.ts';
import { fitsPattern, listedWords, listingSql } from '../listing.ts';
import type { Place } from '../place.ts';
import { shownName } from '../relation-name.ts';
import { reading, runTranslated } from '../run-sql.ts';
import { shown } from '../shown.ts';
import type { Handler } from './handler.ts';
import { settingsSql } from './settings.ts';
import { showDatagroups, showDatabases, showSchemas, showTables, showViews } from './show-catalog.ts';
import { samplesSql, statisticsSql } from './show-computed.ts';
import { showForeignKeys, showPrimaryKeys } from './show-keys.ts';
import { showColumns, showCreateTable } from './show-table.ts';

type Shower = (show: Show, place: Place) => Sql | Promise<Sql>;

const showers: Readonly<Record<Show['what'], Shower>> = {
  tables: showTables,
  views: showViews,
  databases: showDatabases,
  schemas: showSchemas,
  datagroups: showDatagroups,
  columns: showColumns,
  'create-table': showCreateTable,
  'primary-keys': showPrimaryKeys,
  'foreign-keys': showForeignKeys,
  statistics: (show, { state }) => statisticsSql(state.statistics, show),
  samples: (show, { state }) => samplesSql(state.samples, show),
  namespaces: () => rawSql('SHOW NAMESPACES'),
  functions: ({ like }) =>
    listingSql(
      ['function', 'usage', 'description'],
      functionEntries
        .flatMap(({ names, signature, summary }) => names.map((name) => [name, signature, summary] as const))
        .filter(([name]) => fitsPattern(name, like))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  all: (_, { state }) => settingsSql(state.settings),
  setting: ({ name }, { state }) => settingsSql(state.settings, name === undefined ? '' : shownName(name)),
  models({ span }, place) {
    throw faultAt(
      place,
      span,
      'Models cannot be made or listed yet.',
      'All other statements of the script run.',
      'capability',
    );
  },
};

/** Every SHOW is a query of rows. */
export const showHandler: Handler<'show'> = {
  async run(show, place) {
    return reading(runTranslated(await showers[show.what](show, place), place), []);
  },
  async show(show, place) {
    const rows = await showers[show.what](show, place);
    return shown(show, show.what === 'namespaces' ? [] : [rows], listedWords);
  },
};
