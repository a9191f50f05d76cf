import type * as Support from './distiller-editing.ts';

let support: typeof Support | undefined;

/** What helps to write Data Distiller SQL: its reader and its functions, large, loaded when a text of it is first open. */
export async function loadDistillerSupport(): Promise<typeof Support> {
  return (support ??= await import('./distiller-editing.ts'));
}

/** The same where it is there already. */
export function distillerSupport(): typeof Support | undefined {
  return support;
}
