import { Select, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import { type ParameterKind, parameterProblem, type ParameterValue } from '../../src/dialect/parameters/value.ts';
import styles from './ParametersBar.module.css';
import { emptyValue, kindChoices, withKind } from './parameter-kinds.ts';

export interface ParametersBarProps {
  /** The parameters of the statements to run, in order; without any the bar is not there. */
  readonly names: readonly string[];
  /** What the user gave so far, by name; the caller keeps it. */
  readonly values: ReadonlyMap<string, ParameterValue>;
  /** The kind to begin with for a parameter that has no value yet. */
  readonly guess?: (name: string) => ParameterKind;
  readonly onChange: (name: string, value: ParameterValue) => void;
}

/** Inputs for the parameters of SQL, each with the type of its value. */
export function ParametersBar({ names, values, guess, onChange }: ParametersBarProps) {
  if (names.length === 0) return null;
  return (
    <div className={styles.bar} role="group" aria-label="Parameters">
      {names.map((name) => {
        const value = values.get(name) ?? emptyValue(guess?.(name) ?? 'text');
        return (
          <Parameter
            key={name}
            name={name}
            value={value}
            isGiven={values.has(name)}
            onChange={(next) => onChange(name, next)}
          />
        );
      })}
    </div>
  );
}

interface ParameterProps {
  readonly name: string;
  readonly value: ParameterValue;
  readonly isGiven: boolean;
  readonly onChange: (value: ParameterValue) => void;
}

function Parameter({ name, value, isGiven, onChange }: ParameterProps) {
  return (
    <div className={styles.parameter}>
      <div className={styles.label}>
        <code>${name}</code>
        <Select
          aria-label={`Type of ${name}`}
          size="xs"
          variant="unstyled"
          className={styles.kind ?? ''}
          data={kindChoices}
          value={value.kind}
          allowDeselect={false}
          comboboxProps={{ width: 160 }}
          onChange={(kind) => {
            const choice = kindChoices.find((each) => each.value === kind);
            if (choice !== undefined) onChange(withKind(value, choice.value));
          }}
        />
      </div>
      <ValueInput name={name} value={value} isGiven={isGiven} onChange={onChange} />
    </div>
  );
}

function ValueInput({ name, value, isGiven, onChange }: ParameterProps) {
  const label = `Value of ${name}`;
  const problem = isGiven ? parameterProblem(value) : undefined;
  switch (value.kind) {
    case 'boolean':
      return (
        <Switch
          aria-label={label}
          size="sm"
          label={value.value ? 'true' : 'false'}
          checked={value.value}
          onChange={(event) => onChange({ kind: 'boolean', value: event.currentTarget.checked })}
        />
      );
    case 'text-list':
      return (
        <TagsInput
          aria-label={label}
          size="xs"
          allowDuplicates
          placeholder={value.texts.length === 0 ? 'Enter adds a text' : ''}
          value={[...value.texts]}
          onChange={(texts) => onChange({ kind: 'text-list', texts })}
        />
      );
    case 'null':
      return <span className={styles.null}>NULL</span>;
    case 'text':
      return (
        <Textarea
          aria-label={label}
          size="xs"
          autosize
          minRows={1}
          maxRows={4}
          value={value.text}
          onChange={(event) => onChange({ kind: 'text', text: event.currentTarget.value })}
        />
      );
    default:
      return (
        <TextInput
          aria-label={label}
          size="xs"
          error={problem}
          inputMode={value.kind === 'integer' ? 'numeric' : value.kind === 'decimal' ? 'decimal' : 'text'}
          placeholder={placeholders[value.kind]}
          value={value.text}
          onChange={(event) => onChange({ kind: value.kind, text: event.currentTarget.value })}
        />
      );
  }
}

const placeholders = {
  integer: '42',
  decimal: '12.50',
  date: '2024-01-31',
  timestamp: '2024-01-31 23:59:00',
} as const;
