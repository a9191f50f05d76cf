import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { programBundle } from './program-bundle.ts';
import renderer from './vite.renderer.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The page that measures, built as the window is. */
const page = {
  ...renderer,
  root: here('../test/bench/page'),
  build: { ...renderer.build, outDir: here('../dist/bench/page') },
};

/** The program that drives the page. */
const runner = {
  root: here('..'),
  publicDir: false as const,
  build: {
    ssr: here('../test/bench/main.ts'),
    outDir: here('../dist/bench'),
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      external: [/^@playwright\//, /^@aws-sdk\//, ...builtinModules, ...builtinModules.map((name) => `node:${name}`)],
      output: { format: 'es' as const, entryFileNames: 'bench.mjs', codeSplitting: false },
    },
  },
};

/** The program that sends, bundled as the shells are. */
const sender = programBundle('sender', here('../test/bench/sender.ts'), 'es', here('../dist/bench'));

/** The pieces of the benchmarks, chosen by `--mode`. */
export default defineConfig(({ mode }) => (mode === 'page' ? page : mode === 'sender' ? sender : runner));
