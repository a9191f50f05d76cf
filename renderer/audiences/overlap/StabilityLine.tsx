import { Button } from '@mantine/core';
import { IconCode } from '@tabler/icons-react';
import type { Audience } from '../../../src/audiences/audience.ts';
import { measureOverlap } from '../../../src/audiences/overlap/measure-overlap.ts';
import { masksSql } from '../../../src/audiences/overlap/overlap-sql.ts';
import { refreshMembers, stabilities, stabilityWords } from '../../../src/audiences/overlap/stability.ts';
import type { Snapshot } from '../../../src/catalog/model.ts';
import { errorToData } from '../../../src/core/error.ts';
import { withReader } from '../../../src/engine/with-reader.ts';
import { useServices } from '../../app/services.ts';
import { queryTab } from '../../app/tabs/new-tab.ts';
import { useAnswer } from '../../grid/use-answer.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';

export interface StabilityLineProps {
  readonly audience: Audience;
  readonly history: readonly Snapshot[];
}

/** How stable an audience is over its refreshes, in one sentence, with the query that says so. */
export function StabilityLine({ audience, history }: StabilityLineProps) {
  const { project, tabs } = useServices();
  const { value, failure } = useAnswer(
    JSON.stringify([audience.name, history.map(({ id }) => id)]),
    async (signal) => {
      const { engine, workspace } = await project.whenLive();
      const members = await refreshMembers(workspace, audience, history);
      if (members.length < 2) return undefined;
      const overlap = await withReader(engine, (reader) => measureOverlap(reader, members, signal));
      return { words: stabilityWords(stabilities(overlap)), statement: masksSql(members).text };
    },
    0,
  );
  if (failure !== undefined) return <ErrorNote error={errorToData(failure)} />;
  if (value?.words === undefined) return null;
  return (
    <p>
      {value.words}{' '}
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconCode size={14} />}
        onClick={() => {
          tabs.open(queryTab(`Stability of ${audience.name}`, `${value.statement};\n`), { beside: true });
        }}
      >
        Show SQL
      </Button>
    </p>
  );
}
