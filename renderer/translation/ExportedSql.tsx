import type { ReactNode } from 'react';
import type { TextRange } from '../../src/core/error.ts';
import { exportedScript } from '../../src/dialect/export/script-text.ts';
import { type ExportTarget, targetName } from '../../src/dialect/export/target.ts';
import { CodeBlock } from '../ui/CodeBlock.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { ExportNotes, type NotePlace } from './ExportNotes.tsx';
import classes from './Translation.module.css';
import { type Exported, useExported } from './use-exported.ts';

export interface ExportedSqlProps {
  /** Statements of DuckDB's SQL. */
  readonly statements: readonly string[];
  readonly target: ExportTarget;
  readonly label: string;
  /** Where a piece of a statement is to be looked for; by the statement's index. */
  readonly place: (statement: number, range: TextRange) => NotePlace;
  /** What stands above; the text is there once it is translated. */
  readonly head?: (text: string | undefined) => ReactNode;
}

/** SQL as another engine wants it, and a list of what could not be translated. */
export function ExportedSql(props: ExportedSqlProps) {
  const { statements, target, head } = props;
  const exported = useExported(statements, target);
  const text =
    exported === undefined || 'error' in exported ? undefined : exportedScript(statements, exported.statements, target);
  return (
    <>
      {head?.(text)}
      <Body {...props} exported={exported} text={text} />
    </>
  );
}

type BodyProps = ExportedSqlProps & { readonly exported: Exported; readonly text: string | undefined };

function Body({ target, label, place, exported, text }: BodyProps) {
  if (exported === undefined)
    return (
      <p className={classes.waiting} role="status">
        Translating for {targetName(target)}…
      </p>
    );
  if ('error' in exported) return <ErrorNote error={exported.error} />;
  const notes = exported.statements.flatMap((statement, index) =>
    statement.notes.map(({ ranges, ...note }) => ({
      ...note,
      places: distinct(ranges.map((range) => place(index, range))),
    })),
  );
  return (
    <>
      <CodeBlock label={label} text={text ?? ''} />
      <ExportNotes notes={notes} target={target} />
    </>
  );
}

function distinct(places: readonly NotePlace[]): readonly NotePlace[] {
  return places.filter(({ words }, index) => places.findIndex((other) => other.words === words) === index);
}
