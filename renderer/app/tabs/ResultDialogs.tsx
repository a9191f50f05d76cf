import type { ResultView } from '../../../src/results/result-view.ts';
import { ExportDialog } from '../../export/ExportDialog.tsx';
import { RenameDialog } from '../dialogs/RenameDialog.tsx';
import { useServices } from '../services.ts';
import { saveAsTable } from './save-as-table.ts';

/** What is asked about a result: a name for its rows as a table, or how to export them with the columns shown. */
export type ResultQuestion =
  { readonly kind: 'table' } | { readonly kind: 'export'; readonly columns: readonly number[] | undefined };

export interface ResultDialogsProps {
  readonly view: ResultView;
  /** What the result is called, as the suggestion for a file. */
  readonly title: string;
  /** `undefined` while nothing is asked. */
  readonly question: ResultQuestion | undefined;
  readonly onClose: () => void;
}

/** The dialogs about the rows of one result. */
export function ResultDialogs({ view, title, question, onClose }: ResultDialogsProps) {
  const services = useServices();
  const { project, host } = services;
  if (question?.kind === 'table') {
    return (
      <RenameDialog
        title="Save these rows as a table"
        name=""
        action="Save"
        onRename={(name) => saveAsTable(services, view.state().shown, name)}
        onClose={onClose}
      />
    );
  }
  if (question === undefined || project.live === undefined) return null;
  return (
    <ExportDialog
      view={view}
      engine={project.live.engine}
      host={host}
      suggestedName={title}
      columns={question.columns}
      onClose={onClose}
    />
  );
}
