import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { type ComponentType, type ReactNode, useMemo } from 'react';
import type { z } from 'zod';
import { formFields } from '../../../src/modules/form.ts';
import type { FieldInputProps, FormValues } from './field-props.ts';
import classes from './ModuleForm.module.css';

export interface RecordsInputProps extends FieldInputProps {
  readonly item: z.ZodObject;
  /** The control of a field within a record. */
  readonly Field: ComponentType<FieldInputProps>;
}

/** A list of records in order, each with fields of its own: added, moved, removed. */
export function RecordsInput({ field, values, issue, catalog, onChange, item, Field }: RecordsInputProps) {
  const fields = useMemo(() => formFields(item), [item]);
  const value = values[field.name];
  const records = Array.isArray(value) ? (value as FormValues[]) : []; // written by this control or read from the schema's own defaults
  const replace = (index: number, ...by: readonly FormValues[]) => {
    onChange([...records.slice(0, index), ...by, ...records.slice(index + 1)]);
  };
  const swap = (first: number) => {
    const [one, two] = [records[first], records[first + 1]];
    if (one === undefined || two === undefined) return;
    onChange([...records.slice(0, first), two, one, ...records.slice(first + 2)]);
  };
  return (
    <fieldset className={classes.records}>
      <legend>{field.title}</legend>
      <p className={classes.description}>{field.description}</p>
      {records.map((record, index) => (
        <div key={index} className={classes.record}>
          <div className={classes.recordFields}>
            {fields.map((own) => (
              <Field
                key={own.name}
                field={{ ...own, description: '' }}
                values={{ ...values, ...record }}
                issue={undefined}
                catalog={catalog}
                onChange={(next) => {
                  replace(index, { ...record, [own.name]: next });
                }}
              />
            ))}
          </div>
          <div className={classes.recordActions}>
            <RecordAction
              label={`Move entry ${index + 1} up`}
              disabled={index === 0}
              onClick={() => {
                swap(index - 1);
              }}
            >
              <IconArrowUp size={12} />
            </RecordAction>
            <RecordAction
              label={`Move entry ${index + 1} down`}
              disabled={index === records.length - 1}
              onClick={() => {
                swap(index);
              }}
            >
              <IconArrowDown size={12} />
            </RecordAction>
            <RecordAction
              label={`Remove entry ${index + 1}`}
              disabled={false}
              onClick={() => {
                replace(index);
              }}
            >
              <IconX size={12} />
            </RecordAction>
          </div>
        </div>
      ))}
      {issue !== undefined && <p className={classes.issue}>{issue}</p>}
      <Button
        variant="default"
        leftSection={<IconPlus size={14} />}
        onClick={() => {
          onChange([...records, item.safeParse({}).data ?? {}]);
        }}
      >
        Add
      </Button>
    </fieldset>
  );
}

interface RecordActionProps {
  readonly label: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function RecordAction({ label, disabled, onClick, children }: RecordActionProps) {
  return (
    <ActionIcon variant="subtle" color="gray" size="xs" aria-label={label} disabled={disabled} onClick={onClick}>
      {children}
    </ActionIcon>
  );
}
