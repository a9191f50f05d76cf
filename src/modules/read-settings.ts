import { StillhouseError } from '../core/error.ts';
import type { GuidedModule } from './contract.ts';
import type { FieldControl } from './fields.ts';
import { formFields } from './form.ts';

/**
 * An input from `name=value` settings, as a command line gives them. Lists are separated by commas, or given by several
 * settings of one name; records are JSON. Throws `input-invalid` for names that the module does not have.
 */
export function inputFromSettings(
  module: GuidedModule,
  settings: readonly (readonly [name: string, value: string])[],
): Record<string, unknown> {
  const fields = formFields(module.input);
  const input: Record<string, unknown> = {};
  for (const [name, text] of settings) {
    const field = fields.find((known) => known.name === name);
    if (field === undefined) {
      throw new StillhouseError('input-invalid', `“${module.title}” has no setting "${name}".`, {
        remedy: `It has: ${fields.map((known) => known.name).join(', ')}.`,
      });
    }
    const value = valueOf(field.control, name, text);
    const before = input[name];
    input[name] =
      Array.isArray(before) && Array.isArray(value) ? [...(before as unknown[]), ...(value as unknown[])] : value;
  }
  return input;
}

function valueOf(control: FieldControl, name: string, text: string): unknown {
  switch (control.kind) {
    case 'number':
      return text.trim() === '' ? undefined : Number(text);
    case 'flag':
      if (text === 'true' || text === 'false') return text === 'true';
      throw new StillhouseError('input-invalid', `${name} is true or false, not "${text}".`);
    case 'columns':
    case 'texts':
      return text.split(',').map((part) => part.trim());
    case 'records':
      return parseJson(name, text);
    default:
      return text;
  }
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new StillhouseError('input-invalid', `${name} is a JSON list, such as [{"name":"value"}].`, { cause: error });
  }
}
