import { useId } from 'react';
import type { KindChoice } from '../../src/charts/change-kind.ts';
import classes from './KindPicker.module.css';
import { kindOptionOf, kindOptions } from './kind-choices.ts';

export interface KindPickerProps {
  readonly value: KindChoice;
  readonly onChange: (choice: KindChoice) => void;
}

/** All kinds of chart with icon and name; the arrow keys walk through them. */
export function KindPicker({ value, onChange }: KindPickerProps) {
  const name = useId();
  const current = kindOptionOf(value);
  return (
    <fieldset className={classes.kinds}>
      <legend className="sh-hidden">Kind of chart</legend>
      {kindOptions.map(({ id, label, icon: Icon, choice }) => (
        <label key={id} className={classes.kind} data-checked={id === current}>
          <input
            type="radio"
            className="sh-hidden"
            name={name}
            checked={id === current}
            onChange={() => {
              onChange(choice);
            }}
          />
          <Icon size={16} aria-hidden />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
