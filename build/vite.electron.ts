import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Each program of the desktop side: its entry and the module format its runtime wants. */
const programs = {
  main: { entry: '../electron/main/main.ts', format: 'cjs' },
  preload: { entry: '../electron/preload/preload.ts', format: 'cjs' },
  serve: { entry: '../electron/serve/main.ts', format: 'es' },
  cli: { entry: '../electron/cli/main.ts', format: 'es' },
} as const;

/** Bundles one program, named by `--mode`. Node 18 is the oldest runtime: the one inside the fallback Electron. */
export default defineConfig(({ mode }) => {
  const { entry, format } = programs[mode as keyof typeof programs]; // the build names only these
  return {
    root: here('..'),
    publicDir: false,
    ssr: { noExternal: true, external: ['electron', '@duckdb/duckdb-wasm'] },
    build: {
      ssr: here(entry),
      outDir: here('../dist/electron'),
      emptyOutDir: false,
      target: 'node18',
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        external: ['electron', /^@duckdb\//, ...builtinModules, ...builtinModules.map((name) => `node:${name}`)],
        output: { format, entryFileNames: `${mode}.${format === 'cjs' ? 'cjs' : 'mjs'}`, codeSplitting: false },
      },
    },
  };
});
