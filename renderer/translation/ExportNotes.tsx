import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconEye } from '@tabler/icons-react';
import type { ExportNote } from '../../src/dialect/export/contract.ts';
import { exportSummary, severityWords } from '../../src/dialect/export/note-words.ts';
import type { ExportTarget } from '../../src/dialect/export/target.ts';
import classes from './Translation.module.css';

/** A place that a note speaks of. */
export interface NotePlace {
  readonly words: string;
  /** Shows it to the user, where it can be shown. */
  readonly go?: () => void;
}

export interface ShownNote extends Omit<ExportNote, 'ranges'> {
  readonly places: readonly NotePlace[];
}

/** What of an export did not carry over, and what may differ there; each with its place and what to do. */
export function ExportNotes({
  notes,
  target,
}: {
  readonly notes: readonly ShownNote[];
  readonly target: ExportTarget;
}) {
  const Icon = notes.length === 0 ? IconCircleCheck : IconAlertTriangle;
  return (
    <section aria-label="Notes on the translation">
      <p className={classes.summary} data-clean={notes.length === 0 || undefined} role="status">
        <Icon size={16} aria-hidden />
        {exportSummary(
          notes.map((note) => ({ ...note, ranges: [] })),
          target,
        )}
      </p>
      {notes.length > 0 && (
        <ul className={classes.notes}>
          {notes.map((note) => (
            <li key={`${note.severity} ${note.what} ${note.advice} ${note.places[0]?.words ?? ''}`}>
              <span className={classes.severity} data-severity={note.severity}>
                {note.severity === 'missing' ? (
                  <IconAlertTriangle size={14} aria-hidden />
                ) : (
                  <IconEye size={14} aria-hidden />
                )}
                {severityWords[note.severity]}
              </span>
              <span>
                <code>{note.what}</code>
                {note.places.map((place) => (
                  <Place key={place.words} place={place} />
                ))}
                <span className={classes.advice}>{note.advice}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Place({ place: { words, go } }: { readonly place: NotePlace }) {
  if (go === undefined) return <span className={classes.place}>{words}</span>;
  return (
    <UnstyledButton className={classes.place} onClick={go}>
      {words}
    </UnstyledButton>
  );
}
