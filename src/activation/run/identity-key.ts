import { StillhouseError } from '../../core/error.ts';
import { hexOf } from '../../privacy/hex.ts';
import type { SendWorkshop } from './send-workshop.ts';

/** The name under which the host keeps the key of the identities of past sends. */
export const identityKeyName = 'sent-identities';

const keyBytes = 32;

/**
 * The project's key for hashing whom sends reached, made on first use. It stays in the host's secrets: the database holds
 * hashes alone. Throws `secret-missing` for one that was overwritten with something else.
 */
export async function identityKey({ host, random }: Pick<SendWorkshop, 'host' | 'random'>): Promise<Uint8Array> {
  const known = await host.call('secrets.names');
  if (!known.includes(identityKeyName)) {
    await host.call('secrets.write', { name: identityKeyName, value: hexOf(random(keyBytes)) });
  }
  const value = await host.call('secrets.reveal', { name: identityKeyName });
  if (/^[0-9a-f]{64}$/.test(value)) {
    return Uint8Array.from({ length: keyBytes }, (_, index) =>
      Number.parseInt(value.slice(2 * index, 2 * index + 2), 16),
    );
  }
  throw new StillhouseError(
    'secret-missing',
    `The key “${identityKeyName}” of this project is not the one that was made.`,
    {
      remedy: 'Restore it, or remove it under Secrets: then nobody can tell any more whom earlier sends reached.',
    },
  );
}
