import { useEffect, useRef, useState } from 'react';
import type { Audience } from '../../../../src/audiences/audience.ts';
import { causesSql, changesSql } from '../../../../src/audiences/changes.ts';
import type { Snapshot } from '../../../../src/catalog/model.ts';
import { errorToData } from '../../../../src/core/error.ts';
import { rows } from '../../../../src/engine/collect.ts';
import { withReader } from '../../../../src/engine/with-reader.ts';
import { textOf } from '../../../../src/modules/words.ts';
import type { ResultGridHandle } from '../../../grid/ResultGrid.tsx';
import { useRows } from '../../../query/use-rows.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { momentText } from '../../../ui/moment-text.ts';
import { InspectedGrid } from '../../inspector/InspectedGrid.tsx';
import { useServices } from '../../services.ts';
import classes from './AudienceTab.module.css';

export interface MemberChangesProps {
  readonly audience: Audience;
  readonly before: Snapshot;
  readonly after: Snapshot;
}

/** Who joined and left between two refreshes: the commonest reasons in words, then everybody with theirs. */
export function MemberChanges({ audience, before, after }: MemberChangesProps) {
  const { project } = useServices();
  const grid = useRef<ResultGridHandle>(null);
  const { view, failure } = useRows(
    project,
    async ({ workspace }) => (await changesSql(workspace, audience, before, after)).text,
    `${before.id} ${after.id}`,
  );
  if (failure !== undefined) return <ErrorNote error={errorToData(failure)} />;
  if (view === undefined) return <p className={classes.note}>Looking for reasons…</p>;
  return (
    <section aria-label={`Changes of ${momentText(after.committedAt)}`}>
      {audience.definition.kind === 'rule' && <Causes audience={audience} before={before} after={after} />}
      <div className={classes.changes}>
        <InspectedGrid ref={grid} view={view} kept={undefined} onKeep={() => undefined} profiled={false} />
      </div>
    </section>
  );
}

/** The commonest reasons; left out when they cannot be told, since the rows tell why. */
function Causes({ audience, before, after }: MemberChangesProps) {
  const { project } = useServices();
  const [causes, setCauses] = useState<readonly string[]>([]);
  useEffect(() => {
    let current = true;
    const read = async () => {
      const { engine, workspace } = await project.whenLive();
      const statement = causesSql(await changesSql(workspace, audience, before, after));
      const found = await withReader(engine, (reader) => rows(reader, statement.text));
      const words = found.map(({ people, change, cause }) => `${textOf(people)} ${textOf(change)}: ${textOf(cause)}`);
      if (current) setCauses(words);
    };
    read().catch(() => undefined);
    return () => {
      current = false;
    };
  }, [project, audience, before, after]);
  return (
    <ul className={classes.causes} aria-label="Commonest reasons">
      {causes.map((cause) => (
        <li key={cause}>{cause}</li>
      ))}
    </ul>
  );
}
