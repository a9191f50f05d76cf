import type { Structure } from './nodes.ts';

/** Where the operand that ends before a lexeme index begins: over names, dots, calls and subscripts. */
export function operandStart(structure: Structure, end: number): number {
  const { lexemes, groups } = structure;
  let at = end;
  for (;;) {
    const previous = lexemes[at - 1];
    if (previous === undefined) return at;
    if (/^[)\]]$/.test(previous.raw)) {
      const group = [...groups.values()].find((candidate) => candidate.close === at - 1);
      if (group === undefined) return at;
      at = group.open;
      const head = lexemes[at - 1];
      if (lexemes[at]?.raw === '[' || (head?.name !== undefined && head.end === lexemes[at]?.start)) continue;
      return at;
    }
    if (previous.name === undefined) return at;
    at--;
    if (lexemes[at - 1]?.raw !== '.') return at;
    at--;
  }
}
