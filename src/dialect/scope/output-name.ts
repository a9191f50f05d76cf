import type { Structure } from '../structure/nodes.ts';

/** The name the engine gives an output without alias: the last part of a path, or `sum(amount)`; `undefined` where it is more involved. */
export function outputName(structure: Structure, from: number, to: number): string | undefined {
  const { lexemes, groups } = structure;
  const first = lexemes[from];
  if (first?.raw === '(' && groups.get(from)?.close === to - 1) return outputName(structure, from + 1, to - 1);
  if (first?.name === undefined || from >= to) return undefined;
  if (isPath(structure, from, to)) return lexemes[to - 1]?.name;
  const call = groups.get(from + 1);
  if (call?.close !== to - 1 || lexemes[from + 1]?.raw !== '(') return undefined;
  const inner = lexemes.slice(from + 2, to - 1);
  const name = first.name.toLowerCase();
  if (name === 'count' && inner.length === 1 && inner[0]?.raw === '*') return 'count_star()';
  if (/^(unnest|columns|unpack|cast|try_cast|extract|grouping|coalesce|if|ifnull|nullif)$/.test(name)) return undefined;
  if (inner.length > 0 && !isPath(structure, from + 2, to - 1)) return undefined;
  return `${name}(${inner.map((lexeme) => lexeme.raw).join('')})`;
}

function isPath(structure: Structure, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const lexeme = structure.lexemes[at];
    if ((at - from) % 2 === 0 ? lexeme?.name === undefined : lexeme?.raw !== '.') return false;
  }
  return (to - from) % 2 === 1;
}
