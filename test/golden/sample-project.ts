import { fileURLToPath } from 'node:url';
import { type OpenDatabase, openDatabase } from '../../electron/cli/open-project.ts';
import { importAll, readImport } from '../../electron/cli/wanted-import.ts';
import { createCancelSource } from '../../src/core/cancel.ts';
import { identifier, joinSql, relation, sql } from '../../src/core/sql.ts';
import { sampleFiles } from '../../src/lessons/sample-files.ts';

const folder = fileURLToPath(new URL('../../sample-data/', import.meta.url));

/** Shapes of data that break careless SQL, as schemas beside `main` with the same tables. */
export const awkwardSchemas = ['empty', 'single', 'blank', 'same'] as const;
export type AwkwardSchema = (typeof awkwardSchemas)[number];

/** A database in memory with sample datasets, and each of them again empty, with one row, all NULL and all ties. */
export async function openSampleProject(datasets: readonly string[]): Promise<OpenDatabase> {
  const database = await openDatabase(undefined);
  const imports = datasets.map((name) => readImport(`${name}=${folder}${sampleFiles[name]?.file ?? name}`));
  await importAll(database, await Promise.all(imports), createCancelSource().signal);
  const session = await database.workspace.openSession('test');
  const run = async (statement: string) => {
    const query = session.run(statement);
    await query.outcome;
    await query.close();
  };
  for (const schema of awkwardSchemas) await run(sql`CREATE SCHEMA ${identifier(schema)}`.text);
  for (const { schema, name, columns } of database.workspace.datasets.filter((one) => one.schema === 'main')) {
    const nulls = columns.map((column) => sql`NULL AS ${identifier(column.name)}`);
    const source = relation([schema, name]);
    const variants: Readonly<Record<AwkwardSchema, string>> = {
      empty: sql`FROM ${source} LIMIT 0`.text,
      single: sql`FROM ${source} LIMIT 1`.text,
      blank: sql`SELECT * REPLACE (${joinSql(nulls, ', ')}) FROM ${source} LIMIT 5`.text,
      same: sql`SELECT first.* FROM (FROM ${source} LIMIT 1) AS first, range(5)`.text,
    };
    for (const variant of awkwardSchemas) {
      const target = relation([variant, name]);
      // Made empty first: NULL alone would not tell its type.
      await run(sql`CREATE TABLE ${target} AS FROM ${source} LIMIT 0`.text);
      await run(`INSERT INTO ${target.text} ${variants[variant]}`);
    }
  }
  await session.close();
  return database;
}
