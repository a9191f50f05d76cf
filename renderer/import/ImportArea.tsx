import { IconFileImport } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { StillhouseError } from '../../src/core/error.ts';
import { type Services, useServices } from '../app/services.ts';
import { fileTab } from '../app/tabs/new-tab.ts';
import { projectStore } from '../project/project-store.ts';
import classes from './ImportArea.module.css';
import { addFiles, importStore } from './import-store.ts';

const ImportDialog = lazy(() => import('./ImportDialog.tsx').then((module) => ({ default: module.ImportDialog })));

const isScript = (name: string): boolean => /\.sql$/i.test(name);

/** Opens a `.sql` file in a tab of its own. */
async function openScript(file: File, tabs: Services['tabs']): Promise<void> {
  tabs.open(fileTab(file.name.replace(/\.sql$/i, ''), await file.text()));
}

/** Takes files dropped anywhere in the window, chosen in a dialog or pasted as text. */
export function ImportArea() {
  const { commands, messages, tabs } = useServices();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const open = useStore(importStore, (state) => state.open);

  useEffect(() => {
    const take = (given: readonly File[]) => {
      const files = given.filter(({ name }) => !isScript(name));
      for (const file of given.filter(({ name }) => isScript(name))) {
        openScript(file, tabs).catch((error: unknown) => {
          messages.fail(new StillhouseError('file-unreadable', `${file.name} cannot be read.`, { cause: error }));
        });
      }
      if (files.length > 0)
        addFiles(
          files,
          projectStore.getState().datasets.map(({ name }) => name),
        );
    };
    const paste = async () => {
      const text = await navigator.clipboard.readText();
      if (text.trim() === '') messages.say('The clipboard holds no text.');
      else take([new File([text], /^\s*[[{]/.test(text) ? 'pasted.json' : 'pasted.csv')]);
    };
    const drag = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      setOver(false);
      take([...event.dataTransfer.files]);
    };
    const change = () => {
      take([...(input.current?.files ?? [])]);
      if (input.current !== null) input.current.value = '';
    };
    const chooser = input.current;
    chooser?.addEventListener('change', change);
    window.addEventListener('dragover', drag);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    const unregister = commands.register({
      'file.import': {
        run: () => {
          chooser?.click();
        },
      },
      'file.paste': {
        run: () => {
          paste().catch(() => {
            messages.warn('The clipboard cannot be read here. Paste into a text file and import that.');
          });
        },
      },
    });
    return () => {
      unregister();
      chooser?.removeEventListener('change', change);
      window.removeEventListener('dragover', drag);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [commands, messages, tabs]);

  return (
    <>
      <input ref={input} type="file" multiple className="sh-hidden" tabIndex={-1} aria-label="Files to import" />
      {over && (
        <div className={classes.overlay}>
          <IconFileImport size={32} aria-hidden />
          <p>Drop to import: CSV, TSV, JSON, NDJSON (also .gz), Parquet or Excel; .sql opens in a tab</p>
        </div>
      )}
      {open && (
        <Suspense fallback={null}>
          <ImportDialog />
        </Suspense>
      )}
    </>
  );
}
