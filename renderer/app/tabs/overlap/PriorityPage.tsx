import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCode, IconTablePlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { exclusiveCounts, reach } from '../../../../src/audiences/overlap/overlap.ts';
import { assignmentSql } from '../../../../src/audiences/overlap/overlap-sql.ts';
import { sourceKey } from '../../../../src/audiences/overlap/source.ts';
import { waterfall } from '../../../../src/audiences/overlap/waterfall.ts';
import { counted, share } from '../../../../src/modules/words.ts';
import { saveDataset } from '../../../audiences/overlap/save-dataset.ts';
import { updateTab } from '../../../store/view-state.ts';
import { RenameDialog } from '../../dialogs/RenameDialog.tsx';
import { useServices } from '../../services.ts';
import { datasetTab, queryTab } from '../new-tab.ts';
import type { OverlapPageProps } from './overlap-props.ts';
import classes from './OverlapTab.module.css';

/** Everybody goes to the first source that has them: what each keeps, shown at once for any order. */
export function PriorityPage({ id, tab, measured }: OverlapPageProps) {
  const { project, tabs, messages } = useServices();
  const [naming, setNaming] = useState(false);
  const { overlap, members, titles } = measured;
  const keys = tab.sources.map(sourceKey);
  const order = [
    ...new Set([...tab.order.map((key) => keys.indexOf(key)).filter((at) => at >= 0), ...keys.keys()]),
  ].filter((source) => source < titles.length);
  const steps = waterfall(overlap, order);
  const alone = useMemo(() => exclusiveCounts(overlap), [overlap]);
  const everybody = reach(overlap);
  const entries = steps.reduce((sum, { before }) => sum + before, 0);
  const largest = Math.max(1, ...steps.map(({ before }) => before));
  const swap = (place: number, other: number) => {
    const next = [...order];
    [next[place], next[other]] = [order[other] ?? 0, order[place] ?? 0];
    updateTab(id, 'overlap', { order: next.map((source) => keys[source] ?? '') });
  };
  const statement = assignmentSql(members, order);
  return (
    <div className={classes.page}>
      <p className={classes.muted}>
        Everybody goes to the first audience that has them. {counted(entries, 'entry', 'entries')} become{' '}
        {counted(everybody, 'person', 'people')}: {counted(entries - everybody, 'duplicate')} fewer.
      </p>
      <div className={classes.actions}>
        <Button
          leftSection={<IconTablePlus size={14} />}
          disabled={everybody === 0}
          onClick={() => {
            setNaming(true);
          }}
        >
          Save as dataset…
        </Button>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconCode size={14} />}
          onClick={() => {
            tabs.open(queryTab('Priority of audiences', `${statement.text};\n`), { beside: true });
          }}
        >
          Show SQL of the assignment
        </Button>
      </div>
      <div className={classes.scroll}>
        <table className={classes.waterfall} aria-label="Audiences by priority">
          <thead>
            <tr>
              <th scope="col">Priority</th>
              <th scope="col">Audience</th>
              <th scope="col" data-number>
                Before
              </th>
              <th scope="col" data-number title="In none of the others">
                Only here
              </th>
              <th scope="col" data-number>
                After
              </th>
              <th scope="col" data-number>
                Kept
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {steps.map(({ source, before, kept }, place) => {
              const title = titles[source] ?? '';
              return (
                <tr key={source}>
                  <td className={classes.rank}>
                    {place + 1}
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={`Move ${title} up`}
                      disabled={place === 0}
                      onClick={() => {
                        swap(place, place - 1);
                      }}
                    >
                      <IconArrowUp size={14} />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={`Move ${title} down`}
                      disabled={place === steps.length - 1}
                      onClick={() => {
                        swap(place, place + 1);
                      }}
                    >
                      <IconArrowDown size={14} />
                    </ActionIcon>
                  </td>
                  <th scope="row" title={title}>
                    {title}
                  </th>
                  <td data-number>{before.toLocaleString()}</td>
                  <td data-number>{(alone[source] ?? 0).toLocaleString()}</td>
                  <td data-number>{kept.toLocaleString()}</td>
                  <td data-number>{share(kept, before)}</td>
                  <td className={classes.bars} aria-hidden="true">
                    <div style={{ width: `${(before / largest) * 100}%` }}>
                      <div style={{ width: `${before === 0 ? 0 : (kept / before) * 100}%` }} />
                    </div>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {naming && (
        <RenameDialog
          title="Save who goes where as a dataset"
          name=""
          action="Save"
          onRename={async (name) => {
            const rows = await saveDataset(project, name, statement, {
              replace: false,
              source: 'Priority of audiences',
            });
            messages.say(`“${name}” has ${counted(rows, 'person', 'people')}.`);
            tabs.open(datasetTab('main', name), { id: `dataset:main.${name}` });
          }}
          onClose={() => {
            setNaming(false);
          }}
        />
      )}
    </div>
  );
}
