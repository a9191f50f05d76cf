import { Button, TextInput } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useState } from 'react';
import { judge, type NodeVerdict, type Verdict, whySql } from '../../../../src/audiences/why.ts';
import { type ErrorData, errorToData } from '../../../../src/core/error.ts';
import { sql } from '../../../../src/core/sql.ts';
import { rows } from '../../../../src/engine/collect.ts';
import { withReader } from '../../../../src/engine/with-reader.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { useServices } from '../../services.ts';
import type { AudiencePageProps } from './audience-props.ts';
import classes from './AudienceTab.module.css';

/** Asks of one person whether and why they are in or not. */
export function WhyPage({ draft, catalog, state }: AudiencePageProps) {
  const { project } = useServices();
  const [person, setPerson] = useState('');
  const [verdict, setVerdict] = useState<Verdict>();
  const [failure, setFailure] = useState<ErrorData>();
  if (draft.mode === 'sql') {
    return (
      <EmptyState title="A query gives no reasons">
        Switch to conditions on the left: then each of them is shown for the person you ask about.
      </EmptyState>
    );
  }
  const ask = async () => {
    try {
      const { engine } = await project.whenLive();
      const statement = whySql(draft.rule, person.trim(), { catalog, today: sql`today()` });
      setVerdict(judge(draft.rule, person.trim(), await withReader(engine, (reader) => rows(reader, statement.text))));
      setFailure(undefined);
    } catch (error) {
      setFailure(errorToData(error));
    }
  };
  return (
    <div className={classes.page}>
      <form
        className={classes.row}
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <TextInput
          className={classes.ask ?? ''}
          label={`${draft.rule.identity || 'Identity'} of the person`}
          description="As your data writes it."
          value={person}
          onChange={(event) => {
            setPerson(event.currentTarget.value);
          }}
        />
        <Button type="submit" disabled={person.trim() === '' || state.issues.size > 0}>
          Why?
        </Button>
      </form>
      {state.issues.size > 0 && <p className={classes.note}>Complete or remove the unfinished conditions first.</p>}
      {failure !== undefined && <ErrorNote error={failure} />}
      {verdict !== undefined && failure === undefined && (
        <section aria-label="Why" role="status">
          <p className={classes.words}>{verdict.sentence}</p>
          {verdict.root.nodes.length > 0 && <VerdictList nodes={verdict.root.nodes} />}
        </section>
      )}
    </div>
  );
}

function VerdictList({ nodes }: { readonly nodes: readonly NodeVerdict[] }) {
  return (
    <ul className={classes.verdicts}>
      {nodes.map(({ id, words, holds, value, nodes: inner }) => (
        <li key={id} data-holds={holds}>
          {holds ? (
            <IconCircleCheck size={16} aria-label="Holds" />
          ) : (
            <IconCircleX size={16} aria-label="Does not hold" />
          )}
          <div>
            {words}
            {value !== undefined && <span className={classes.muted}> — {value}</span>}
            {inner.length > 0 && <VerdictList nodes={inner} />}
          </div>
        </li>
      ))}
    </ul>
  );
}
