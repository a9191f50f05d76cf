import { useMemo } from 'react';
import { useStore } from 'zustand';
import { errorToData } from '../../../../src/core/error.ts';
import { changeDataset } from '../../../../src/modules/change-dataset.ts';
import { defaultInput, formFields } from '../../../../src/modules/form.ts';
import { modules } from '../../../../src/modules/index.ts';
import { ModuleForm } from '../../../modules/form/ModuleForm.tsx';
import { updateTab, viewStore } from '../../../store/view-state.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { Split } from '../../../ui/Split.tsx';
import type { TabProps } from '../../dock/Dock.tsx';
import { useServices } from '../../services.ts';
import { FindingsPage } from './FindingsPage.tsx';
import type { ModuleScreenProps } from './module-props.ts';
import { ModuleHead } from './ModuleHead.tsx';
import classes from './ModuleTab.module.css';
import { RunsPage } from './RunsPage.tsx';
import { StepsPage } from './StepsPage.tsx';
import { usePlan } from './use-plan.ts';

/** A guided module: its form on the left; what it found, its steps and its earlier runs on the right. */
export function ModuleTab({ id }: TabProps) {
  const tab = useStore(viewStore, ({ tabs }) => tabs[id]);
  if (tab?.kind !== 'module') return null;
  const module = modules.find((known) => known.id === tab.module);
  return module === undefined ? (
    <EmptyState title="This guide is not part of the program">
      The project was saved by a version of Stillhouse that has a guide called “{tab.module}”.
    </EmptyState>
  ) : (
    <ModuleScreen id={id} tab={tab} module={module} />
  );
}

function ModuleScreen({ id, tab, module }: ModuleScreenProps) {
  const { moduleRunners } = useServices();
  const runner = moduleRunners.of(id);
  const run = useStore(runner.store);
  const fields = useMemo(() => formFields(module.input), [module]);
  const values = useMemo(() => ({ ...defaultInput(module.input), ...tab.input }), [module, tab.input]);
  const { catalog, checked, planned, failure } = usePlan(module, values);
  const change = (name: string, value: unknown) => {
    const isDataset = fields.find((field) => field.name === name)?.control.kind === 'dataset';
    const input =
      isDataset && typeof value === 'string'
        ? changeDataset(module, values, name, value, catalog)
        : { ...tab.input, [name]: value };
    updateTab(id, 'module', { input });
  };
  const page = { id, tab, module, run, plan: planned };
  return (
    <div className={classes.tab}>
      <ModuleHead
        id={id}
        tab={tab}
        module={module}
        run={run}
        ready={checked.ok}
        onRun={() => {
          updateTab(id, 'module', { page: 'findings' });
          void runner.run(module, values);
        }}
        onCancel={runner.cancel}
      />
      <div className={classes.body}>
        <Split
          direction="row"
          sized="first"
          size={tab.formWidth}
          min={240}
          max={640}
          label="Width of the form"
          onResize={(formWidth) => {
            updateTab(id, 'module', { formWidth });
          }}
          first={
            <section className={classes.form} aria-label="Settings">
              <p className={classes.summary}>{module.summary}</p>
              <ModuleForm
                fields={fields}
                values={values}
                issues={checked.ok ? [] : checked.issues}
                catalog={catalog}
                onChange={change}
              />
            </section>
          }
          second={
            <section className={classes.output} aria-label="What it shows">
              {failure !== undefined && <ErrorNote error={errorToData(failure)} />}
              {tab.page === 'findings' && <FindingsPage {...page} values={values} />}
              {tab.page === 'steps' && <StepsPage {...page} />}
              {tab.page === 'runs' && <RunsPage {...page} />}
            </section>
          }
        />
      </div>
    </div>
  );
}
