import { IconAlertCircle, IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { LintFinding } from '../../src/activation/prepare/lint-finding.ts';
import classes from './Send.module.css';

const icons = { error: IconAlertCircle, warning: IconAlertTriangle, note: IconInfoCircle } as const;
const titles = { error: 'Error', warning: 'Warning', note: 'Note' } as const;

/** What lint found, errors first, each with what to do and the rows it is about. */
export function LintList({ findings }: { readonly findings: readonly LintFinding[] }) {
  if (findings.length === 0) {
    return (
      <p className={classes.finding}>
        <IconCircleCheck size={16} aria-hidden /> Nothing was found.
      </p>
    );
  }
  return findings.map(({ code, severity, header, words, remedy, examples }) => {
    const Icon = icons[severity];
    return (
      <div key={`${code} ${header ?? ''}`} className={classes.finding} data-severity={severity}>
        <Icon size={16} role="img" aria-label={titles[severity]} />
        <div>
          <p>
            {words} <span className={classes.muted}>{remedy}</span>
          </p>
          {examples.length > 0 && (
            <details>
              <summary>{examples.length === 1 ? 'The row' : `The first ${examples.length} rows`}</summary>
              <ul>
                {examples.map(({ row, value }) => (
                  <li key={row}>
                    Row {row.toLocaleString()}: <code>{value}</code>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
      </div>
    );
  });
}
