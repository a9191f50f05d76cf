import fs from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { queryRows, text } from '../../src/catalog/store/execute.ts';
import type { CancelSignal } from '../../src/core/cancel.ts';
import { StillhouseError } from '../../src/core/error.ts';
import { relation } from '../../src/core/sql.ts';
import { withReader } from '../../src/engine/with-reader.ts';
import { catalogView } from '../../src/modules/catalog-view.ts';
import { findColumnPath } from '../../src/modules/column-paths.ts';
import { identitiesOfSql, readIdentities } from '../../src/privacy/erase/identities.ts';
import { bytesLeftWords } from '../../src/privacy/erase/limits.ts';
import type { ChosenColumns } from '../../src/privacy/erase/person-columns.ts';
import { previewErasure, runErasure } from '../../src/privacy/erase/run-erasure.ts';
import type { ProjectLayout } from '../node/host/layout.ts';
import { openErasure } from './erase-project.ts';
import { printErasure, printPreview } from './print-erasure.ts';
import { type OpenDatabase, openDatabase } from './open-project.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage.ts';

/** `stillhouse erase --project DIR …`: takes people out of a project and its files, or tells what that would touch. */
export async function runErase(args: readonly string[], terminal: Terminal, signal: CancelSignal): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      project: { type: 'string' },
      identity: { type: 'string', multiple: true, default: [] },
      'identity-file': { type: 'string' },
      from: { type: 'string' },
      column: { type: 'string', multiple: true, default: [] },
      'delete-backups': { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      format: { type: 'string', default: 'text' },
    },
  });
  const { project, from, format } = values;
  if (project === undefined) throw new UsageError('erase needs --project DIR.');
  if (format !== 'text' && format !== 'json') throw new UsageError('--format of erase is text or json.');
  const columns = readColumns(values.column);
  const given = [...values.identity, ...(await readLines(values['identity-file']))];
  const database = await openDatabase(project);
  const opened = await openErasure(database, layoutOf(database));
  try {
    const identities = readIdentities([...given, ...(from === undefined ? [] : await readFrom(database, from))]);
    const order = {
      identities,
      columns: Object.fromEntries(withSource(columns, from, database)),
      deleteBackups: values['delete-backups'],
    };
    if (values['dry-run']) {
      await printPreview(await previewErasure(opened.project, order, { signal }), identities.length, format, terminal);
      return;
    }
    const kept = await runErasure(opened.project, order, { signal });
    await printErasure(kept, format, terminal);
    if (kept.report.bytesLeft > 0) throw bytesLeft(kept.report.bytesLeft);
  } finally {
    await opened.close();
  }
}

/** The work is done and the report is kept, and yet the exit code must not say that nothing is left. */
function bytesLeft(places: number): StillhouseError {
  return new StillhouseError('file-write', bytesLeftWords(places).join(' '), {
    remedy: 'Look for them with SQL, such as WHERE contains(column, …), and erase or change what should not stay.',
  });
}

function layoutOf({ layout }: OpenDatabase): ProjectLayout {
  if (layout === undefined) throw new StillhouseError('internal', 'An erasure works on a project folder.');
  return layout;
}

/** `DATASET=COLUMN[,COLUMN]` pairs; nothing behind `=` leaves the dataset whole. */
function readColumns(pairs: readonly string[]): ChosenColumns {
  return new Map(
    pairs.map((pair) => {
      const cut = pair.indexOf('=');
      if (cut < 1) throw new UsageError(`"--column ${pair}" is not written as DATASET=COLUMN[,COLUMN].`);
      const names = pair
        .slice(cut + 1)
        .split(',')
        .filter((name) => name !== '');
      return [pair.slice(0, cut), names] as const;
    }),
  );
}

async function readLines(file: string | undefined): Promise<readonly string[]> {
  if (file === undefined) return [];
  try {
    return (await fs.readFile(path.resolve(file), 'utf8')).split(/\r?\n/);
  } catch (error) {
    throw new StillhouseError('file-missing', `${file} cannot be read.`, { cause: error });
  }
}

/** The dataset and the column that `DATASET.COLUMN` names: the longest label of a dataset that fits. */
function findSource({ workspace }: OpenDatabase, from: string) {
  const { datasets } = catalogView(workspace.datasets);
  const fitting = datasets
    .filter(({ label }) => from.toLowerCase().startsWith(`${label.toLowerCase()}.`))
    .sort((a, b) => b.label.length - a.label.length);
  for (const dataset of fitting) {
    const column = findColumnPath(dataset.columns, from.slice(dataset.label.length + 1));
    if (column !== undefined) return { dataset, column };
  }
  throw new StillhouseError('input-invalid', `There is no column “${from}” to take identities from.`, {
    remedy: 'Write --from DATASET.COLUMN.',
  });
}

async function readFrom(database: OpenDatabase, from: string): Promise<readonly string[]> {
  const { dataset, column } = findSource(database, from);
  const found = await withReader(database.engine, (reader) =>
    queryRows(reader, identitiesOfSql(relation(dataset.relation), column.sql)),
  );
  return found.map((row) => text(row.value));
}

/** The column that identities are taken from names people, whatever it is called; one chosen for it comes first. */
function withSource(columns: ChosenColumns, from: string | undefined, database: OpenDatabase): ChosenColumns {
  if (from === undefined) return columns;
  const { dataset, column } = findSource(database, from);
  return new Map([[dataset.label, [column.label]], ...columns]);
}
