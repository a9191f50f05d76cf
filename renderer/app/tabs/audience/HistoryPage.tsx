import { Button, Table } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Snapshot } from '../../../../src/catalog/model.ts';
import type { Audience } from '../../../../src/audiences/audience.ts';
import { type ErrorData, errorToData } from '../../../../src/core/error.ts';
import { StabilityLine } from '../../../audiences/overlap/StabilityLine.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { momentText } from '../../../ui/moment-text.ts';
import { useServices } from '../../services.ts';
import type { AudiencePageProps } from './audience-props.ts';
import classes from './AudienceTab.module.css';
import { MemberChanges } from './MemberChanges.tsx';

/** Every refresh of the audience with its size; who joined and left between two, and why. */
export function HistoryPage({ saved }: AudiencePageProps) {
  return saved === undefined ? (
    <EmptyState title="Not saved yet">
      Each refresh is kept: how many members there were, who joined, who left, and because of which condition.
    </EmptyState>
  ) : (
    <Snapshots audience={saved} />
  );
}

function Snapshots({ audience }: { readonly audience: Audience }) {
  const { project } = useServices();
  const [history, setHistory] = useState<readonly Snapshot[]>();
  const [failure, setFailure] = useState<ErrorData>();
  const [asked, setAsked] = useState<number>();
  const { name, refreshedAt } = audience;
  useEffect(() => {
    let current = true;
    const read = async () => {
      const { workspace } = await project.whenLive();
      const found = await workspace.history(name);
      if (current) setHistory(found);
    };
    read().catch((error: unknown) => {
      if (current) setFailure(errorToData(error));
    });
    return () => {
      current = false;
    };
  }, [project, name, refreshedAt]);
  if (failure !== undefined) return <ErrorNote error={failure} />;
  if (history === undefined) return <p className={classes.note}>Reading…</p>;
  const at = history.findIndex(({ id }) => id === asked);
  const [before, after] = [history[at - 1], history[at]];
  return (
    <div className={classes.page}>
      <StabilityLine audience={audience} history={history} />
      <Table aria-label="Refreshes" className={classes.refreshes ?? ''}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>When</Table.Th>
            <Table.Th className={classes.number ?? ''}>Members</Table.Th>
            <Table.Th className={classes.number ?? ''}>Change</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {[...history].reverse().map((snapshot, index) => {
            const earlier = history[history.length - 2 - index];
            const change = earlier === undefined ? undefined : snapshot.rowCount - earlier.rowCount;
            const readable = earlier?.available === true && snapshot.available;
            return (
              <Table.Tr key={snapshot.id}>
                <Table.Td>{momentText(snapshot.committedAt)}</Table.Td>
                <Table.Td className={classes.number ?? ''}>{snapshot.rowCount.toLocaleString()}</Table.Td>
                <Table.Td className={classes.number ?? ''}>
                  {change === undefined ? 'first' : `${change > 0 ? '+' : ''}${change.toLocaleString()}`}
                </Table.Td>
                <Table.Td>
                  {readable && (
                    <Button
                      variant="subtle"
                      color="gray"
                      aria-expanded={asked === snapshot.id}
                      onClick={() => {
                        setAsked(asked === snapshot.id ? undefined : snapshot.id);
                      }}
                    >
                      {asked === snapshot.id ? 'Hide' : 'Who joined and left?'}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      {before !== undefined && after !== undefined && (
        <MemberChanges key={after.id} audience={audience} before={before} after={after} />
      )}
    </div>
  );
}
