import { spotlight } from '@mantine/spotlight';
import { toStillhouseError } from '../../src/core/error.ts';
import { openDemo } from '../demo/open-demo.ts';
import { type DialogName, openDialog } from '../store/dialogs.ts';
import { type Settings, settingsStore } from '../store/settings.ts';
import { viewStore } from '../store/view-state.ts';
import type { CommandHandler } from './command-registry.ts';
import type { Services } from './services.ts';
import { undoLastWrite } from './undo-write.ts';
import { openAudience } from './tabs/audience/audience-tab.ts';
import { openOverlap } from './tabs/overlap/overlap-tab.ts';
import { newQueryTab } from './tabs/new-tab.ts';

const dialog = (name: DialogName): CommandHandler => ({
  run: () => {
    openDialog(name);
  },
});

const theme = (choice: Settings['theme']): CommandHandler => ({
  run: () => {
    settingsStore.setState({ theme: choice });
  },
});

const newTabs = (queryDialect: Settings['queryDialect']): CommandHandler => ({
  run: () => {
    settingsStore.setState({ queryDialect });
  },
});

/** The commands that belong to the whole window, whatever tab is open. */
export function registerAppCommands(services: Services): () => void {
  const { commands, project, tabs, messages } = services;
  const report = (work: Promise<unknown>) => {
    work.catch((error: unknown) => {
      messages.fail(toStillhouseError(error));
    });
  };
  const activeTab = () => viewStore.getState().activeTab;

  return commands.register({
    'file.newProject': dialog('newProject'),
    'file.openProject': dialog('openProject'),
    'file.saveProjectAs': dialog('saveProjectAs'),
    'file.openDemo': {
      run: () => {
        report(openDemo(services));
      },
    },
    'file.sampleData': dialog('sampleData'),
    'view.settings': dialog('settings'),
    'help.shortcuts': dialog('shortcuts'),
    'help.offline': dialog('offline'),
    'help.about': dialog('about'),
    'view.palette': { run: spotlight.open },
    'view.themeLight': theme('light'),
    'view.themeDark': theme('dark'),
    'view.themeContrast': theme('contrast'),
    'view.themeSystem': theme('system'),
    'view.sidePanel': {
      run: () => {
        viewStore.setState(({ sidePanelOpen }) => ({ sidePanelOpen: !sidePanelOpen }));
      },
    },
    'audience.new': {
      run: () => {
        openAudience(services);
      },
    },
    'audience.overlaps': {
      run: () => {
        openOverlap(services);
      },
    },
    'view.audiences': {
      run: () => {
        viewStore.setState({ rail: 'audiences', sidePanelOpen: true });
      },
    },
    'view.activation': {
      run: () => {
        viewStore.setState({ rail: 'activation', sidePanelOpen: true });
      },
    },
    'view.inspector': {
      run: () => {
        viewStore.setState(({ inspectorOpen }) => ({ inspectorOpen: !inspectorOpen }));
      },
    },
    'view.closeTab': {
      enabled: () => activeTab() !== undefined,
      run: () => {
        const id = activeTab();
        if (id !== undefined) tabs.close(id);
      },
    },
    'view.nextTab': {
      run: () => {
        tabs.step(1);
      },
    },
    'view.previousTab': {
      run: () => {
        tabs.step(-1);
      },
    },
    'query.new': {
      run: () => {
        tabs.open(newQueryTab());
      },
    },
    'query.newInDuckdb': newTabs('duckdb'),
    'query.newInDistiller': newTabs('distiller'),
    'query.history': {
      run: () => {
        tabs.open({ kind: 'history', title: 'History' }, { id: 'history' });
      },
    },
    'privacy.erase': {
      enabled: () => project.live !== undefined,
      ...dialog('erasePeople'),
    },
    'data.undoWrite': {
      enabled: () => project.live !== undefined,
      run: () => {
        report(undoLastWrite(services));
      },
    },
  });
}
