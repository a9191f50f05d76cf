import type { Typed } from '../translate/typed.ts';
import type { FunctionCall, ScalarEntry } from './contract.ts';

/**
 * The entry of a function of one row. Its name and the number of its arguments are read from the signature: what stands
 * in `[…]` may be left out, `…` stands for any number more.
 */
export function scalar(
  signature: string,
  summary: string,
  translate: (call: FunctionCall) => Typed,
  aliases: readonly string[] = [],
): ScalarEntry {
  const [name = ''] = signature.split('(');
  return { kind: 'scalar', names: [name, ...aliases], signature, summary, arity: arityOf(signature), translate };
}

/** Least and most arguments of `name(a, b[, c])`. */
export function arityOf(signature: string): readonly [least: number, most: number] {
  const inside = signature.slice(signature.indexOf('(') + 1, -1);
  const required = countNames(inside.replace(/\[.*\]/, ''));
  return [required, inside.includes('…') ? Infinity : countNames(inside)];
}

const countNames = (list: string): number => list.match(/[\p{L}\p{N}_]+/gu)?.length ?? 0;
