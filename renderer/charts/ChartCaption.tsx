import classes from './ChartPanel.module.css';
import type { Description } from '../../src/charts/describe.ts';

export interface ChartCaptionProps {
  readonly title: string;
  readonly description: Description;
}

/** What the chart shows, in words: first what was found, then what was left out. */
export function ChartCaption({ title, description: { sentence, notes } }: ChartCaptionProps) {
  return (
    <div className={classes.caption}>
      <h3>{title}</h3>
      <p>{sentence}</p>
      {notes.length > 0 && <p className={classes.notes}>{notes.join(' ')}</p>}
    </div>
  );
}
