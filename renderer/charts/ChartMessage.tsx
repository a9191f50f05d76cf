import type { ReactNode } from 'react';
import classes from './ChartMessage.module.css';

export interface ChartMessageProps {
  readonly children: ReactNode;
  /** A button that helps. */
  readonly action?: ReactNode;
}

/** What stands where a chart would stand, when there is nothing to draw. */
export function ChartMessage({ children, action }: ChartMessageProps) {
  return (
    <div className={classes.message} role="status">
      <p>{children}</p>
      {action}
    </div>
  );
}
