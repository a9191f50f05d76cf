import { interleave } from '../interleave.ts';
import { openBareEngine } from './bare-engine.ts';
import type { PageBenchmark } from './contract.ts';
import { costOf, costWords } from './cost.ts';
import { importIntoNewProject } from './own-import.ts';

/**
 * A delimited file through the app's own import, against the engine reading it by itself as safely: types decided over
 * all rows, rejects kept, the table durable. Every run starts on a new engine and a new database.
 */
export const csvImport: PageBenchmark = async ({ size, file, tell }) => {
  if (file === undefined) throw new Error('This benchmark needs a file.');
  const notes = new Set<string>();

  const ours = async () => {
    const { cost, report } = await importIntoNewProject(file, { kind: 'csv', options: {} });
    notes.add(`ours: ${report.loaded} rows, ${report.columns.map(({ sqlType }) => sqlType).join(' ')}`);
    for (const { message } of report.notes) notes.add(`ours: ${message}`);
    tell(costWords('ours', cost));
    return cost;
  };
  const bare = async () => {
    const engine = await openBareEngine(crypto.randomUUID());
    await engine.attach('orders.csv', file);
    const cost = await costOf(async () => {
      await engine.run(`CREATE TABLE imported AS FROM read_csv('orders.csv', sample_size = -1, store_rejects = true)`);
      await engine.run('CHECKPOINT');
    });
    notes.add(`bare: ${await engine.text("SELECT count(*) || ' rows' FROM imported")}, ${await engine.text(typesSql)}`);
    await engine.close();
    tell(costWords('bare', cost));
    return cost;
  };

  const rounds = await interleave({ rounds: size === 'full' ? 3 : 5 }, ours, bare);
  return [
    {
      title: 'csv-import',
      baselineTitle: 'bare engine, read_csv over all rows',
      rounds,
      ratio: 'speed',
      aims: { ratio: 0.9 },
      bytes: file.size,
      notes: [...notes],
    },
  ];
};

const typesSql = `SELECT string_agg(data_type, ' ' ORDER BY column_index) FROM duckdb_columns() WHERE table_name = 'imported'`;
