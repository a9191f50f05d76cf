import type { CatalogShape, FunctionShape, SignatureShape } from './catalog-shape.ts';
import { analyse } from './analysis.ts';
import { groupsAround } from './scope/lambda.ts';
import type { Group, Structure } from './structure/nodes.ts';

/** The call around a position: its signatures and which argument is being written. */
export interface SignatureHelp {
  readonly found: FunctionShape;
  /** Index of the signature that fits the arguments so far. */
  readonly active: number;
  /** Index into that signature's parameters; one past the last for further arguments. */
  readonly parameter: number;
}

/** Help for the innermost call around a position; `undefined` outside calls and in calls of unknown functions. */
export function signatureHelp(text: string, position: number, shape: CatalogShape): SignatureHelp | undefined {
  const analysis = analyse(text, position, shape);
  if (analysis?.block === undefined) return undefined;
  const { structure, catalog, block } = analysis;
  const unfinished = structure.lexemes.findIndex((lexeme) => lexeme.end > position);
  const around = groupsAround(structure, unfinished < 0 ? structure.lexemes.length : unfinished, block.start);
  for (const group of [...around].reverse()) {
    if (structure.queryByBracket.has(group.open)) return undefined;
    const name = structure.lexemes[group.open]?.raw === '(' ? structure.lexemes[group.open - 1]?.name : undefined;
    const found = name === undefined ? undefined : preferred(catalog.findFunctions(name), structure, group);
    if (found !== undefined) return describe(found, structure, group, position);
  }
  return undefined;
}

/** Of functions with one name: the table function in FROM, any other elsewhere. */
function preferred(found: readonly FunctionShape[], structure: Structure, group: Group): FunctionShape | undefined {
  const before = structure.lexemes[group.open - 2]?.upper ?? '';
  const isTable = /^(FROM|JOIN|CALL|LATERAL)$/.test(before);
  return found.find((each) => each.kind.startsWith('table') === isTable) ?? found[0];
}

function describe(found: FunctionShape, structure: Structure, group: Group, position: number): SignatureHelp {
  const { lexemes, groups } = structure;
  let count = 0;
  let start = group.open + 1;
  for (let at = group.open + 1; at < group.close && (lexemes[at]?.end ?? 0) <= position; at++) {
    if (lexemes[at]?.raw === ',') {
      count++;
      start = at + 1;
    }
    const inner = groups.get(at);
    if (inner === undefined) continue;
    if ((lexemes[inner.close]?.end ?? position + 1) > position) break;
    at = inner.close;
  }
  const named = /^(:=|=>|=)$/.test(lexemes[start + 1]?.raw ?? '') ? lexemes[start]?.name?.toLowerCase() : undefined;
  const takes = (signature: SignatureShape) =>
    signature.parameters.length > count ||
    signature.varargs !== undefined ||
    (count === 0 && signature.parameters.length === 0);
  const active = Math.max(0, found.signatures.findIndex(takes));
  const byName =
    found.signatures[active]?.parameters.findIndex((parameter) => parameter.name.toLowerCase() === named) ?? -1;
  const last = found.signatures[active]?.parameters.length ?? 0;
  return { found, active, parameter: byName >= 0 ? byName : Math.min(count, last) };
}
