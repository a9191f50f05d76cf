import { balanceWords, noticeable } from '../../../src/audiences/split/balance.ts';
import { ratioCheck, ratioWords } from '../../../src/audiences/split/ratio-check.ts';
import { sendConditionSql, type SplitPeople } from '../../../src/audiences/split/split-sql.ts';
import type { Split } from '../../../src/audiences/split/split.ts';
import { readable } from '../../../src/modules/words.ts';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import classes from './Split.module.css';
import type { SplitPreview } from './use-split.ts';

export interface SplitChecksProps {
  readonly people: SplitPeople;
  readonly split: Split;
  readonly preview: SplitPreview;
  /** The dataset that the split is kept in. */
  readonly output: string;
}

/** Whether the sizes are sound, how alike the groups are, and the condition for sends. */
export function SplitChecks({ people, split, preview, output }: SplitChecksProps) {
  const check = ratioCheck(split, preview.sizes);
  const condition = sendConditionSql(people, split, output);
  return (
    <section className={classes.checks} aria-label="What it gives">
      <p data-bad={!check.passed || undefined}>{ratioWords(check)}</p>
      <p>{balanceWords(preview.balance)}</p>
      {preview.balance.length > 0 && (
        <details>
          <summary>Largest difference of two groups, in standard deviations</summary>
          <table>
            <tbody>
              {preview.balance.map(({ what, difference }) => (
                <tr key={what}>
                  <th scope="row">{what}</th>
                  <td data-bad={difference >= noticeable || undefined}>{readable(difference)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
      {condition !== undefined && (
        <>
          <p className={classes.muted}>
            As one condition, for sends and other audiences: everybody but “{split.holdout}”.
          </p>
          <CodeBlock label="Condition for sends" text={condition.text} />
        </>
      )}
    </section>
  );
}
