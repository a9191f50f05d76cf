import { ActionIcon, Button, Checkbox, NumberInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { newComparison } from '../../../src/audiences/rule/new-leaf.ts';
import type { SequenceCondition } from '../../../src/audiences/rule/rule.ts';
import type { CatalogView } from '../../../src/modules/catalog-view.ts';
import { findCatalogDataset } from '../../../src/modules/source-dataset.ts';
import { FilterList } from './FilterList.tsx';
import classes from './RuleBuilder.module.css';
import { SourceInput } from './SourceInput.tsx';
import { WindowInput } from './WindowInput.tsx';

export interface SequenceInputProps {
  readonly leaf: SequenceCondition;
  readonly catalog: CatalogView;
  readonly onChange: (leaf: SequenceCondition) => void;
}

/** One thing, then another, within some days; or the last of them not. */
export function SequenceInput({ leaf, catalog, onChange }: SequenceInputProps) {
  const dataset = findCatalogDataset(catalog, leaf.dataset);
  const { steps, lastIsAbsent, withinDays } = leaf;
  const last = steps.length - 1;
  return (
    <div className={classes.events}>
      <div className={classes.comparison}>
        <span className={classes.muted}>in</span>
        <SourceInput
          source={leaf}
          catalog={catalog}
          onChange={(source) => {
            const kept = source.dataset === leaf.dataset ? steps : steps.map(() => ({ where: [newComparison()] }));
            onChange({ ...leaf, ...source, steps: kept });
          }}
        />
        <WindowInput
          window={leaf.window}
          onChange={(window) => {
            onChange({ ...leaf, window });
          }}
        />
        <NumberInput
          className={classes.within ?? ''}
          aria-label="Days from one step to the next"
          placeholder="any time apart"
          min={1}
          prefix="within "
          suffix=" days"
          value={withinDays ?? ''}
          onChange={(days) => {
            const { withinDays: _, ...rest } = leaf;
            onChange(typeof days === 'number' && days >= 1 ? { ...rest, withinDays: Math.round(days) } : rest);
          }}
        />
        <Checkbox
          label="the last one did not come"
          checked={lastIsAbsent}
          onChange={(event) => {
            onChange({ ...leaf, lastIsAbsent: event.currentTarget.checked });
          }}
        />
      </div>
      <ol className={classes.steps}>
        {steps.map((step, place) => (
          <li key={place}>
            <span className={classes.muted}>
              {place === 0 ? 'first' : place === last && lastIsAbsent ? 'and not' : 'then'}
            </span>
            <FilterList
              where={step.where}
              dataset={dataset}
              onChange={(where) => {
                onChange({ ...leaf, steps: steps.map((one, index) => (index === place ? { where } : one)) });
              }}
            />
            {steps.length > 2 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Remove step ${place + 1}`}
                onClick={() => {
                  onChange({ ...leaf, steps: steps.filter((_, index) => index !== place) });
                }}
              >
                <IconX size={14} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ol>
      {steps.length < 6 && (
        <Button
          className={classes.add ?? ''}
          variant="subtle"
          color="gray"
          leftSection={<IconPlus size={14} />}
          onClick={() => {
            onChange({ ...leaf, steps: [...steps, { where: [newComparison()] }] });
          }}
        >
          Another step
        </Button>
      )}
    </div>
  );
}
