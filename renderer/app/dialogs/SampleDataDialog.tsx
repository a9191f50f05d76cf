import { Button, Checkbox, Modal } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import { isCancelled, toStillhouseError } from '../../../src/core/error.ts';
import { sampleFiles, sampleTopics } from '../../../src/lessons/sample-files.ts';
import { importSamples } from '../../demo/import-samples.ts';
import { projectStore } from '../../project/project-store.ts';
import { useServices } from '../services.ts';
import classes from './SampleDataDialog.module.css';

/** Brings sample datasets into the project: what lessons and guides are tried on. */
export function SampleDataDialog({ onClose }: { readonly onClose: () => void }) {
  const { project, messages } = useServices();
  const datasets = useStore(projectStore, (status) => status.datasets);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const here = (name: string) => datasets.some((dataset) => dataset.schema === 'main' && dataset.name === name);
  const add = async () => {
    await importSamples(await project.whenLive(), chosen);
    messages.say(
      chosen.length === 1 ? 'One sample dataset was added.' : `${chosen.length} sample datasets were added.`,
    );
  };
  return (
    <Modal opened onClose={onClose} title="Add sample data" size="lg">
      <p className={classes.lead}>
        One invented shop in many tables, all coherent with each other, for guides and lessons; and a few small tables
        from life. Nothing is downloaded.
      </p>
      <div className={classes.topics}>
        {sampleTopics.map((topic) => (
          <fieldset key={topic} className={classes.topic}>
            <legend>{topic}</legend>
            {Object.entries(sampleFiles)
              .filter(([, sample]) => sample.topic === topic)
              .map(([name, { about }]) => (
                <Checkbox
                  key={name}
                  label={name}
                  description={here(name) ? `${about}. Already in this project.` : about}
                  disabled={here(name)}
                  checked={chosen.includes(name)}
                  onChange={(event) => {
                    const rest = chosen.filter((other) => other !== name);
                    setChosen(event.currentTarget.checked ? [...rest, name] : rest);
                  }}
                />
              ))}
          </fieldset>
        ))}
      </div>
      <footer className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          disabled={chosen.length === 0}
          onClick={() => {
            onClose();
            add().catch((error: unknown) => {
              if (!isCancelled(error)) messages.fail(toStillhouseError(error));
            });
          }}
        >
          Add {chosen.length === 0 ? '' : chosen.length}
        </Button>
      </footer>
    </Modal>
  );
}
