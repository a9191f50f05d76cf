import { MultiSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { counted } from '../../src/modules/words.ts';
import { personColumns } from '../../src/privacy/erase/person-columns.ts';
import { projectStore } from '../project/project-store.ts';
import { changeDraft, erasureStore } from './erasure-store.ts';
import classes from './Erase.module.css';

/** The columns whose rows go when they name one of the people; to be changed by dataset. */
export function SearchedColumns() {
  const changed = useStore(erasureStore, (state) => state.draft.columns);
  const datasets = useStore(projectStore, (status) => status.datasets);
  const [open, setOpen] = useState(false);
  const known = useMemo(
    () =>
      datasets
        .filter(({ kind }) => kind === 'table')
        .map(personColumns)
        .filter(({ all }) => all.length > 0),
    [datasets],
  );
  const chosenIn = ({ label, guessed }: (typeof known)[number]) => changed[label] ?? guessed;
  const searched = known.filter((dataset) => chosenIn(dataset).length > 0);
  const columns = searched.reduce((sum, dataset) => sum + chosenIn(dataset).length, 0);
  return (
    <details
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>
        Rows go where one of {counted(columns, 'column')} in {counted(searched.length, 'dataset')} names a person
      </summary>
      {open && (
        <div className={classes.columns}>
          {known.map((dataset) => (
            <div key={dataset.label} style={{ display: 'contents' }}>
              <span>{dataset.label}</span>
              <MultiSelect
                aria-label={`Columns of ${dataset.label} that name people`}
                placeholder={chosenIn(dataset).length === 0 ? 'Left whole' : ''}
                data={[...dataset.all]}
                value={[...chosenIn(dataset)]}
                searchable
                onChange={(chosen) => {
                  changeDraft({ columns: { ...changed, [dataset.label]: chosen } });
                }}
              />
            </div>
          ))}
        </div>
      )}
    </details>
  );
}
