import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { IconSearch } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { toStillhouseError } from '../../src/core/error.ts';
import { shortcutLabel } from '../../src/commands/shortcuts.ts';
import { projectStore } from '../project/project-store.ts';
import { savedQueriesStore } from '../store/saved-queries.ts';
import { viewStore } from '../store/view-state.ts';
import { isMac } from './command-registry.ts';
import { useServices } from './services.ts';
import { openModule } from './tabs/module/open-module.ts';
import { datasetTab, lessonTab } from './tabs/new-tab.ts';
import { openSavedQuery } from './tabs/open-saved-query.ts';
import { useGuides } from './use-guides.ts';

/** Everything by name: commands with their keys, guides, lessons, tables, saved queries and open tabs. */
export function Palette() {
  const services = useServices();
  const { commands, tabs, messages } = services;
  const datasets = useStore(projectStore, (status) => status.datasets);
  const queries = useStore(savedQueriesStore, (store) => store.queries);
  const openTabs = useStore(viewStore, (view) => view.tabs);
  const { modules, lessons } = useGuides();

  const groups: SpotlightActionGroupData[] = [
    {
      group: 'Commands',
      actions: commands.available().map((command) => ({
        id: command.id,
        label: command.title,
        keywords: command.keywords ?? '',
        ...(command.shortcut !== undefined && { rightSection: <kbd>{shortcutLabel(command.shortcut, isMac)}</kbd> }),
        onClick: () => {
          commands.run(command.id);
        },
      })),
    },
    {
      group: 'Guides',
      actions: modules.map((module) => ({
        id: `module:${module.id}`,
        label: module.title,
        keywords: `${module.id} ${module.summary}`,
        onClick: () => {
          openModule(services, module);
        },
      })),
    },
    {
      group: 'Lessons',
      actions: lessons.map((lesson) => ({
        id: `lesson:${lesson.id}`,
        label: lesson.title,
        keywords: `learn ${lesson.goal}`,
        onClick: () => {
          tabs.open(lessonTab(lesson), { id: `lesson:${lesson.id}` });
        },
      })),
    },
    {
      group: 'Tables and views',
      actions: datasets.map(({ schema, name, rowCount }) => ({
        id: `dataset:${schema}.${name}`,
        label: name,
        keywords: schema,
        description: rowCount === undefined ? 'View' : `${rowCount.toLocaleString()} rows`,
        onClick: () => {
          tabs.open(datasetTab(schema, name), { id: `dataset:${schema}.${name}` });
        },
      })),
    },
    {
      group: 'Saved queries',
      actions: queries.map((query) => ({
        id: `query:${query.name}`,
        label: query.name,
        onClick: () => {
          openSavedQuery(services, query.name).catch((error: unknown) => {
            messages.fail(toStillhouseError(error));
          });
        },
      })),
    },
    {
      group: 'Open tabs',
      actions: Object.entries(openTabs).map(([id, { title }]) => ({
        id: `tab:${id}`,
        label: title,
        onClick: () => {
          tabs.show(id);
        },
      })),
    },
  ];
  return (
    <Spotlight
      actions={groups}
      shortcut={null}
      highlightQuery
      limit={40}
      scrollable
      maxHeight={420}
      transitionProps={{ duration: 0 }}
      overlayProps={{ blur: 0, opacity: 0.4, transitionProps: { duration: 0 } }}
      nothingFound="Nothing has this name."
      searchProps={{ placeholder: 'Search commands, tables, queries, tabs', leftSection: <IconSearch size={16} /> }}
    />
  );
}
