import { useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { StatementRange } from '../../../../src/dialect/split.ts';
import type { SqlEditorHandle } from '../../../editor/editor-handle.ts';
import type { EditorViewState } from '../../../editor/open-editor.ts';
import { ParametersBar } from '../../../editor/ParametersBar.tsx';
import { SqlEditor } from '../../../editor/SqlEditor.tsx';
import { currentCatalog } from '../../../query/catalog-shape.ts';
import { scriptParameters } from '../../../query/script-parameters.ts';
import { savedQueriesStore } from '../../../store/saved-queries.ts';
import { type QueryTab as QueryTabState, updateTab, viewStore } from '../../../store/view-state.ts';
import { Split } from '../../../ui/Split.tsx';
import type { TabProps } from '../../dock/Dock.tsx';
import { useServices } from '../../services.ts';
import { useThemeName } from '../../use-theme-name.ts';
import classes from './QueryTab.module.css';
import { Results } from './Results.tsx';
import { RunBar } from './RunBar.tsx';
import { useQueryActions } from './use-query-actions.ts';
import { useQueryCommands } from './use-query-commands.ts';

/** SQL above, what came of it below. */
export function QueryTab({ id }: TabProps) {
  const tab = useStore(viewStore, ({ tabs }) => tabs[id]);
  return tab?.kind === 'query' ? <QueryScreen id={id} tab={tab} /> : null;
}

function QueryScreen({ id, tab }: TabProps & { readonly tab: QueryTabState }) {
  const { runners, commands } = useServices();
  const runner = runners.of(id);
  const theme = useThemeName();
  const markers = useStore(runner.store, (state) => state.markers);
  const editor = useRef<SqlEditorHandle>(null);
  const [openedWith] = useState(() => tab.editor as EditorViewState | undefined); // its own, opaque to us
  const parameters = useMemo(() => new Map(Object.entries(tab.parameters)), [tab.parameters]);
  const queries = useStore(savedQueriesStore, (store) => store.queries);
  const guesses = useMemo(
    () => scriptParameters(tab.text, currentCatalog(), tab.dialect, queries),
    [tab.text, tab.dialect, queries],
  );
  const actions = useQueryActions(id, tab, editor);
  useQueryCommands(id, actions);

  return (
    <div className={classes.tab}>
      <RunBar tab={tab} runner={runner} actions={actions} />
      <ParametersBar
        names={[...guesses.keys()]}
        values={parameters}
        guess={(name) => guesses.get(name) ?? 'text'}
        onChange={(name, value) => {
          updateTab(id, 'query', { parameters: { ...tab.parameters, [name]: value } });
        }}
      />
      <div className={classes.rest}>
        <Split
          direction="column"
          sized="first"
          size={tab.editorHeight}
          min={80}
          max={900}
          label="Height of the editor"
          onResize={(editorHeight) => {
            updateTab(id, 'query', { editorHeight });
          }}
          first={
            <SqlEditor
              ref={editor}
              text={tab.text}
              themeName={theme}
              dialect={tab.dialect}
              catalog={currentCatalog}
              templates={queries}
              markers={markers}
              viewState={openedWith}
              placeholder="Write SQL and press Ctrl Enter. Ctrl Space suggests tables, columns and functions."
              onChange={(text) => {
                updateTab(id, 'query', { text });
              }}
              onViewState={(state) => {
                updateTab(id, 'query', { editor: state });
              }}
              onPalette={() => {
                commands.run('view.palette');
              }}
              onRun={(_kind, ranges: readonly StatementRange[]) => {
                actions.runRanges(ranges);
              }}
            />
          }
          second={<Results id={id} tab={tab} runner={runner} actions={actions} />}
        />
      </div>
    </div>
  );
}
