import { type Token, tokenize } from './lexer.ts';
import { type ScriptObjects, scriptObjects } from './scope/script-objects.ts';
import { type StatementRange, splitTokens } from './split.ts';

/** A script with what several features ask of it. */
export interface Script {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly statements: readonly StatementRange[];
  readonly objects: ScriptObjects;
}

let last: Script | undefined;

/** Reads a script. The last one is kept, since completion, hover and checks ask for the same text in turn. */
export function readScript(text: string): Script {
  if (last?.text === text) return last;
  const tokens = tokenize(text);
  const statements = splitTokens(text, tokens);
  last = { text, tokens, statements, objects: scriptObjects(text, statements) };
  return last;
}
