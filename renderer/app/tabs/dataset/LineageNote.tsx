import { Button } from '@mantine/core';
import { IconCompass } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { DatasetInfo } from '../../../../src/catalog/shown.ts';
import { withReader } from '../../../../src/engine/with-reader.ts';
import { catalogView } from '../../../../src/modules/catalog-view.ts';
import { modules } from '../../../../src/modules/index.ts';
import type { RunRecord } from '../../../../src/runner/run-record.ts';
import { readMaker } from '../../../../src/runner/run-store.ts';
import { projectStore } from '../../../project/project-store.ts';
import { momentText } from '../../../ui/moment-text.ts';
import { useServices } from '../../services.ts';
import { datasetTab, moduleTab } from '../new-tab.ts';
import classes from './DatasetTab.module.css';

/** What a dataset was made from, and by which guide; nothing for one that no guide made. */
export function LineageNote({ dataset: { schema, name, snapshot } }: { readonly dataset: DatasetInfo }) {
  const { project, tabs } = useServices();
  const [maker, setMaker] = useState<RunRecord>();
  useEffect(() => {
    let current = true;
    const read = async () => {
      const { engine } = await project.whenLive();
      const found = await withReader(engine, (reader) => readMaker(reader, name));
      if (current) setMaker(found);
    };
    if (schema === 'main') read().catch(() => undefined); // a note is not worth an error
    return () => {
      current = false;
    };
  }, [project, schema, name, snapshot]);
  const module = modules.find(({ id }) => id === maker?.module);
  const from = maker?.outputs.find((output) => output.name.toLowerCase() === name.toLowerCase())?.from ?? [];
  if (maker === undefined) return null;
  return (
    <div className={classes.lineage}>
      <span>
        Made by “{maker.title}” on {momentText(new Date(maker.finishedAt))} from
      </span>
      {from.map((source) => (
        <Button
          key={source}
          variant="subtle"
          onClick={() => {
            tabs.open(datasetTab('main', source), { id: `dataset:main.${source}` });
          }}
        >
          {source}
        </Button>
      ))}
      {module !== undefined && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconCompass size={14} />}
          onClick={() => {
            const catalog = catalogView(projectStore.getState().datasets);
            tabs.open(moduleTab(module, catalog, maker.input));
          }}
        >
          Open the guide
        </Button>
      )}
    </div>
  );
}
