import { TextInput } from '@mantine/core';
import { IconSchool, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { moduleGroups } from '../../../src/modules/contract.ts';
import { modules } from '../../../src/modules/index.ts';
import { lessons } from '../../../src/lessons/index.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useServices } from '../services.ts';
import { openModule } from '../tabs/module/open-module.ts';
import { lessonTab } from '../tabs/new-tab.ts';
import classes from './ModulesPanel.module.css';
import panel from './SidePanel.module.css';

const groupTitles: Readonly<Record<(typeof moduleGroups)[number], string>> = {
  explore: 'Explore',
  enrich: 'Enrich',
  privacy: 'Privacy',
};

/** The guided modules by group, and the lessons about them. */
export function ModulesPanel() {
  const services = useServices();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const found = useMemo(
    () => modules.filter(({ title, summary, id }) => `${title} ${summary} ${id}`.toLowerCase().includes(wanted)),
    [wanted],
  );
  const learnt = lessons.filter(({ title, goal }) => `${title} ${goal}`.toLowerCase().includes(wanted));
  return (
    <section className={panel.panel} aria-label="Guides">
      <header className={panel.header}>
        <h3>Guides</h3>
      </header>
      <TextInput
        className={panel.search ?? ''}
        placeholder="Search guides and lessons"
        aria-label="Search guides and lessons"
        leftSection={<IconSearch size={14} />}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
        }}
      />
      <div className={classes.list}>
        {moduleGroups.map((group) => {
          const own = found.filter(({ id }) => id.startsWith(`${group}.`));
          return (
            own.length > 0 && (
              <section key={group} aria-label={groupTitles[group]}>
                <h4>{groupTitles[group]}</h4>
                {own.map((module) => (
                  <button
                    key={module.id}
                    type="button"
                    className={classes.entry}
                    title={module.summary}
                    onClick={() => {
                      openModule(services, module);
                    }}
                  >
                    <strong>{module.title}</strong>
                    <span>{module.summary}</span>
                  </button>
                ))}
              </section>
            )
          );
        })}
        {learnt.length > 0 && (
          <section aria-label="Learn">
            <h4>Learn</h4>
            {learnt.map((lesson) => (
              <button
                key={lesson.id}
                type="button"
                className={classes.entry}
                title={lesson.goal}
                onClick={() => {
                  services.tabs.open(lessonTab(lesson), { id: `lesson:${lesson.id}` });
                }}
              >
                <strong>
                  <IconSchool size={14} aria-hidden /> {lesson.title}
                </strong>
                <span>{lesson.goal}</span>
              </button>
            ))}
          </section>
        )}
        {found.length + learnt.length === 0 && (
          <EmptyState title="Nothing has this name">
            Search for what you want to know: funnel, retention, RFM.
          </EmptyState>
        )}
      </div>
    </section>
  );
}
