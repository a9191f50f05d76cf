import { SegmentedControl, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { personColumns } from '../../src/privacy/erase/person-columns.ts';
import { projectStore } from '../project/project-store.ts';
import { changeDraft, erasureStore, type PeopleDraft } from './erasure-store.ts';

const kinds = [
  { value: 'one', label: 'One person' },
  { value: 'list', label: 'A list' },
  { value: 'column', label: 'A column of a dataset' },
] as const satisfies readonly { readonly value: PeopleDraft['kind']; readonly label: string }[];

/** Asks who is to be erased: a value, a list of them, or all that a column holds. */
export function PeopleForm() {
  const draft = useStore(erasureStore, (state) => state.draft);
  const datasets = useStore(projectStore, (status) => status.datasets);
  const known = useMemo(() => datasets.map(personColumns), [datasets]);
  const chosen = known.find(({ label }) => label === draft.dataset);
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label="How people are named"
        data={[...kinds]}
        value={draft.kind}
        onChange={(kind) => {
          changeDraft({ kind });
        }}
      />
      {draft.kind === 'one' && (
        <TextInput
          label="Identity"
          description="An e-mail address, a customer number, an ECID: any value that names the person."
          value={draft.one}
          autoComplete="off"
          data-autofocus
          onChange={(event) => {
            changeDraft({ one: event.currentTarget.value });
          }}
        />
      )}
      {draft.kind === 'list' && (
        <Textarea
          label="Identities, one a line"
          description="All that name a person: give the e-mail address and the customer number of the same person too."
          autosize
          autoComplete="off"
          minRows={5}
          maxRows={10}
          value={draft.list}
          onChange={(event) => {
            changeDraft({ list: event.currentTarget.value });
          }}
        />
      )}
      {draft.kind === 'column' && (
        <>
          <Select
            label="Dataset"
            data={known.map(({ label }) => label)}
            value={draft.dataset === '' ? null : draft.dataset}
            searchable
            onChange={(dataset) => {
              const [column = ''] = known.find(({ label }) => label === dataset)?.guessed ?? [];
              changeDraft({ dataset: dataset ?? '', column });
            }}
          />
          <Select
            label="Column"
            description="Everybody whom it names now is erased."
            data={chosen?.all ?? []}
            value={draft.column === '' ? null : draft.column}
            disabled={chosen === undefined}
            searchable
            onChange={(column) => {
              changeDraft({ column: column ?? '' });
            }}
          />
        </>
      )}
    </Stack>
  );
}
