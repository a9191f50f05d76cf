import path from 'node:path';
import { z } from 'zod';
import { StillhouseError } from '../../../src/core/error.ts';
import { readIfPresent, writeAtomically } from './files.ts';
import type { Sealer } from './sealer.ts';

const fileSchema = z.object({
  version: z.literal(1),
  entries: z.record(z.string(), z.object({ by: z.string(), sealed: z.base64() })),
});
const sealedSchema = z.object({ scope: z.string(), values: z.record(z.string(), z.string()) });

type Values = Readonly<Record<string, string>>;

/** Secrets by scope (a project's destination, or its named keys), kept with the user's preferences and encrypted. */
export interface SecretStore {
  /** `{}` for a scope nothing was kept in. Throws when what is kept cannot be opened here. */
  read(scope: string): Promise<Values>;
  /** Replaces a scope's secrets; an empty record forgets it. */
  write(scope: string, values: Values): Promise<void>;
  /** Copies every scope that begins with `from` to one that begins with `to`. */
  copy(from: string, to: string): Promise<void>;
}

export function createSecretStore(folder: string, sealer: Sealer): SecretStore {
  const file = path.join(folder, 'secrets.json');
  let queue: Promise<unknown> = Promise.resolve();

  const readAll = async () => {
    const text = await readIfPresent(file);
    if (text === undefined) return {};
    try {
      return fileSchema.parse(JSON.parse(text)).entries;
    } catch (error) {
      throw new StillhouseError('secret-missing', `The secrets kept in ${file} cannot be read.`, {
        remedy: 'Remove the file and enter the secrets again.',
        cause: error,
      });
    }
  };
  const change = (edit: (entries: Entries) => Promise<Entries>) => {
    const run = queue.then(async () => {
      const entries = await edit(await readAll());
      await writeAtomically(file, `${JSON.stringify({ version: 1, entries }, null, 2)}\n`, 0o600);
    });
    queue = run.catch(() => undefined);
    return run;
  };
  const sealed = (scope: string, values: Values) => ({
    by: sealer.kind,
    sealed: Buffer.from(sealer.seal(JSON.stringify({ scope, values }))).toString('base64'),
  });
  const read = async (scope: string): Promise<Values> => {
    const entry = (await readAll())[scope];
    return entry === undefined ? {} : openEntry(sealer, scope, entry);
  };

  return {
    read,
    write: (scope, values) =>
      change((entries) => {
        const others = Object.entries(entries).filter(([name]) => name !== scope);
        const own = Object.keys(values).length === 0 ? [] : [[scope, sealed(scope, values)] as const];
        return Promise.resolve(Object.fromEntries([...others, ...own]));
      }),
    copy: (from, to) =>
      change((entries) => {
        const copies = Object.entries(entries)
          .filter(([scope, { by }]) => scope.startsWith(from) && by === sealer.kind)
          .map(([scope, entry]) => {
            const target = `${to}${scope.slice(from.length)}`;
            return [target, sealed(target, openEntry(sealer, scope, entry))] as const;
          });
        return Promise.resolve({ ...entries, ...Object.fromEntries(copies) });
      }),
  };
}

type Entries = z.output<typeof fileSchema>['entries'];

function openEntry(sealer: Sealer, scope: string, { by, sealed }: Entries[string]): Values {
  try {
    if (by !== sealer.kind) throw new Error(`Sealed by “${by}”, to be opened by “${sealer.kind}”.`);
    const content = sealedSchema.parse(JSON.parse(sealer.open(Buffer.from(sealed, 'base64'))));
    if (content.scope !== scope) throw new Error('The secret belongs to something else.');
    return content.values;
  } catch (error) {
    throw new StillhouseError('secret-missing', 'A secret that is kept on this machine cannot be opened here.', {
      remedy: 'It was kept by another program or user: enter it again.',
      cause: error,
    });
  }
}
