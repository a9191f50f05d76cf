import type { Services } from '../app/services.ts';
import { openDialog } from '../store/dialogs.ts';
import { erasureStore, forgetErasure } from './erasure-store.ts';

/** Finishes what a crash left of an erasure when its project is opened, or asks for its people again. */
export async function resumeErasure(shell: Pick<Services, 'host' | 'project'>): Promise<void> {
  if (erasureStore.getState().stage.kind === 'running') return;
  const found = await shell.host.call('erasure.unfinished');
  if (found === null) return;
  forgetErasure();
  openDialog('erasePeople');
  if (found.order === null) return;
  const { startErasure } = await import('./run-in-window.ts');
  await startErasure(shell, found.order);
}
