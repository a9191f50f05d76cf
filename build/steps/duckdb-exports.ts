import fs from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { withoutCppExports } from '../../src/duckdb/needed-exports.ts';

/** Ships the engine's WASM code with the exports alone that its glue uses. */
export function duckdbExports(): Plugin {
  return {
    name: 'duckdb-exports',
    enforce: 'pre',
    load(id) {
      const [file = '', query] = id.split('?');
      if (!file.endsWith('duckdb-eh.wasm') || query !== 'url') return undefined;
      const source = withoutCppExports(fs.readFileSync(file));
      const reference = this.emitFile({ type: 'asset', name: path.basename(file), source });
      return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
    },
  };
}
