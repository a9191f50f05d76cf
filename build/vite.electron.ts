import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { programBundle } from './program-bundle.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Each program of the desktop side: its entry and the module format its runtime wants. */
const programs = {
  main: { entry: '../electron/main/main.ts', format: 'cjs' },
  preload: { entry: '../electron/preload/preload.ts', format: 'cjs' },
  serve: { entry: '../electron/serve/main.ts', format: 'es' },
  cli: { entry: '../electron/cli/main.ts', format: 'es' },
} as const;

/** Bundles one program, named by `--mode`. */
export default defineConfig(({ mode }) => {
  const { entry, format } = programs[mode as keyof typeof programs]; // the build names only these
  return programBundle(mode, here(entry), format, here('../dist/electron'));
});
