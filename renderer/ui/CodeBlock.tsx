import classes from './CodeBlock.module.css';

/** Code to be read: it scrolls by itself, by keyboard too. */
export function CodeBlock({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div role="region" aria-label={label} tabIndex={0} className={classes.frame}>
      <pre>{text}</pre>
    </div>
  );
}
