import fs from 'node:fs/promises';
import { StillhouseError } from '../../src/core/error.ts';
import type { SecretSource } from '../../src/privacy/ports.ts';
import { UsageError } from './usage.ts';

/**
 * Keys by name: from files given as `NAME=@FILE`, a line break at their end apart, and otherwise from the environment as
 * `STILLHOUSE_SECRET_NAME`. A key itself is never an argument, which others on the machine could read.
 */
export function secretSource(pairs: readonly string[]): SecretSource {
  const files = new Map(
    pairs.map((pair) => {
      const cut = pair.indexOf('=@');
      if (cut < 1) throw new UsageError('--secret is written as NAME=@FILE.');
      return [pair.slice(0, cut).toLowerCase(), pair.slice(cut + 2)] as const;
    }),
  );
  return async (name) => {
    const file = files.get(name.toLowerCase());
    if (file !== undefined) return readSecret(name, file);
    const variable = `STILLHOUSE_SECRET_${name.toUpperCase().replaceAll('-', '_')}`;
    const value = process.env[variable];
    if (value !== undefined && value !== '') return value;
    throw new StillhouseError('input-invalid', `There is no key "${name}".`, {
      remedy: `Give it with --secret ${name}=@FILE, or in the environment as ${variable}.`,
    });
  };
}

async function readSecret(name: string, file: string): Promise<string> {
  try {
    return (await fs.readFile(file, 'utf8')).replace(/\r?\n$/, '');
  } catch (error) {
    throw new StillhouseError('file-missing', `The file of the key "${name}" cannot be read: ${file}.`, {
      cause: error,
    });
  }
}
