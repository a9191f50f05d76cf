import { literal, rawSql, type Sql, sql } from '../../core/sql.ts';
import type { Dataset, StoredColumn } from '../model.ts';
import { describeColumns, numberedColumn } from '../store/definition.ts';
import { historyTable, metadata, type Store } from '../store/names.ts';
import { segmentsSql } from '../store/segments.ts';
import { insertShape, renameDataset, setFolded } from '../store/write-rows.ts';
import { alterAction } from './alter-action.ts';
import { CaptureMismatch } from './mismatch.ts';
import { buryTable, endBuried, startGeneration } from './retire.ts';
import { type Captured, changeTo, tableOf, type UserStatement, type Writing } from './writing.ts';

/**
 * ALTER TABLE. Where values stay, only the shape is recorded; where a column is dropped or retyped, all rows are kept as
 * they were and a new generation begins, in which every row keeps the snapshot it was born in.
 */
export async function captureAlter(
  writing: Writing,
  before: Dataset,
  statement: UserStatement,
  thorough: boolean,
): Promise<Captured> {
  const action = alterAction(statement.text, before.generation.columns);
  if (action.kind === 'nothing') return { result: await statement.run(), rowsAffected: 0, effects: [] };
  const snapshot = writing.numbers.snapshot();
  const did = { operation: 'alter', added: 0, removed: 0 } as const;
  if (action.kind === 'rename-table') {
    const result = await statement.run();
    const change = changeTo(snapshot, before, { ...before, name: action.to }, did);
    const statements = [renameDataset(writing.store, before.id, before.schema, action.to)];
    return { result, rowsAffected: 0, effects: [{ change, statements }] };
  }
  if (action.kind === 'changes-values' || thorough) return changeValues(writing, before, snapshot, statement);
  const result = await statement.run();
  const { generation } = before;
  const found = await describeColumns(writing.session, tableOf(writing, before));
  const columns = matchColumns(generation.columns, found);
  if (columns === undefined) throw new CaptureMismatch();
  const added = generation.history ? columns.slice(generation.columns.length) : [];
  const change = changeTo(snapshot, before, { ...before, generation: { ...generation, columns } }, did);
  const statements = [
    insertShape(writing.store, generation.id, snapshot, columns),
    ...added.map(
      ({ id, type }) =>
        sql`ALTER TABLE ${historyTable(writing.store, generation.id)} ADD COLUMN ${numberedColumn(id)} ${rawSql(type)}`,
    ),
  ];
  return { result, rowsAffected: 0, effects: [{ change, statements }] };
}

async function changeValues(
  writing: Writing,
  before: Dataset,
  snapshot: number,
  statement: UserStatement,
): Promise<Captured> {
  const ending = await endBuried(writing, before, snapshot);
  await buryTable(writing, before, snapshot);
  const result = await statement.run();
  const columns = await describeColumns(writing.session, tableOf(writing, before));
  const { dense, id } = before.generation;
  const { generation, statements } = startGeneration(writing, before.id, snapshot, columns, dense);
  const change = changeTo(snapshot, before, { ...before, generation }, { operation: 'alter', added: 0, removed: 0 });
  return {
    result,
    rowsAffected: 0,
    effects: [
      {
        change,
        statements: [
          ...statements,
          inheritSegments(writing.store, id, generation.id),
          setFolded(writing.store, generation.id, snapshot, dense),
          ...ending,
        ],
      },
    ],
  };
}

function inheritSegments(store: Store, from: number, to: number): Sql {
  return sql`INSERT INTO ${metadata(store, 'segment')}
SELECT ${literal(to)}, row_number() OVER (ORDER BY ordinal), row_count, snapshot_id
FROM (${segmentsSql(store, from)})`;
}

/** The columns found, numbered as those known before; `undefined` when one went or changed its type. */
function matchColumns(
  known: readonly StoredColumn[],
  found: readonly { readonly name: string; readonly type: string }[],
): StoredColumn[] | undefined {
  if (found.length < known.length) return undefined;
  if (known.some(({ type }, index) => found[index]?.type !== type)) return undefined;
  const highest = Math.max(0, ...known.map(({ id }) => id));
  return found.map(({ name, type }, index) => ({
    id: known[index]?.id ?? highest + 1 + index - known.length,
    name,
    type,
  }));
}
