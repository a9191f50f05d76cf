import { parseArgs } from 'node:util';
import type { CatalogView } from '../../src/modules/catalog-view.ts';
import type { GuidedModule } from '../../src/modules/contract.ts';
import { moduleById } from '../../src/modules/index.ts';
import { changeDataset } from '../../src/modules/change-dataset.ts';
import { formFields } from '../../src/modules/form.ts';
import { inputFromSettings } from '../../src/modules/read-settings.ts';
import type { SecretSource } from '../../src/privacy/ports.ts';
import { secretSource } from './secrets.ts';
import { readImport, type WantedImport } from './wanted-import.ts';
import { UsageError } from './usage.ts';

/** What `plan` and `run` share. */
export interface ModuleCall {
  readonly module: GuidedModule;
  readonly project: string | undefined;
  readonly imports: readonly WantedImport[];
  readonly format: 'text' | 'json';
  /** A folder for the run's files. */
  readonly out: string | undefined;
  /** Keys that steps read by name. */
  readonly secrets: SecretSource;
  /** The settings given, over what the module suggests for a catalog. */
  input(catalog: CatalogView): Record<string, unknown>;
}

/** Reads `MODULE [--import NAME=PATH]… [--set key=value]… [--secret NAME=@FILE]… [--project DIR] [--out DIR] [--format text|json]`. */
export async function readModuleCall(command: string, args: readonly string[]): Promise<ModuleCall> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      import: { type: 'string', multiple: true, default: [] },
      set: { type: 'string', multiple: true, default: [] },
      secret: { type: 'string', multiple: true, default: [] },
      project: { type: 'string' },
      out: { type: 'string' },
      format: { type: 'string', default: 'text' },
    },
  });
  const [id] = positionals;
  if (id === undefined || positionals.length > 1) throw new UsageError(`${command} takes the id of one module.`);
  if (values.format !== 'text' && values.format !== 'json') {
    throw new UsageError(`--format of ${command} is text or json.`);
  }
  const module = moduleById(id);
  const settings = values.set.map((pair) => {
    const cut = pair.indexOf('=');
    if (cut < 1) throw new UsageError(`"--set ${pair}" is not written as name=value.`);
    return [pair.slice(0, cut), pair.slice(cut + 1)] as const;
  });
  return {
    module,
    project: values.project,
    imports: await Promise.all(values.import.map(readImport)),
    format: values.format,
    out: values.out,
    secrets: secretSource(values.secret),
    input: (catalog) => suggestedInput(module, inputFromSettings(module, settings), catalog),
  };
}

/** What the module suggests, for the datasets that were given where they were, and over it the settings themselves. */
function suggestedInput(
  module: GuidedModule,
  given: Readonly<Record<string, unknown>>,
  catalog: CatalogView,
): Record<string, unknown> {
  let input: Readonly<Record<string, unknown>> = { ...module.suggest?.(catalog) };
  for (const { name, control } of formFields(module.input)) {
    const label = given[name];
    if (control.kind === 'dataset' && typeof label === 'string' && label !== input[name]) {
      input = changeDataset(module, input, name, label, catalog);
    }
  }
  return { ...input, ...given };
}
