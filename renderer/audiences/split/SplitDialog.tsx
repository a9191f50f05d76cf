import { Button, Group, Modal, MultiSelect, TextInput } from '@mantine/core';
import { IconCode, IconTablePlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { Audience } from '../../../src/audiences/audience.ts';
import { balanceColumns } from '../../../src/audiences/split/balance.ts';
import { splitSql } from '../../../src/audiences/split/split-sql.ts';
import { type Split, splitIssue } from '../../../src/audiences/split/split.ts';
import { type ErrorData, errorToData } from '../../../src/core/error.ts';
import { counted } from '../../../src/modules/words.ts';
import { useServices } from '../../app/services.ts';
import { datasetTab, queryTab } from '../../app/tabs/new-tab.ts';
import { projectStore } from '../../project/project-store.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { saveDataset } from '../overlap/save-dataset.ts';
import { GroupRows } from './GroupRows.tsx';
import classes from './Split.module.css';
import { SplitChecks } from './SplitChecks.tsx';
import { useSplit } from './use-split.ts';

export interface SplitDialogProps {
  readonly audience: Audience;
  readonly onClose: () => void;
}

/** Divides an audience at random: groups and shares above, what that gives below. */
export function SplitDialog({ audience: { name, identity }, onClose }: SplitDialogProps) {
  const { project, tabs, messages } = useServices();
  const datasets = useStore(projectStore, (status) => status.datasets);
  const columns = datasets.find((one) => one.schema === 'main' && one.name === name)?.columns ?? [];
  const [failure, setFailure] = useState<ErrorData>();
  const [split, setSplit] = useState<Split>({
    salt: name,
    groups: [
      { name: 'holdout', percent: 10 },
      { name: 'contacted', percent: 90 },
    ],
    holdout: 'holdout',
    strata: [],
  });
  const people = { dataset: name, identity, columns: columns.map((column) => column.name) };
  const issue = splitIssue(split);
  const { value: preview, failure: uncounted } = useSplit(project, people, split, columns);
  const output = `${name} split`;
  const isThere = datasets.some((one) => one.schema === 'main' && one.name === output);
  const change = (part: Partial<Split>) => {
    setSplit({ ...split, ...part });
  };
  const save = async () => {
    try {
      const options = { replace: isThere, source: `Split of ${name}` };
      const rows = await saveDataset(project, output, splitSql(people, split), options);
      messages.say(`“${output}” has ${counted(rows, 'person', 'people')} with their groups.`);
      tabs.open(datasetTab('main', output), { id: `dataset:main.${output}` });
      onClose();
    } catch (error) {
      setFailure(errorToData(error));
    }
  };
  return (
    <Modal opened onClose={onClose} title={`Split “${name}” into groups`} size={760}>
      <div className={classes.dialog}>
        <GroupRows split={split} sizes={issue === undefined ? preview?.sizes : undefined} onChange={change} />
        <div className={classes.pair}>
          <TextInput
            label="Salt"
            description="Another salt is another, unrelated split: use one a campaign."
            value={split.salt}
            onChange={(event) => {
              change({ salt: event.currentTarget.value });
            }}
          />
          <MultiSelect
            label="Exact shares within"
            description={
              split.strata.length === 0
                ? 'Nothing chosen: a person’s group never changes, also when the audience grows.'
                : 'Shares are exact in every combination; when the audience changes, some people change their group.'
            }
            searchable
            hidePickedOptions
            data={balanceColumns(columns, identity).map((column) => column.name)}
            value={[...split.strata]}
            onChange={(strata) => {
              change({ strata });
            }}
          />
        </div>
        {issue !== undefined && (
          <p className={classes.issue} role="status">
            {issue}
          </p>
        )}
        {uncounted !== undefined && <ErrorNote error={errorToData(uncounted)} />}
        {issue === undefined && preview?.sizes.length === split.groups.length && (
          <SplitChecks people={people} split={split} preview={preview} output={output} />
        )}
        {failure !== undefined && <ErrorNote error={failure} />}
        <Group justify="flex-end">
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconCode size={14} />}
            disabled={issue !== undefined}
            onClick={() => {
              tabs.open(queryTab(output, `${splitSql(people, split).text};\n`), { beside: true });
              onClose();
            }}
          >
            Show SQL
          </Button>
          <Button leftSection={<IconTablePlus size={14} />} disabled={issue !== undefined} onClick={() => void save()}>
            {isThere ? `Replace “${output}”` : `Save as “${output}”`}
          </Button>
        </Group>
      </div>
    </Modal>
  );
}
