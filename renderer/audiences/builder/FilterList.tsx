import { Button } from '@mantine/core';
import { IconFilterPlus } from '@tabler/icons-react';
import { newComparison } from '../../../src/audiences/rule/new-leaf.ts';
import type { Comparison } from '../../../src/audiences/rule/rule.ts';
import type { CatalogDataset } from '../../../src/modules/catalog-view.ts';
import { ComparisonInput } from './ComparisonInput.tsx';
import classes from './RuleBuilder.module.css';

export interface FilterListProps {
  readonly where: readonly Comparison[];
  readonly dataset: CatalogDataset | undefined;
  readonly onChange: (where: Comparison[]) => void;
}

/** What events must fulfil to count. */
export function FilterList({ where, dataset, onChange }: FilterListProps) {
  return (
    <div className={classes.filters}>
      {where.map((comparison, place) => (
        <ComparisonInput
          key={place}
          comparison={comparison}
          dataset={dataset}
          label="Column of the events"
          onChange={(next) => {
            onChange(where.map((one, index) => (index === place ? next : one)));
          }}
          onRemove={() => {
            onChange(where.filter((_, index) => index !== place));
          }}
        />
      ))}
      <Button
        className={classes.add ?? ''}
        variant="subtle"
        color="gray"
        leftSection={<IconFilterPlus size={14} />}
        onClick={() => {
          onChange([...where, newComparison()]);
        }}
      >
        {where.length === 0 ? 'Only where…' : 'And where…'}
      </Button>
    </div>
  );
}
