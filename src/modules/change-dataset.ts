import type { CatalogView } from './catalog-view.ts';
import { findColumnPath } from './column-paths.ts';
import type { GuidedModule } from './contract.ts';
import { formFields } from './form.ts';
import { findCatalogDataset } from './source-dataset.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * An input after another dataset was chosen in one of its fields: columns that the new dataset has too stay, others
 * become what the module suggests for it, or nothing.
 */
export function changeDataset(
  module: GuidedModule,
  values: Values,
  name: string,
  label: string,
  catalog: CatalogView,
): Values {
  const dataset = findCatalogDataset(catalog, label);
  const changed = { ...values, [name]: label };
  if (dataset === undefined) return changed;
  const suggested: Values = module.suggest?.({ datasets: [dataset] }) ?? {};
  const has = (column: unknown) => typeof column === 'string' && findColumnPath(dataset.columns, column) !== undefined;
  const columns = formFields(module.input).flatMap(({ name: field, control }): [string, unknown][] => {
    if ((control.kind !== 'column' && control.kind !== 'columns') || control.of !== name) return [];
    const value = values[field];
    if (control.kind === 'column') return [[field, has(value) ? value : (suggested[field] ?? '')]];
    const kept = Array.isArray(value) ? value.filter(has) : [];
    return [[field, kept.length > 0 ? kept : (suggested[field] ?? [])]];
  });
  return { ...changed, ...Object.fromEntries(columns) };
}
