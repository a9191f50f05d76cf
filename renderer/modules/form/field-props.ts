import type { CatalogView } from '../../../src/modules/catalog-view.ts';
import type { FormField } from '../../../src/modules/form.ts';

/** Values by field name, as they are kept with the tab. */
export type FormValues = Readonly<Record<string, unknown>>;

/** What the control of one field is given. */
export interface FieldInputProps {
  readonly field: FormField;
  /** Values of all fields: columns are of the dataset that another field holds. */
  readonly values: FormValues;
  readonly issue: string | undefined;
  readonly catalog: CatalogView;
  readonly onChange: (value: unknown) => void;
}
