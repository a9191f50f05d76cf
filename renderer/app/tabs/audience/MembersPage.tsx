import { useRef } from 'react';
import { errorToData } from '../../../../src/core/error.ts';
import type { ResultGridHandle } from '../../../grid/ResultGrid.tsx';
import { useRows } from '../../../query/use-rows.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { InspectedGrid } from '../../inspector/InspectedGrid.tsx';
import { useServices } from '../../services.ts';
import type { AudiencePageProps } from './audience-props.ts';
import classes from './AudienceTab.module.css';
import { ruleText } from './rule-text.ts';

/** Members shown before the audience is kept. */
const preview = 1000;

/** The first members as the definition finds them now. */
export function MembersPage({ draft, catalog }: AudiencePageProps) {
  const text = ruleText(draft, catalog)?.replace(/;\s*$/, '').trim() ?? '';
  return text === '' ? (
    <EmptyState title="Nobody yet">Choose the people on the left; the first of them show here.</EmptyState>
  ) : (
    <Preview statement={`FROM (\n${text}\n)\nLIMIT ${preview}`} />
  );
}

function Preview({ statement }: { readonly statement: string }) {
  const { project } = useServices();
  const grid = useRef<ResultGridHandle>(null);
  const { view, failure } = useRows(project, () => Promise.resolve(statement), statement);
  if (failure !== undefined) return <ErrorNote error={errorToData(failure)} />;
  if (view === undefined) return <p className={classes.note}>Reading the members…</p>;
  return <InspectedGrid ref={grid} view={view} kept={undefined} onKeep={() => undefined} profiled={false} />;
}
