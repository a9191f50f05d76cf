import { isExpressionWord } from '../keywords.ts';
import type { Structure } from '../structure/nodes.ts';
import { operandStart } from '../structure/operand.ts';

/** Where the operand that ends before a lexeme begins, its casts and its CASE included. */
export function leftOperand(structure: Structure, end: number): number {
  const { lexemes } = structure;
  const last = lexemes[end - 1];
  let start = operandStart(structure, end);
  if (last?.kind === 'word' && last.upper === 'END') start = caseStart(structure, end);
  else if (last?.kind === 'string' || last?.kind === 'number') {
    start = end - 1;
    if (/^(DATE|TIMESTAMP|TIMESTAMPTZ|TIME|INTERVAL)$/.test(lexemes[start - 1]?.upper ?? '')) start--;
  }
  const head = lexemes[start];
  if (head?.kind === 'word' && isExpressionWord(head.upper) && lexemes[start + 1]?.raw === '[') start++;
  return lexemes[start - 1]?.raw === '::' ? leftOperand(structure, start - 1) : start;
}

function caseStart({ lexemes }: Structure, end: number): number {
  let depth = 0;
  for (let at = end - 1; at >= 0; at--) {
    if (lexemes[at]?.upper === 'END') depth++;
    if (lexemes[at]?.upper === 'CASE' && --depth === 0) return at;
  }
  return end - 1;
}

/** Where the operand that begins at a lexeme ends, exclusive: sign, subscripts, members and casts included. */
export function rightOperand(structure: Structure, start: number): number {
  const { lexemes, groups } = structure;
  let at = start;
  while (/^[-+~]$/.test(lexemes[at]?.raw ?? '')) at++;
  if (lexemes[at]?.upper === 'CASE') at = caseEnd(structure, at);
  else if (groups.has(at)) at = (groups.get(at)?.close ?? at) + 1;
  else if (/^(DATE|TIMESTAMP|TIME|INTERVAL)$/.test(lexemes[at]?.upper ?? '') && lexemes[at + 1]?.kind === 'string')
    at += 2;
  else at++;
  for (;;) {
    const raw = lexemes[at]?.raw;
    if (raw === '(' && lexemes[at - 1]?.name !== undefined && lexemes[at - 1]?.end === lexemes[at]?.start)
      at = (groups.get(at)?.close ?? at) + 1;
    else if (raw === '[') at = (groups.get(at)?.close ?? at) + 1;
    else if (raw === '.' || raw === '::') at += 2;
    else return at;
  }
}

function caseEnd({ lexemes }: Structure, start: number): number {
  let depth = 0;
  for (let at = start; at < lexemes.length; at++) {
    if (lexemes[at]?.upper === 'CASE') depth++;
    if (lexemes[at]?.upper === 'END' && --depth === 0) return at + 1;
  }
  return lexemes.length;
}
