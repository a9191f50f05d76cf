import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

export interface EmptyStateProps {
  readonly title: string;
  /** What this place is for, in a sentence. */
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** What a place shows that holds nothing yet: what it is for, and the one thing to do. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      <h3>{title}</h3>
      <p>{children}</p>
      {action}
    </div>
  );
}
