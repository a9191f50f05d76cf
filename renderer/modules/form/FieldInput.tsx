import { NumberInput, SegmentedControl, Select, Switch, TagsInput, TextInput, Input } from '@mantine/core';
import type { CatalogView } from '../../../src/modules/catalog-view.ts';
import type { Choice } from '../../../src/modules/fields.ts';
import type { FormField } from '../../../src/modules/form.ts';
import { ColumnInput, ColumnsInput } from './ColumnInputs.tsx';
import type { FieldInputProps } from './field-props.ts';
import classes from './ModuleForm.module.css';
import { RecordsInput } from './RecordsInput.tsx';

/** More choices than these, or longer ones, are a list. */
const mostSegments = 3;
const mostLetters = 26;

/** The control of one field. */
export function FieldInput(props: FieldInputProps) {
  const { field, values, issue, catalog, onChange } = props;
  const { name, title, description, control } = field;
  const value = values[name];
  const text = typeof value === 'string' ? value : '';
  const shared = { label: title, description, error: issue };
  switch (control.kind) {
    case 'dataset':
      return (
        <Select
          {...shared}
          searchable
          placeholder="Choose a dataset"
          nothingFoundMessage="No dataset has this name."
          data={catalog.datasets.map(({ label }) => label)}
          value={text === '' ? null : text}
          onChange={(next) => {
            onChange(next ?? '');
          }}
        />
      );
    case 'column':
      return <ColumnInput {...props} control={control} />;
    case 'columns':
      return <ColumnsInput {...props} control={control} />;
    case 'choice':
      return fitsSegments(control.choices) ? (
        <Input.Wrapper {...shared} labelElement="div">
          <SegmentedControl
            fullWidth
            mt={4}
            aria-label={title}
            data={control.choices.map((choice) => ({ ...choice }))}
            value={text}
            onChange={onChange}
          />
        </Input.Wrapper>
      ) : (
        <Select {...shared} data={control.choices.map((choice) => ({ ...choice }))} value={text} onChange={onChange} />
      );
    case 'number':
      return (
        <NumberInput
          {...shared}
          value={typeof value === 'number' ? value : ''}
          allowDecimal={!control.whole}
          suffix={control.unit === undefined ? '' : ` ${control.unit}`}
          onChange={(next) => {
            onChange(typeof next === 'number' ? next : undefined);
          }}
        />
      );
    case 'flag':
      return (
        <Switch
          size="xs"
          label={title}
          description={description}
          checked={value === true}
          onChange={(event) => {
            onChange(event.currentTarget.checked);
          }}
        />
      );
    case 'texts':
      return (
        <TagsInput
          {...shared}
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={onChange}
          splitChars={[',']}
        />
      );
    case 'records':
      return <RecordsInput {...props} item={control.item} Field={FieldInput} />;
    case 'day':
    case 'text':
    case 'condition':
    case 'output':
      return (
        <TextInput
          {...shared}
          {...(control.kind === 'output' && { description: outputWords(description, text, catalog) })}
          type={control.kind === 'day' ? 'date' : 'text'}
          className={control.kind === 'condition' ? (classes.code ?? '') : ''}
          placeholder={placeholderOf(control)}
          value={text}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
      );
  }
}

/** What becomes of a dataset that has the name already. */
function outputWords(description: string, name: string, catalog: CatalogView): string {
  const known = catalog.datasets.find(({ label }) => label.toLowerCase() === name.toLowerCase());
  return known === undefined
    ? description
    : `Replaces the rows of “${known.label}”; those it has now stay in its history.`;
}

function fitsSegments(choices: readonly Choice[]): boolean {
  const letters = choices.reduce((sum, { label }) => sum + label.length, 0);
  return choices.length <= mostSegments && letters <= mostLetters;
}

function placeholderOf(control: FormField['control']): string {
  if (control.kind === 'condition') return "status = 'completed'";
  return control.kind === 'text' ? (control.placeholder ?? '') : '';
}
