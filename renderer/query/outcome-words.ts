import type { Outcome } from '../../src/catalog/session/outcome.ts';
import { classify } from '../../src/dialect/classify.ts';

/** What a statement without rows did, in a sentence. */
export function outcomeWords(sql: string, outcome: Outcome): string {
  const { rowsAffected, dataset, snapshot, words } = outcome;
  const rows =
    rowsAffected === undefined ? '' : `${rowsAffected.toLocaleString()} ${rowsAffected === 1 ? 'row' : 'rows'}`;
  const table = dataset === undefined ? '' : `“${dataset.name}”`;
  const kept = snapshot === undefined ? '' : ` Snapshot ${snapshot}.`;
  if (words !== undefined) return `${words}${kept}`;
  const statement = classify(sql);
  switch (statement.kind) {
    case 'rows': {
      const verbs: Readonly<Record<typeof statement.verb, string>> = {
        insert: 'added to',
        upsert: 'added to or changed in',
        update: 'changed in',
        delete: 'deleted from',
        merge: 'merged into',
        truncate: 'deleted from',
        copy: 'added to',
      };
      return `${rows} ${verbs[statement.verb]} ${table || statement.target.join('.')}.${kept}`;
    }
    case 'create-table':
      return `Table ${table || statement.target.join('.')} created${rows === '' ? '' : ` with ${rows}`}.${kept}`;
    case 'drop-table':
      return `Table ${statement.target.join('.')} dropped. “Undo last change to data” brings it back.${kept}`;
    case 'alter-table':
      return `Table ${table || statement.target.join('.')} altered.${kept}`;
    case 'transaction':
      return { begin: 'Transaction open.', commit: 'Committed.', rollback: 'Rolled back.' }[statement.verb];
    default:
      return `Done.${kept}`;
  }
}
