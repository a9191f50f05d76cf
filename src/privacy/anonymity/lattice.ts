import { StillhouseError } from '../../core/error.ts';

/** Rows that are equal in all columns, and the codes of their values at each level of each column. */
export interface Groups {
  /** Rows of each group. */
  readonly rows: Float64Array;
  /** By column, by level, the code of each group's value: whole numbers from 0. Each level joins values of the one before. */
  readonly codes: readonly (readonly Float64Array[])[];
}

/** One choice of levels, and what it costs. */
export interface Generalisation {
  readonly levels: readonly number[];
  /** Rows in classes of fewer than k, which must be left out. */
  readonly suppressed: number;
  readonly classes: number;
  /** Rows of the smallest class that is kept; 0 where none is. */
  readonly smallest: number;
  /** 0 keeps all, 1 keeps nothing: see `levelLosses`. */
  readonly loss: number;
}

/** More choices of levels than this are not searched. */
const mostNodes = 20_000;

/**
 * The choices of levels that reach k-anonymity with at most `allowed` rows suppressed, least loss first, at most `shown`.
 * Best-first over the lattice: a node's loss without suppression bounds it from below, and what a node must suppress, all
 * nodes beneath it must suppress too (Samarati 2001). Throws `input-invalid` where there are more than 20,000 choices.
 */
export function searchLattice(
  groups: Groups,
  options: { readonly k: number; readonly allowed: number; readonly shown: number },
  progress: (fraction: number) => void = () => undefined,
): readonly Generalisation[] {
  const losses = levelLosses(groups);
  const nodes = allNodes(groups.codes.map((levels) => levels.length))
    .map((levels) => ({ levels, bound: keptLoss(groups, levels, losses) }))
    .sort((a, b) => a.bound - b.bound || compareLevels(a.levels, b.levels));
  let found: readonly Generalisation[] = [];
  const refused: (readonly number[])[] = [];
  for (const [index, { levels, bound }] of nodes.entries()) {
    progress(index / nodes.length);
    if (found.length === options.shown && bound > (found.at(-1)?.loss ?? 1)) break;
    if (refused.some((above) => levels.every((level, column) => level <= (above[column] ?? 0)))) continue;
    const node = evaluate(groups, levels, options.k, losses);
    if (node.suppressed > options.allowed) refused.push(levels);
    else found = [...found, node].sort(compareNodes).slice(0, options.shown);
  }
  return found;
}

/** By column and level, what each group of rows loses. */
type Losses = readonly (readonly Float64Array[])[];

/**
 * A value that stands for g of the m values of its column has lost (g − 1) / (m − 1): the loss metric of Iyengar (2002).
 */
function levelLosses({ codes }: Groups): Losses {
  return codes.map((levels) => {
    const own = levels[0] ?? new Float64Array(0);
    const values = new Set(own).size;
    return levels.map((level) => {
      const members = new Map<number, Set<number>>();
      level.forEach((code, group) => {
        const set = members.get(code) ?? new Set<number>();
        members.set(code, set.add(own[group] ?? 0));
      });
      return level.map((code) => (values < 2 ? 0 : ((members.get(code)?.size ?? 1) - 1) / (values - 1)));
    });
  });
}

function allNodes(heights: readonly number[]): readonly (readonly number[])[] {
  const count = heights.reduce((product, height) => product * height, 1);
  if (count > mostNodes) {
    throw new StillhouseError('input-invalid', `There are ${count} ways to generalise these columns.`, {
      remedy: `Choose fewer columns or fewer levels: up to ${mostNodes} ways are searched.`,
    });
  }
  return heights.reduce<readonly (readonly number[])[]>(
    (nodes, height) => nodes.flatMap((node) => Array.from({ length: height }, (_, level) => [...node, level])),
    [[]],
  );
}

/** The mean loss over rows and columns, a row that `isKept` refuses having lost all. */
function keptLoss(
  { rows }: Groups,
  levels: readonly number[],
  losses: Losses,
  isKept: (group: number) => boolean = () => true,
): number {
  const chosen = levels.map((level, column) => losses[column]?.[level]);
  let lost = 0;
  let total = 0;
  rows.forEach((count, group) => {
    const mean = chosen.reduce((sum, loss) => sum + (loss?.[group] ?? 0), 0) / Math.max(1, chosen.length);
    lost += count * (isKept(group) ? mean : 1);
    total += count;
  });
  return total === 0 ? 0 : lost / total;
}

function evaluate(groups: Groups, levels: readonly number[], k: number, losses: Losses): Generalisation {
  const { rows, codes } = groups;
  const classOf = classes(codes, levels, rows.length);
  const sizes = new Float64Array(classOf.reduce((most, one) => Math.max(most, one + 1), 0));
  classOf.forEach((one, group) => {
    sizes[one] = (sizes[one] ?? 0) + (rows[group] ?? 0);
  });
  const kept = sizes.filter((size) => size >= k);
  const suppressed = sizes.reduce((sum, size) => sum + (size < k ? size : 0), 0);
  return {
    levels,
    suppressed,
    classes: kept.length,
    smallest: kept.reduce((least, size) => Math.min(least, size), kept[0] ?? 0),
    loss: keptLoss(groups, levels, losses, (group) => (sizes[classOf[group] ?? 0] ?? 0) >= k),
  };
}

/** The number of the class of each group: groups are in one class where all codes agree. */
function classes(codes: Groups['codes'], levels: readonly number[], count: number): Float64Array {
  let classOf = new Float64Array(count);
  for (const [column, level] of levels.entries()) {
    const code = codes[column]?.[level];
    if (code === undefined) continue;
    const width = code.reduce((most, one) => Math.max(most, one + 1), 1);
    const numbers = new Map<number, number>();
    classOf = classOf.map((one, group) => {
      const pair = one * width + (code[group] ?? 0);
      const number = numbers.get(pair) ?? numbers.size;
      numbers.set(pair, number);
      return number;
    });
  }
  return classOf;
}

function compareNodes(a: Generalisation, b: Generalisation): number {
  return a.loss - b.loss || a.suppressed - b.suppressed || compareLevels(a.levels, b.levels);
}

function compareLevels(a: readonly number[], b: readonly number[]): number {
  const differs = a.findIndex((level, column) => level !== b[column]);
  return differs < 0 ? 0 : (a[differs] ?? 0) - (b[differs] ?? 0);
}
