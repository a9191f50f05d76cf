import fs from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type SendSettings, sendSettingsSchema } from '../../src/activation/prepare/send-settings.ts';
import { checkSend } from '../../src/activation/run/check-send.ts';
import { deliverChecked } from '../../src/activation/run/deliver-send.ts';
import type { SendWorkshop } from '../../src/activation/run/send-workshop.ts';
import type { SendDocument } from '../../src/activation/sends/send-document.ts';
import { sendStateWords } from '../../src/activation/sends/send-states.ts';
import type { CancelSignal } from '../../src/core/cancel.ts';
import { StillhouseError } from '../../src/core/error.ts';
import { openSending } from './open-sending.ts';
import { dryRunText, receiptText } from './send-words.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage.ts';

/** `stillhouse send --project DIR --settings FILE.json --destination NAME [--dry-run]`: what would leave, and its sending. */
export async function runSend(args: readonly string[], terminal: Terminal, signal: CancelSignal): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      project: { type: 'string' },
      settings: { type: 'string' },
      destination: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      secret: { type: 'string', multiple: true, default: [] },
      preferences: { type: 'string' },
      format: { type: 'string', default: 'text' },
    },
  });
  const { project, settings: file, destination, preferences, secret, format } = values;
  if (project === undefined) throw new UsageError('send needs --project DIR.');
  if (file === undefined) throw new UsageError('send needs --settings FILE.json.');
  if (destination === undefined) throw new UsageError('send needs --destination NAME.');
  if (format !== 'text' && format !== 'json') throw new UsageError('--format of send is text or json.');
  const settings = await readSettings(file);
  const sending = await openSending({ project, preferences, secrets: secret });
  try {
    const { workshop } = sending;
    const checked = await checkSend(workshop, settings, await findDestination(workshop, destination), signal);
    const { dry } = checked;
    if (format === 'text') await terminal.print(dryRunText(dry));
    const leaves = !values['dry-run'] && dry.stops.length === 0;
    const receipt = leaves ? await deliverChecked(workshop, checked, signal, silent) : null;
    if (format === 'json') await terminal.print(`${JSON.stringify({ dryRun: dry, send: receipt }, null, 2)}\n`);
    else if (receipt !== null) await terminal.print(receiptText(receipt));
    if (receipt !== null) checkArrived(receipt);
    if (dry.stops.length > 0) {
      throw new StillhouseError('input-invalid', `Nothing left: ${dry.stops.join(' ')}`);
    }
  } finally {
    await sending.close();
  }
}

/** Throws for a send that did not arrive: it is listed and can be resumed. */
export function checkArrived(send: SendDocument): void {
  if (send.state === 'sent') return;
  throw new StillhouseError('send-interrupted', [sendStateWords(send), send.error?.message ?? ''].join(' ').trim(), {
    remedy: `To go on: stillhouse sends --project DIR resume ${send.id}`,
  });
}

const silent = { onRows: () => undefined, onSealed: () => undefined };

async function readSettings(file: string): Promise<SendSettings> {
  const text = await fs.readFile(file, 'utf8').catch((error: unknown) => {
    throw new StillhouseError('file-missing', `The settings cannot be read: ${file}.`, { cause: error });
  });
  try {
    const parsed = sendSettingsSchema.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
    const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new StillhouseError('input-invalid', `${file} holds no settings of a send. ${issues.join(' ')}`);
  } catch (error) {
    if (error instanceof StillhouseError) throw error;
    throw new StillhouseError('input-invalid', `${file} is not JSON.`, { cause: error });
  }
}

/** The id of the destination that is called so. */
async function findDestination({ host }: SendWorkshop, name: string): Promise<string> {
  const known = (await host.call('destinations.list')).map(({ destination }) => destination);
  const found = known.filter((one) => one.name === name || one.id === name);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only.id;
  const names = known.map((one) => `“${one.name}” (${one.id})`).join(', ');
  throw new StillhouseError(
    'destination-invalid',
    found.length === 0 ? `There is no destination “${name}”.` : `Several destinations are called “${name}”.`,
    { remedy: names === '' ? 'Add one in the app first.' : `Give the name or the id of one: ${names}.` },
  );
}
