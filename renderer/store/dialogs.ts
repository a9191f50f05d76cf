import { createStore } from 'zustand/vanilla';

/** The dialog that is open; at most one. */
export type DialogName =
  | 'newProject'
  | 'openProject'
  | 'saveProjectAs'
  | 'saveQuery'
  | 'erasePeople'
  | 'sampleData'
  | 'settings'
  | 'shortcuts'
  | 'offline'
  | 'about';

export const dialogStore = createStore<{ readonly open: DialogName | undefined }>()(() => ({ open: undefined }));

export function openDialog(open: DialogName): void {
  dialogStore.setState({ open });
}
