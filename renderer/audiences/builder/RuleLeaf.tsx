import { ActionIcon, Checkbox, Select, Textarea } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { findCatalogDataset } from '../../../src/modules/source-dataset.ts';
import { guessCustomerColumn } from '../../../src/customers/customer-filter.ts';
import { columnPaths } from '../../../src/modules/column-paths.ts';
import type { Leaf, MemberCondition } from '../../../src/audiences/rule/rule.ts';
import type { BuilderProps } from './builder-props.ts';
import { ComparisonInput } from './ComparisonInput.tsx';
import { EventsInput } from './EventsInput.tsx';
import classes from './RuleBuilder.module.css';
import { SequenceInput } from './SequenceInput.tsx';
import { SizeBadge } from './SizeBadge.tsx';

const titles: Readonly<Record<Leaf['kind'], string>> = {
  attribute: 'Is',
  events: 'Did',
  sequence: 'In order',
  member: 'Listed',
  sql: 'SQL',
};

export interface RuleLeafProps extends BuilderProps {
  readonly leaf: Leaf;
  readonly root: string;
}

/** One condition: what it asks, how many people fulfil it, and what is missing from it. */
export function RuleLeaf(props: RuleLeafProps) {
  const { leaf, root, state, onChange } = props;
  const issue = state.issues.get(leaf.id);
  return (
    <div className={classes.leaf} data-incomplete={issue !== undefined || undefined}>
      <span className={classes.kind}>{titles[leaf.kind]}</span>
      <div className={classes.leafBody}>
        <LeafInput {...props} />
        {issue !== undefined && (
          <p className={classes.issue} role="status">
            {issue} It does not count yet.
          </p>
        )}
      </div>
      <SizeBadge id={leaf.id} state={state} root={root} />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label="Remove the condition"
        onClick={() => {
          onChange(leaf.id, undefined);
        }}
      >
        <IconTrash size={14} />
      </ActionIcon>
    </div>
  );
}

function LeafInput({ leaf, catalog, people, onChange }: RuleLeafProps) {
  const set = (next: Leaf) => {
    onChange(leaf.id, next);
  };
  switch (leaf.kind) {
    case 'attribute':
      return (
        <ComparisonInput
          comparison={leaf}
          dataset={findCatalogDataset(catalog, people)}
          label="Column of the people"
          onChange={(comparison) => {
            set({ ...leaf, ...comparison });
          }}
        />
      );
    case 'events':
      return <EventsInput leaf={leaf} catalog={catalog} onChange={set} />;
    case 'sequence':
      return <SequenceInput leaf={leaf} catalog={catalog} onChange={set} />;
    case 'member':
      return <MemberInput leaf={leaf} catalog={catalog} people={people} onChange={set} />;
    case 'sql':
      return (
        <Textarea
          className={classes.code ?? ''}
          aria-label="Condition in SQL"
          placeholder="length(email) > 0"
          autosize
          minRows={1}
          value={leaf.text}
          onChange={(event) => {
            set({ ...leaf, text: event.currentTarget.value });
          }}
        />
      );
  }
}

interface MemberInputProps extends Pick<BuilderProps, 'catalog' | 'people'> {
  readonly leaf: MemberCondition;
  readonly onChange: (leaf: MemberCondition) => void;
}

function MemberInput({ leaf, catalog, people, onChange }: MemberInputProps) {
  const dataset = findCatalogDataset(catalog, leaf.dataset);
  const columns = columnPaths(dataset?.columns ?? []).filter(({ kind }) => kind === 'text' || kind === 'number');
  return (
    <div className={classes.comparison}>
      <Select
        className={classes.column ?? ''}
        aria-label="Dataset that lists people"
        placeholder="Audience or dataset"
        searchable
        data={catalog.datasets.map(({ label }) => label).filter((label) => label !== people)}
        value={leaf.dataset || null}
        onChange={(label) => {
          const chosen = findCatalogDataset(catalog, label ?? '');
          onChange({ ...leaf, dataset: label ?? '', column: chosen === undefined ? '' : guessCustomerColumn(chosen) });
        }}
      />
      <Select
        className={classes.operator ?? ''}
        aria-label="Column that names people"
        placeholder="Column"
        searchable
        data={columns.map(({ label }) => label)}
        value={leaf.column || null}
        onChange={(column) => {
          onChange({ ...leaf, column: column ?? '' });
        }}
      />
      <Checkbox
        label="not listed"
        checked={leaf.negated}
        onChange={(event) => {
          onChange({ ...leaf, negated: event.currentTarget.checked });
        }}
      />
    </div>
  );
}
