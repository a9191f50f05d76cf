import { IconInfoCircle } from '@tabler/icons-react';
import type { StatementRun } from '../../../query/statement-run.ts';
import classes from './Results.module.css';

/** What the user should know of a statement that worked. */
export function Notices({ run }: { readonly run: StatementRun }) {
  const { notices = [] } = run.outcome ?? {};
  if (notices.length === 0) return null;
  return (
    <ul className={classes.notices} aria-label="Notices">
      {notices.map((notice) => (
        <li key={notice}>
          <IconInfoCircle size={14} aria-hidden /> {notice}
        </li>
      ))}
    </ul>
  );
}
