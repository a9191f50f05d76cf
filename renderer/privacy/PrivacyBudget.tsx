import { Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { DatasetInfo } from '../../src/catalog/shown.ts';
import { withReader } from '../../src/engine/with-reader.ts';
import { modules } from '../../src/modules/index.ts';
import { datasetLabel } from '../../src/privacy/erase/person-columns.ts';
import {
  budgetWords,
  type PrivacyAccount,
  readPrivacyAccount,
  readSpentCharges,
  type SpentCharge,
} from '../../src/runner/privacy-ledger.ts';
import { useServices } from '../app/services.ts';
import { momentText } from '../ui/moment-text.ts';
import classes from './PrivacyBudget.module.css';

interface Spending {
  readonly account: PrivacyAccount;
  readonly charges: readonly SpentCharge[];
}

/** What guides took from a dataset's privacy budget, what is left, and which runs it were; nothing where it has none. */
export function PrivacyBudget({ dataset }: { readonly dataset: DatasetInfo }) {
  const { project } = useServices();
  const [spending, setSpending] = useState<Spending>();
  const label = datasetLabel(dataset);
  useEffect(() => {
    let current = true;
    const read = async () => {
      const { engine } = await project.whenLive();
      const found = await withReader(engine, async (reader) => ({
        account: await readPrivacyAccount(reader, label),
        charges: await readSpentCharges(reader, label),
      }));
      if (current) setSpending(found);
    };
    const stop = project.live?.workspace.onChange(() => {
      read().catch(() => undefined); // the engine was closed or restarted: the next change asks again
    });
    read().catch(() => undefined); // a note is not worth an error
    return () => {
      current = false;
      stop?.();
    };
  }, [project, label]);
  const words = spending && budgetWords(spending.account);
  if (spending?.account.budget === undefined || words === undefined) return null;
  const { account, charges } = spending;
  return (
    <details className={classes.budget}>
      <summary>
        Privacy budget: {words}
        <Progress
          className={classes.bar ?? ''}
          size="sm"
          value={Math.min(100, (100 * account.epsilon) / (account.budget ?? 1))}
          aria-label="Spent part of the privacy budget"
        />
      </summary>
      <table className={classes.table} aria-label="Who spent the privacy budget">
        <thead>
          <tr>
            <th scope="col">Guide</th>
            <th scope="col">Run</th>
            <th scope="col">When</th>
            <th scope="col" data-number>
              ε
            </th>
            <th scope="col" data-number>
              δ
            </th>
          </tr>
        </thead>
        <tbody>
          {charges.map(({ runId, module, chargedAt, epsilon, delta }) => (
            <tr key={runId}>
              <td>{modules.find(({ id }) => id === module)?.title ?? module}</td>
              <td title={runId}>{runId.slice(0, 8)}</td>
              <td>{momentText(chargedAt)}</td>
              <td data-number>{epsilon}</td>
              <td data-number>{delta}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
