import { functionEntries } from '../../dialect/distiller/functions/index.ts';
import type { QualifiedName, Show } from '../../dialect/distiller/syntax/statement.ts';
import { faultAt } from '../../dialect/distiller/translate/context.ts';
import { rawSql, type Sql } from '../../core/sql.ts';
import { nearestName } from '../../dialect/lint/nearest.ts';
import { fitsPattern, listedWords, listingSql } from '../listing.ts';
import { spanOf } from '../name-text.ts';
import type { Place } from '../place.ts';
import { shownName } from '../relation-name.ts';
import { reading, runTranslated } from '../run-sql.ts';
import { shown } from '../shown.ts';
import type { Handler } from './handler.ts';
import { allSettingsSql, settingSql } from './settings.ts';
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
  all: (_, { state }) => allSettingsSql(state.settings),
  setting: ({ name = [] }, place) => settingSql(place.state.settings, shownName(name)) ?? refuseUnknown(name, place),
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

function refuseUnknown(name: QualifiedName, place: Place): never {
  const lists = Object.keys(showers).filter((what) => what !== 'setting' && what !== 'models');
  const near = nearestName(
    shownName(name),
    [...lists, ...place.state.settings.keys()].map((what) => what.replace('-', ' ').toUpperCase()),
  );
  throw faultAt(
    place,
    spanOf(name),
    `SHOW knows no “${shownName(name)}”: it is neither a list nor a setting that has been set.`,
    near === undefined ? 'SHOW TABLES lists tables, SHOW ALL the settings.' : `Did you mean SHOW ${near}?`,
    'sql-name',
  );
}

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
