import { Button } from '@mantine/core';
import { IconCirclesRelation, IconPlus } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { isExpired } from '../../../src/audiences/audience.ts';
import { audiencesStore } from '../../audiences/audiences-store.ts';
import { projectStore } from '../../project/project-store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { momentText } from '../../ui/moment-text.ts';
import { useServices } from '../services.ts';
import { openAudience } from '../tabs/audience/audience-tab.ts';
import { openOverlap } from '../tabs/overlap/overlap-tab.ts';
import classes from './ModulesPanel.module.css';
import panel from './SidePanel.module.css';

/** The project's audiences with their sizes. */
export function AudiencesPanel() {
  const services = useServices();
  const audiences = useStore(audiencesStore, (store) => store.audiences);
  const datasets = useStore(projectStore, (status) => status.datasets);
  const add = (
    <Button
      variant="default"
      leftSection={<IconPlus size={14} />}
      onClick={() => {
        openAudience(services);
      }}
    >
      New audience
    </Button>
  );
  return (
    <section className={panel.panel} aria-label="Audiences">
      <header className={panel.header}>
        <h3>Audiences</h3>
        {audiences.length > 0 && add}
      </header>
      <div className={classes.list}>
        {audiences.length === 0 && (
          <EmptyState title="No audiences yet" action={add}>
            An audience is who fulfils your conditions: counted exactly while you build it, kept with its history, ready
            to be sent.
          </EmptyState>
        )}
        {datasets.length > 0 && (
          <Button
            variant="default"
            leftSection={<IconCirclesRelation size={14} />}
            onClick={() => {
              openOverlap(services);
            }}
          >
            Overlaps of audiences
          </Button>
        )}
        {audiences.map((audience) => {
          const size = datasets.find(({ schema, name }) => schema === 'main' && name === audience.name)?.rowCount;
          return (
            <button
              key={audience.name}
              type="button"
              className={classes.entry}
              onClick={() => {
                openAudience(services, audience);
              }}
            >
              <strong>{audience.name}</strong>
              <span>
                {size === undefined ? '' : `${size.toLocaleString()} members · `}
                {isExpired(audience, new Date()) ? 'expired: refresh it' : momentText(new Date(audience.refreshedAt))}
              </span>
            </button>
          );
        })}
      </div>
    </section>
  );
}
