import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { GuidedModule } from '../../src/modules/contract.ts';
import type { FieldControl } from '../../src/modules/fields.ts';
import { type FormField, formFields } from '../../src/modules/form.ts';
import { modules } from '../../src/modules/index.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage.ts';

/** `stillhouse modules`: what can be planned and run, and the settings of each. */
export async function runModules(args: readonly string[], terminal: Terminal): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { format: { type: 'string', default: 'text' } } });
  switch (values.format) {
    case 'json':
      await terminal.print(`${JSON.stringify(modules.map(moduleJson), null, 2)}\n`);
      return;
    case 'text':
      await terminal.print(modules.map(moduleText).join('\n'));
      return;
    default:
      throw new UsageError('--format of modules is text or json.');
  }
}

function moduleJson({ id, version, title, summary, input }: GuidedModule) {
  return {
    id,
    version,
    title,
    summary,
    fields: formFields(input).map(({ name, title, description, control }) => ({
      name,
      title,
      description,
      kind: control.kind,
    })),
    schema: z.toJSONSchema(input, { io: 'input' }),
  };
}

function moduleText({ id, title, summary, input }: GuidedModule): string {
  return [`${id}  ${title}`, `  ${summary}`, ...formFields(input).map(fieldText), ''].join('\n');
}

function fieldText({ name, control, description }: FormField): string {
  return `  --set ${name}=${placeholder(control)}  ${description}`;
}

function placeholder(control: FieldControl): string {
  switch (control.kind) {
    case 'choice':
      return control.choices.map(({ value }) => value).join('|');
    case 'flag':
      return 'true|false';
    case 'number':
      return 'N';
    case 'columns':
      return 'COLUMN,COLUMN';
    case 'texts':
      return 'TEXT,TEXT';
    case 'records':
      return 'JSON';
    default:
      return control.kind.toUpperCase();
  }
}
