import { foldName } from '../model.ts';
import { buryForDrop } from './drop.ts';
import { rescueHidden } from './rescue.ts';
import type { Captured, Effect, UserStatement, Writing } from './writing.ts';

/** DROP SCHEMA: buries every table that goes with it, and brings hidden tables of former versions to safety. */
export async function captureDropSchema(writing: Writing, schema: string, statement: UserStatement): Promise<Captured> {
  const effects: Effect[] = [];
  const datasets = [...writing.transaction.state.datasets.values()].filter(
    (dataset) => foldName(dataset.schema) === foldName(schema),
  );
  const takesTables = /\bCASCADE\b/i.test(statement.text);
  if (datasets.length > 0 && !takesTables) return { result: await statement.run(), rowsAffected: 0, effects };
  await rescueHidden(writing, schema);
  for (const dataset of datasets) effects.push(await buryForDrop(writing, dataset, writing.numbers.snapshot()));
  return { result: await statement.run(), rowsAffected: 0, effects };
}
