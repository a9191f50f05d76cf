import { Button } from '@mantine/core';
import { Fragment, useState } from 'react';
import type { DryRun } from '../../src/activation/prepare/dry-run.ts';
import { share } from '../../src/modules/words.ts';
import { SampleTable } from './SampleTable.tsx';
import classes from './Send.module.css';

/** Rows by outcome; those that stay with a few of them to look at. */
export function OutcomeTable({ dry, headers }: { readonly dry: DryRun; readonly headers: readonly string[] }) {
  const [open, setOpen] = useState<string>();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">Outcome</th>
          <th scope="col" data-number>
            Rows
          </th>
          <th scope="col" data-number>
            Share
          </th>
        </tr>
      </thead>
      <tbody>
        {dry.outcomes.map(({ outcome, words, rows, sample }) => (
          <Fragment key={outcome}>
            <tr>
              <td>
                <span className={classes.reason}>
                  {outcome === 'sent' ? <strong>Leave</strong> : `Stay: ${words}`}
                  {outcome !== 'sent' && (
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-expanded={open === outcome}
                      onClick={() => {
                        setOpen(open === outcome ? undefined : outcome);
                      }}
                    >
                      Examples
                    </Button>
                  )}
                </span>
              </td>
              <td data-number>{rows.toLocaleString()}</td>
              <td data-number>{share(rows, dry.rows)}</td>
            </tr>
            {open === outcome && (
              <tr>
                <td colSpan={3} className={classes.unfolded}>
                  <SampleTable headers={headers} rows={sample} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
