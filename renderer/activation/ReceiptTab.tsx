import { Button } from '@mantine/core';
import { IconSql } from '@tabler/icons-react';
import { useStore } from 'zustand';
import type { SendDocument } from '../../src/activation/sends/send-document.ts';
import { sendStateWords } from '../../src/activation/sends/send-states.ts';
import type { TabProps } from '../app/dock/Dock.tsx';
import { useServices } from '../app/services.ts';
import { queryTab } from '../app/tabs/new-tab.ts';
import { viewStore } from '../store/view-state.ts';
import { CodeBlock } from '../ui/CodeBlock.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import activation from './Activation.module.css';
import { activationStore } from './activation-store.ts';
import { openReceipt } from './open-send.ts';
import { ReceiptActions } from './ReceiptActions.tsx';
import { ReceiptFacts, ReceiptFiles } from './ReceiptFacts.tsx';
import { ReceiptPeople } from './ReceiptPeople.tsx';
import classes from './Send.module.css';
import { stateLooks } from './send-words.ts';

/** What a send was, for ever: rows, files with checksums, who stayed, the statement; and what can still be done. */
export function ReceiptTab({ id }: TabProps) {
  const tab = useStore(viewStore, ({ tabs }) => tabs[id]);
  const sends = useStore(activationStore, (state) => state.sends);
  const known = useStore(activationStore, (state) => state.known);
  if (tab?.kind !== 'receipt' || !known) return null;
  const send = sends.find((one) => one.id === tab.send);
  return send === undefined ? (
    <EmptyState title="This send is not in the project’s folder">
      Nothing of it ever left, so no receipt was kept.
    </EmptyState>
  ) : (
    <Receipt send={send} />
  );
}

function Receipt({ send }: { readonly send: SendDocument }) {
  const services = useServices();
  const { tabs } = services;
  const undone = useStore(activationStore, (state) => state.sends.find(({ undoes }) => undoes === send.id));
  return (
    <div className={classes.tab}>
      <header className={classes.head}>
        <h2>{send.title}</h2>
        <span className={activation.state} data-tone={stateLooks[send.state].tone}>
          {stateLooks[send.state].title}
        </span>
        <span className={classes.spacer} />
        <ReceiptActions send={send} />
        <Button
          variant="default"
          leftSection={<IconSql size={14} />}
          onClick={() => {
            tabs.open(queryTab(`${send.title}: rows`, `${send.source.sql};\n`));
          }}
        >
          Open SQL
        </Button>
      </header>
      <section className={classes.page} aria-label="Receipt">
        <p className={classes.headline}>{sendStateWords(send)}</p>
        {send.error !== null && <ErrorNote error={{ message: send.error.message }} />}
        {undone !== undefined && (
          <p>
            These people were taken out again by a removal file.{' '}
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => {
                openReceipt(services, undone);
              }}
            >
              Its receipt
            </Button>
          </p>
        )}
        <ReceiptFacts send={send} />
        <ReceiptFiles send={send} />
        <ReceiptPeople send={send} />
        {send.leftOut.length > 0 && (
          <section className={classes.section} aria-label="Who stayed">
            <h3>Who stayed</h3>
            <table className={classes.table}>
              <tbody>
                {send.leftOut.map(({ reason, rows }) => (
                  <tr key={reason}>
                    <td>{reason}</td>
                    <td data-number>{rows.toLocaleString()}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
        <section className={classes.section} aria-label="Columns">
          <h3>Columns</h3>
          <table className={classes.table}>
            <tbody>
              {send.mapping.map(({ from, to, treatment }, index) => (
                <tr key={index}>
                  <td>{to}</td>
                  <td className={classes.muted}>{from === '' ? treatment : `${from}: ${treatment}`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <section className={classes.section} aria-label="The rows in SQL">
          <h3>The rows, as SQL</h3>
          <CodeBlock label="SQL of the rows" text={send.source.sql} />
        </section>
      </section>
    </div>
  );
}
