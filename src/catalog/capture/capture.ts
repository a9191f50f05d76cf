import type { Dataset, Operation } from '../model.ts';
import type { StatementClass } from '../../dialect/classify.ts';
import { hidesRowId, readOnlyKey } from '../store/definition.ts';
import { captureAppend } from './append.ts';
import { rowClauses } from './clauses.ts';
import { type Candidates, mergeCandidates, readUpsert, upsertCandidates } from './candidates.ts';
import { captureClear } from './clear.ts';
import { captureTargeted } from './targeted.ts';
import { captureUniversal } from './universal.ts';
import { isPlainCondition, mentions, type VolatileNames } from './volatile.ts';
import { captureWholesale } from './wholesale.ts';
import type { Captured, UserStatement, Writing } from './writing.ts';

export type RowVerb = Extract<StatementClass, { kind: 'rows' }>['verb'];

const operations = {
  insert: 'append',
  copy: 'append',
  upsert: 'merge',
  merge: 'merge',
  update: 'update',
  delete: 'delete',
  truncate: 'delete',
} satisfies Record<RowVerb, Operation>;

/**
 * Runs a statement that writes rows and captures what it did, on the cheapest road that is exact. `thorough` leaves out
 * the roads that rely on a statement doing twice the same.
 */
export async function captureRows(
  writing: Writing,
  dataset: Dataset,
  verb: RowVerb,
  statement: UserStatement,
  options: { readonly thorough: boolean; readonly volatileNames: () => Promise<VolatileNames> },
): Promise<Captured> {
  if (verb === 'insert' || verb === 'copy') return captureAppend(writing, dataset, statement);
  if (verb === 'truncate') return captureClear(writing, dataset, statement);
  const clauses = statement.plain ? rowClauses(statement.text) : undefined;
  const { from, where, prefix = '' } = clauses ?? {};
  if (verb === 'delete' && clauses !== undefined && from === undefined && where === undefined) {
    return captureClear(writing, dataset, statement);
  }
  if (hidesRowId(dataset.generation)) return captureWholesale(writing, dataset, operations[verb], statement);
  const isSafe = async (question: string) =>
    isPlainCondition(question) || !mentions(question, await options.volatileNames());
  const mayAsk = statement.plain && !options.thorough;
  if ((verb === 'update' || verb === 'delete') && clauses !== undefined && mayAsk) {
    const isAlone = from === undefined && prefix === '';
    const question = isAlone ? (where ?? '') : `${prefix} SELECT ${from ?? ''} ${where ?? ''}`;
    const captured = (await isSafe(question))
      ? await captureTargeted(writing, dataset, verb, statement, clauses)
      : undefined;
    if (captured !== undefined) return captured;
  }
  const candidates = mayAsk ? await findCandidates(writing, dataset, verb, statement.text) : undefined;
  const trusted = candidates !== undefined && (await isSafe(`SELECT ${candidates.question}`)) ? candidates : undefined;
  return captureUniversal(writing, dataset, operations[verb], statement, trusted);
}

async function findCandidates(
  { session, store }: Writing,
  dataset: Dataset,
  verb: RowVerb,
  text: string,
): Promise<Candidates | undefined> {
  if (verb === 'merge') return mergeCandidates(text);
  const upsert = verb === 'upsert' ? readUpsert(text) : undefined;
  if (upsert === undefined) return undefined;
  const key = upsert.key ?? (await readOnlyKey(session, store, dataset));
  return key && upsertCandidates(upsert, dataset.generation.columns, key);
}
