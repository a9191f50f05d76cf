import { ActionIcon, NumberInput, Select, TagsInput, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { CatalogDataset, ColumnKind } from '../../../src/modules/catalog-view.ts';
import { columnPaths } from '../../../src/modules/column-paths.ts';
import { valueCounts } from '../../../src/audiences/rule/comparison-sql.ts';
import type { Comparison, Operator } from '../../../src/audiences/rule/rule.ts';
import { operatorWords } from '../../../src/audiences/rule/rule-words.ts';
import classes from './RuleBuilder.module.css';

export interface ComparisonInputProps {
  readonly comparison: Comparison;
  readonly dataset: CatalogDataset | undefined;
  /** What the column is called for assistive technology. */
  readonly label: string;
  readonly onChange: (comparison: Comparison) => void;
  readonly onRemove?: () => void;
}

/** A column, how it is compared, and with what. */
export function ComparisonInput({ comparison, dataset, label, onChange, onRemove }: ComparisonInputProps) {
  const { column, operator } = comparison;
  const paths = useMemo(
    () => columnPaths(dataset?.columns ?? []).filter(({ kind }) => kind !== 'other' && kind !== 'list'),
    [dataset],
  );
  const kind = paths.find((path) => path.label === column)?.kind;
  const operators = operatorsOf(kind);
  return (
    <div className={classes.comparison}>
      <Select
        className={classes.column ?? ''}
        aria-label={label}
        placeholder="Column"
        searchable
        data={paths.map((path) => path.label)}
        value={column || null}
        onChange={(next) => {
          const nextKind = paths.find((path) => path.label === next)?.kind;
          const same = nextKind === kind;
          const [first = 'is'] = operatorsOf(nextKind);
          onChange({ column: next ?? '', operator: same ? operator : first, values: same ? comparison.values : [] });
        }}
      />
      <Select
        className={classes.operator ?? ''}
        aria-label={`How ${column || 'the column'} is compared`}
        data={operators.map((value) => ({ value, label: operatorWords[value] }))}
        value={operator}
        allowDeselect={false}
        onChange={(next) => {
          const chosen = operators.find((one) => one === next) ?? operator;
          const keeps = valueCounts[chosen] === valueCounts[operator];
          onChange({ ...comparison, operator: chosen, values: keeps ? comparison.values : [] });
        }}
      />
      <Values comparison={comparison} kind={kind} onChange={onChange} />
      {onRemove !== undefined && (
        <ActionIcon variant="subtle" color="gray" aria-label={`Remove ${column || 'this filter'}`} onClick={onRemove}>
          <IconX size={14} />
        </ActionIcon>
      )}
    </div>
  );
}

interface ValuesProps extends Pick<ComparisonInputProps, 'comparison' | 'onChange'> {
  readonly kind: ColumnKind | undefined;
}

function Values({ comparison, kind, onChange }: ValuesProps) {
  const { column, operator, values } = comparison;
  const count = valueCounts[operator];
  const set = (next: string[]) => {
    onChange({ ...comparison, values: next });
  };
  const label = `Value of ${column || 'the column'}`;
  if (count === 0) return null;
  if (operator === 'in-last-days' || operator === 'before-last-days') {
    return (
      <NumberInput
        className={classes.value ?? ''}
        aria-label={label}
        min={1}
        suffix=" days"
        value={values[0] ?? ''}
        onChange={(next) => {
          set(next === '' ? [] : [String(next)]);
        }}
      />
    );
  }
  if (kind === 'boolean') {
    return (
      <Select
        className={classes.value ?? ''}
        aria-label={label}
        data={['true', 'false']}
        value={values[0] ?? null}
        onChange={(next) => {
          set(next === null ? [] : [next]);
        }}
      />
    );
  }
  if (count === 'many') {
    return (
      <TagsInput
        className={classes.value ?? ''}
        aria-label={label}
        placeholder={values.length === 0 ? 'Value, then Enter' : ''}
        acceptValueOnBlur
        value={values}
        onChange={set}
      />
    );
  }
  const places = Array.from({ length: count }, (_, index) => index);
  return (
    <span className={classes.values}>
      {places.map((place) => (
        <TextInput
          key={place}
          aria-label={count === 1 ? label : `${label}, ${place === 0 ? 'from' : 'to'}`}
          type={kind === 'time' ? 'date' : 'text'}
          value={values[place] ?? ''}
          onChange={(event) => {
            const next = places.map((index) => (index === place ? event.currentTarget.value : (values[index] ?? '')));
            set(next);
          }}
        />
      ))}
    </span>
  );
}

const byKind: Readonly<Record<'text' | 'number' | 'time' | 'boolean', readonly Operator[]>> = {
  text: ['is', 'is-not', 'contains', 'starts-with', 'is-known', 'is-missing'],
  number: ['at-least', 'at-most', 'more-than', 'less-than', 'between', 'is', 'is-not', 'is-known', 'is-missing'],
  time: ['in-last-days', 'before-last-days', 'at-least', 'less-than', 'between', 'is-known', 'is-missing'],
  boolean: ['is', 'is-known', 'is-missing'],
};

function operatorsOf(kind: ColumnKind | undefined): readonly Operator[] {
  return kind === 'number' || kind === 'time' || kind === 'boolean' ? byKind[kind] : byKind.text;
}
