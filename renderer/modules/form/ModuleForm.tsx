import { useId, useState } from 'react';
import { Button } from '@mantine/core';
import { IconAdjustments } from '@tabler/icons-react';
import type { CatalogView } from '../../../src/modules/catalog-view.ts';
import type { InputIssue } from '../../../src/modules/check-input.ts';
import type { FormField } from '../../../src/modules/form.ts';
import type { FormValues } from './field-props.ts';
import { FieldInput } from './FieldInput.tsx';
import classes from './ModuleForm.module.css';

export interface ModuleFormProps {
  readonly fields: readonly FormField[];
  readonly values: FormValues;
  readonly issues: readonly InputIssue[];
  readonly catalog: CatalogView;
  readonly onChange: (name: string, value: unknown) => void;
}

/** A module's input as a form: one control a field, each issue below its own; seldom used fields are folded away. */
export function ModuleForm({ fields, values, issues, catalog, onChange }: ModuleFormProps) {
  const [more, setMore] = useState(false);
  const area = useId();
  const basic = fields.filter(({ advanced }) => advanced !== true);
  const advanced = fields.filter((field) => field.advanced === true);
  const hidesIssue = advanced.some(({ name }) => issues.some(({ field }) => field === name));
  const shown = more || hidesIssue;
  const input = (field: FormField) => (
    <FieldInput
      key={field.name}
      field={field}
      values={values}
      issue={issues.find((issue) => issue.field === field.name)?.message}
      catalog={catalog}
      onChange={(value) => {
        onChange(field.name, value);
      }}
    />
  );
  return (
    <div className={classes.form}>
      {basic.map(input)}
      {advanced.length > 0 && (
        <Button
          variant="subtle"
          color="gray"
          className={classes.more ?? ''}
          leftSection={<IconAdjustments size={14} />}
          aria-expanded={shown}
          aria-controls={area}
          onClick={() => {
            setMore(!shown);
          }}
        >
          {shown ? 'Fewer settings' : 'More settings'}
        </Button>
      )}
      <div id={area} className={classes.form} hidden={!shown}>
        {shown && advanced.map(input)}
      </div>
    </div>
  );
}
