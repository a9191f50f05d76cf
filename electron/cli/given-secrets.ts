import { toStillhouseError } from '../../src/core/error.ts';
import type { SecretSource } from '../../src/privacy/ports.ts';
import type { SecretStore } from '../node/host/secrets.ts';

/** Secrets by name for a scope of the store. */
export type NamesOfScope = (scope: string) => readonly string[];

/** A store in which secrets given on the command line stand before those kept, which another program may have sealed. */
export function preferGiven(store: SecretStore, given: SecretSource, namesOf: NamesOfScope): SecretStore {
  return {
    ...store,
    async read(scope) {
      const known: Record<string, string> = {};
      for (const name of namesOf(scope)) {
        const value = await givenValue(given, name);
        if (value !== undefined) known[name] = value;
      }
      if (Object.keys(known).length === 0) return store.read(scope);
      return { ...(await store.read(scope).catch(() => ({}))), ...known }; // the given ones stand in
    },
  };
}

async function givenValue(given: SecretSource, name: string): Promise<string | undefined> {
  try {
    return await given(name);
  } catch (error) {
    if (toStillhouseError(error).code === 'input-invalid') return undefined;
    throw error;
  }
}
