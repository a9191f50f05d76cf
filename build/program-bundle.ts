import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { UserConfig } from 'vite';

/** Compiled code that ssh2 would use where it was built; it does without. */
const nativeExtras = ['cpu-features', /sshcrypto\.node$/];

/**
 * How a program for Node is bundled: one file to start, and in a folder of its name what it loads at need. Node 18 is
 * the oldest runtime: the one inside the fallback Electron.
 */
export function programBundle(name: string, entry: string, format: 'cjs' | 'es', outDir: string): UserConfig {
  const ending = format === 'cjs' ? 'cjs' : 'mjs';
  return {
    root: fileURLToPath(new URL('..', import.meta.url)),
    publicDir: false,
    ssr: { noExternal: true, external: ['electron', '@duckdb/duckdb-wasm', '@polyglot-sql/sdk'] },
    // Some packages written for CommonJS ask where they lie.
    ...(format === 'es' && { define: { __dirname: 'import.meta.dirname' } }),
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: false,
      target: 'node18',
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        external: [
          'electron',
          /^@duckdb\//,
          '@polyglot-sql/sdk',
          ...nativeExtras,
          ...builtinModules,
          ...builtinModules.map((module) => `node:${module}`),
        ],
        output: { format, entryFileNames: `${name}.${ending}`, chunkFileNames: `${name}/[name].${ending}` },
      },
    },
  };
}
