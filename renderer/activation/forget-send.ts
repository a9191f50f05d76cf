import { forgetSend } from '../../src/activation/prepare/sent-members.ts';
import type { SendDocument } from '../../src/activation/sends/send-document.ts';
import type { LiveProject } from '../project/project-controller.ts';

/** After a cancelled send of which no file arrived, nobody counts as reached by it. */
export async function forgetIfNothingLeft({ workspace }: LiveProject, send: SendDocument): Promise<void> {
  if (send.state !== 'cancelled' || send.files.some(({ remote }) => remote !== null)) return;
  await workspace.publish([], { source: send.title, alongside: (writer) => forgetSend(writer, send.id) });
}
