import { StillhouseError, toStillhouseError } from '../core/error.ts';
import { identifier, literal, type Sql, sql } from '../core/sql.ts';
import type { Session } from '../engine/engine.ts';
import type { ModulePlan, PlanSecret } from '../modules/contract.ts';
import { hexOf } from '../privacy/hex.ts';
import { secretVariable } from '../privacy/keyed-hash.ts';
import type { SecretSource, SecureRandom } from '../privacy/ports.ts';

/** Where a run takes keys from; a shell that has no such place leaves it out. */
export interface SecretPorts {
  readonly secrets?: SecretSource;
  readonly random?: SecureRandom;
}

/** Shorter keys can be tried out, and would be struck out of records where they stand by chance. */
const shortestKey = 16;
/** One block of SHA-256: HMAC would hash a longer key first. */
const longestKey = 64;

/** Sets the plan's keys as variables of the run's session, and gives their texts for striking them out. */
export async function setSecrets(ports: SecretPorts, session: Session, plan: ModulePlan): Promise<readonly string[]> {
  const kept: string[] = [];
  for (const secret of plan.secrets ?? []) {
    const bytes = secret.origin === 'drawn' ? drawn(ports, secret) : await known(ports, secret, kept);
    const statement = sql`SET VARIABLE ${variable(secret)} = unhex(${literal(hexOf(bytes))})`;
    await session.exec(statement.text).catch(() => {
      throw new StillhouseError('engine-failed', `The key "${secret.name}" could not be handed to the engine.`);
    });
  }
  return kept;
}

/** Takes them away again. */
export async function clearSecrets(session: Session, { secrets = [] }: ModulePlan): Promise<void> {
  for (const secret of secrets) {
    await session.exec(sql`RESET VARIABLE ${variable(secret)}`.text).catch(() => undefined); // gone with its session
  }
}

/** Plain data without the texts of keys, whatever road they came by. */
export function withoutSecrets<Data>(data: Data, secrets: readonly string[]): Data {
  if (secrets.length === 0) return data;
  const inJson = secrets.map((secret) => JSON.stringify(secret).slice(1, -1));
  return JSON.parse(struckOut(JSON.stringify(data), inJson)) as Data; // the same shape: only parts of texts change
}

/** The same error without the texts of keys. */
export function errorWithoutSecrets(error: unknown, secrets: readonly string[]): unknown {
  if (secrets.length === 0) return error;
  const { code, message, remedy, technical, statement, range, cause } = toStillhouseError(error);
  const struck = (text: string) => struckOut(text, secrets);
  const holdsSecret = secrets.some((secret) => [message, technical, statement].join(' ').includes(secret));
  return new StillhouseError(code, struck(message), {
    ...(remedy !== undefined && { remedy: struck(remedy) }),
    ...(technical !== undefined && { technical: struck(technical) }),
    ...(statement !== undefined && { statement: struck(statement) }),
    ...(range !== undefined && { range }),
    ...(!holdsSecret && { cause: cause ?? error }),
  });
}

function struckOut(text: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, '•••'), text);
}

function drawn({ random }: SecretPorts, { name }: PlanSecret): Uint8Array {
  if (random !== undefined) return random(32);
  throw new StillhouseError('capability', `The key "${name}" cannot be drawn here: there is no secure randomness.`);
}

async function known({ secrets }: SecretPorts, { name }: PlanSecret, kept: string[]): Promise<Uint8Array> {
  if (secrets === undefined) {
    throw new StillhouseError('capability', `The key "${name}" cannot be read here: no keys are kept.`, {
      remedy: 'Leave the key empty to have one drawn for this run, or run the guide with the command line.',
    });
  }
  const text = await secrets(name);
  const bytes = new TextEncoder().encode(text);
  if (bytes.length < shortestKey || bytes.length > longestKey) {
    throw new StillhouseError('input-invalid', `The key "${name}" has ${bytes.length} bytes.`, {
      remedy: `A key has from ${shortestKey} to ${longestKey} bytes.`,
    });
  }
  kept.push(text);
  return bytes;
}

function variable({ name }: PlanSecret): Sql {
  return identifier(secretVariable(name));
}
