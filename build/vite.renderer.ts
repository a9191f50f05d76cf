import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { duckdbExports } from './steps/duckdb-exports.ts';
import { duckdbWithoutEval } from './steps/duckdb-without-eval.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The window's bundle. `chrome114` is the oldest runtime we start in. */
export default defineConfig({
  root: here('../renderer'),
  publicDir: false,
  plugins: [react()],
  resolve: {
    alias: { 'duckdb-browser-blocking': here('../node_modules/@duckdb/duckdb-wasm/dist/duckdb-browser-blocking.mjs') },
  },
  worker: { format: 'es', plugins: () => [duckdbWithoutEval(), duckdbExports()] },
  build: {
    outDir: here('../dist/renderer'),
    emptyOutDir: true,
    target: 'chrome114',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 8000,
    reportCompressedSize: false,
  },
});
