import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { type ErrorData, errorToData } from '../../../src/core/error.ts';
import type { HistoryEntry } from '../../../src/host/protocol.ts';
import { durationText, momentText } from '../../ui/moment-text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useServices } from '../services.ts';
import classes from './HistoryTab.module.css';
import { queryTab } from './new-tab.ts';

const pageSize = 200;
const outcomeWords: Readonly<Record<HistoryEntry['outcome'], string>> = {
  done: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
};

/** Every statement ever run in this project, newest first, with how long it took and what came of it. */
export function HistoryTab() {
  const { host, tabs } = useServices();
  const [text, setText] = useState('');
  const [limit, setLimit] = useState(pageSize);
  const [entries, setEntries] = useState<readonly HistoryEntry[]>();
  const [failure, setFailure] = useState<ErrorData>();

  useEffect(() => {
    let current = true;
    host.call('history.search', { text: text.trim(), limit }).then(
      (found) => {
        if (current) setEntries(found);
      },
      (error: unknown) => {
        if (current) setFailure(errorToData(error));
      },
    );
    return () => {
      current = false;
    };
  }, [host, text, limit]);

  return (
    <div className={classes.tab}>
      <header className={classes.header}>
        <TextInput
          className={classes.search ?? ''}
          placeholder="Search in all statements ever run"
          aria-label="Search history"
          leftSection={<IconSearch size={14} />}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
      </header>
      {failure !== undefined && <ErrorNote error={failure} />}
      {entries?.length === 0 && (
        <EmptyState title={text === '' ? 'Nothing has been run yet' : 'No statement contains this'}>
          Each statement you run is kept here for good, with its time, its duration and its rows.
        </EmptyState>
      )}
      <ol className={classes.list} aria-label="History">
        {entries?.map((entry) => (
          <li key={entry.id} className={classes.entry}>
            <pre title={entry.sql}>{entry.sql}</pre>
            <div className={classes.facts}>
              <time dateTime={entry.at}>{momentText(new Date(entry.at))}</time>
              <span>{durationText(entry.durationMs)}</span>
              {entry.rows !== null && <span>{entry.rows.toLocaleString()} rows</span>}
              <span data-outcome={entry.outcome}>{entry.message ?? outcomeWords[entry.outcome]}</span>
              <Button
                variant="subtle"
                onClick={() => {
                  tabs.open(queryTab('From history', `${entry.sql};\n`));
                }}
              >
                Open
              </Button>
            </div>
          </li>
        ))}
      </ol>
      {entries?.length === limit && (
        <Button
          variant="default"
          className={classes.more ?? ''}
          onClick={() => {
            setLimit(limit + pageSize);
          }}
        >
          Show older
        </Button>
      )}
    </div>
  );
}
