import { createHmac, randomBytes } from 'node:crypto';
import type { SecretStore } from '../host/secrets.ts';

/** The secret that sends hash people with; see `identityKey` of the sends. */
const keyName = 'sent-identities';

/**
 * HMAC-SHA256 in hex under the project's key of sent identities, which is made where the project has none. `undefined` when
 * the key was sealed by another shell and cannot be opened here.
 */
export async function memberHash(
  secrets: SecretStore,
  projectId: string,
  make: boolean,
): Promise<((text: string) => string) | undefined> {
  const scope = `${projectId}/keys`;
  const known = await secrets.read(scope).catch(() => undefined); // its values are then nobody's here
  if (known === undefined) return undefined;
  let key = known[keyName];
  if (key === undefined) {
    if (!make) return undefined;
    key = randomBytes(32).toString('hex');
    await secrets.write(scope, { ...known, [keyName]: key });
  }
  const bytes = Buffer.from(key, 'hex');
  return (text) => createHmac('sha256', bytes).update(text, 'utf8').digest('hex');
}
