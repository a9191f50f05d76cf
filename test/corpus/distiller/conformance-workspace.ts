import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { layoutOf } from '../../../electron/node/host/layout.ts';
import { scratchSpace } from '../../../electron/node/scratch-space.ts';
import { text } from '../../../src/catalog/store/execute.ts';
import { withAudiences } from '../../../src/audiences/statements/audience-session.ts';
import { identifier, relation, sql } from '../../../src/core/sql.ts';
import { type DistillerSession, withDistiller } from '../../../src/distiller/session.ts';
import { rows } from '../../../src/engine/collect.ts';
import type { Batch } from '../../../src/engine/batch.ts';
import { type ImportFixture, openImports } from '../../engine/import/import-fixture.ts';
import { dataFolder, sampleFiles, tableOf } from '../sample-data/sample-tables.ts';
import type { ConformanceCase } from './conformance-case.ts';
import { type CaseResult, runCase } from './run-case.ts';

/** A project in which cases run one after another, each finding it as the first did. */
export interface ConformanceWorkspace {
  /** Imports what a case reads, runs it in a session of its own, and removes what it made. */
  check(testCase: ConformanceCase): Promise<void>;
  close(): Promise<void>;
}

export async function openConformanceWorkspace(): Promise<ConformanceWorkspace> {
  const imports = await openImports();
  const samples = new Set<string>();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stillhouse-conformance-'));
  const scratch = scratchSpace(layoutOf(folder));

  const importSample = async (name: string) => {
    if (samples.has(name)) return;
    const file = sampleFiles.find((candidate) => tableOf(candidate) === name);
    if (file === undefined) throw new Error(`There is no sample file for "${name}".`);
    await imports.importAs(file, fs.readFileSync(path.join(dataFolder, file)), { as: name });
    samples.add(name);
  };

  return {
    async check(testCase) {
      for (const name of testCase.samples) await importSample(name);
      const user = await imports.workspace.openSession('conformance');
      const services = { engine: imports.engine, workspace: imports.workspace, clock: imports.services.clock, scratch };
      const session = withDistiller(withAudiences(user, services), services);
      try {
        await runCase(testCase, (statement) => runStatement(session, statement));
      } finally {
        await user.close();
        await removeAllBut(samples, imports);
      }
    },
    async close() {
      fs.rmSync(folder, { recursive: true });
      await imports.close();
    },
  };
}

async function runStatement(session: DistillerSession, statement: string): Promise<CaseResult> {
  const query = session.run(statement);
  const columns = await query.columns;
  const batches: Batch[] = [];
  for (let batch = await query.next(); batch !== undefined; batch = await query.next()) batches.push(batch);
  const { notices = [] } = await query.outcome;
  return { columns, batches, notices };
}

/** Drops every table, view and schema but the samples. */
async function removeAllBut(samples: ReadonlySet<string>, { workspace, session }: ImportFixture): Promise<void> {
  const made = workspace.datasets.filter(({ name }) => !samples.has(name));
  const schemas = await rows(
    session,
    `SELECT schema_name AS name
FROM duckdb_schemas()
WHERE database_name = '${workspace.database}'
  AND NOT internal
  AND schema_name NOT IN ('main', '_stillhouse')`,
  );
  if (made.length === 0 && schemas.length === 0) return;
  const cleaner = await workspace.openSession('conformance');
  const removals = [
    ...[...made]
      .sort((a, b) => b.kind.localeCompare(a.kind))
      .map(
        ({ kind, schema, name }) => sql`DROP ${kind === 'view' ? sql`VIEW` : sql`TABLE`} ${relation([schema, name])}`,
      ),
    ...schemas.map(({ name }) => sql`DROP SCHEMA ${identifier(text(name))} CASCADE`),
  ];
  for (const removal of removals) await cleaner.run(removal.text).outcome;
  await cleaner.close();
  await session.exec('DROP TABLE IF EXISTS _stillhouse.declaration');
}
