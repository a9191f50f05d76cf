import { forgetMembers, forgetSend } from '../prepare/sent-members.ts';
import type { SendDocument } from '../sends/send-document.ts';
import type { SendWorkshop } from './send-workshop.ts';

/** After a cancelled send of which no file arrived, nobody counts as reached by it. */
export async function forgetIfNothingLeft(
  { workspace }: Pick<SendWorkshop, 'workspace'>,
  send: SendDocument,
): Promise<void> {
  if (send.state !== 'cancelled' || send.files.some(({ remote }) => remote !== null)) return;
  await workspace.publish([], { source: send.title, alongside: (writer) => forgetSend(writer, send.id) });
}

/** Forgets whom a send reached: it can then not be undone, and no longer counts for a cap. Its receipt stays. */
export async function forgetWhomItReached(
  { workspace }: Pick<SendWorkshop, 'workspace'>,
  send: SendDocument,
): Promise<void> {
  await workspace.publish([], { source: send.title, alongside: (writer) => forgetMembers(writer, send.id) });
}
