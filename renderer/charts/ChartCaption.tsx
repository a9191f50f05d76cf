import classes from './ChartPanel.module.css';
import type { Description } from '../../src/charts/describe.ts';

export interface ChartCaptionProps {
  readonly title: string;
  readonly description: Description;
  /** Leaves title and sentence to screen readers, where the place says them already. */
  readonly notesOnly: boolean;
}

/** What the chart shows, in words: first what was found, then what was left out. */
export function ChartCaption({ title, description: { sentence, notes }, notesOnly }: ChartCaptionProps) {
  const hidden = notesOnly ? 'sh-hidden' : undefined;
  return (
    <div className={classes.caption}>
      <h3 className={hidden}>{title}</h3>
      <p className={hidden}>{sentence}</p>
      {notes.length > 0 && <p className={classes.notes}>{notes.join(' ')}</p>}
    </div>
  );
}
