import { Checkbox, Select } from '@mantine/core';
import { typeText } from '../../src/dialect/type-tree.ts';
import type { NestedPath } from '../../src/flatten/paths.ts';
import classes from './FlattenDialog.module.css';
import { type FlattenForm, isReachable, type ListUse, withChosen, withUse } from './flatten-form.ts';

export interface PathListProps {
  readonly paths: readonly NestedPath[];
  readonly form: FlattenForm;
  readonly onChange: (form: FlattenForm) => void;
}

const uses: { readonly value: ListUse; readonly label: string }[] = [
  { value: 'value', label: 'As it is' },
  { value: 'count', label: 'Number of items' },
  { value: 'text', label: 'As text' },
  { value: 'rows', label: 'One row for each item' },
];

/** Every value within the rows, indented as it is nested; lists tell what they become. */
export function PathList({ paths, form, onChange }: PathListProps) {
  return (
    <ul className={classes.paths} aria-label="Values within the rows">
      {paths.map((path) => {
        const { label, steps, shape, type } = path;
        const reachable = isReachable(path, paths, form.uses);
        const use = form.uses.get(label) ?? 'value';
        const isList = shape === 'list' || shape === 'map';
        return (
          <li key={label} className={classes.path} style={{ paddingLeft: 8 + (steps.length - 1) * 16 }}>
            <Checkbox
              aria-label={label}
              checked={form.chosen.has(label)}
              disabled={!reachable || use === 'rows'}
              onChange={(event) => {
                onChange(withChosen(form, label, event.currentTarget.checked));
              }}
            />
            <span className={classes.label} title={label} data-muted={!reachable || undefined}>
              {lastStep(path)}
            </span>
            <code title={typeText(type)}>{shape === 'value' ? typeText(type) : shape}</code>
            {isList && (
              <Select
                className={classes.use ?? ''}
                aria-label={`What becomes of ${label}`}
                data={uses}
                value={use}
                onChange={(value) => {
                  if (value !== null) onChange(withUse(form, paths, path, value));
                }}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function lastStep({ steps }: NestedPath): string {
  const last = steps.at(-1);
  return last?.kind === 'field' ? last.name : 'each item';
}
