import { isExpressionWord, isOperandWord, nameText } from '../keywords.ts';
import type { Marker } from '../markers.ts';
import { selectAliases } from '../scope/outputs.ts';
import { findByQualifier, resolvePath, type Scope } from '../scope/scope.ts';
import { isMember } from '../structure/read-state.ts';
import type { Block, Clause, Structure } from '../structure/nodes.ts';
import { nearestName } from './nearest.ts';
import { blocksOf, type LintContext, rangeOf } from './rule.ts';

const checkedClauses = /^(select|where|on|group|having|qualify|order)$/;
/** Brackets whose words are not all columns. */
const ownGrammar =
  /^(EXTRACT|TRIM|OVERLAY|SUBSTRING|POSITION|CAST|TRY_CAST|COLUMNS|EXCLUDE|REPLACE|RENAME|STRUCT_PACK|OVER|INTERVAL)$/;
/** Words that are syntax or values in expressions although they could be names. */
const syntaxWords =
  /^(ROWID|CURRENT_\w+|LOCALTIME\w*|SESSION_USER|USER|FIRST|LAST|NULLS|IGNORE|RESPECT|OVER|FILTER|WITHIN|CUBE|ROLLUP|GROUPING|SETS|ROW|DEFAULT|TIME|ZONE|PRECISION|EXCLUDE|REPLACE|RENAME|INTERVAL)$/;

/** Columns that no relation in scope has, reported only where all columns in scope are known for sure. */
export function unknownColumns({ structure, resolver }: LintContext): Marker[] {
  return blocksOf(structure).flatMap((block) => {
    if (block.kind !== 'select') return [];
    const scope: Scope = { ...resolver.scopeOf(block), aliases: selectAliases(resolver, block) };
    if (!isKnown(scope)) return [];
    return block.clauses
      .filter((clause) => checkedClauses.test(clause.kind))
      .flatMap((clause) => pathsIn(structure, block, clause))
      .flatMap((path) => checkPath(structure, scope, path));
  });
}

function isKnown(scope: Scope): boolean {
  if (scope.relations.length === 0 && scope.outer === undefined) return false;
  return scope.relations.every((relation) => relation.complete) && (scope.outer === undefined || isKnown(scope.outer));
}

interface WrittenPath {
  readonly start: number;
  readonly names: readonly string[];
}

/** The dotted names of a clause that can only be columns. */
function pathsIn(structure: Structure, block: Block, clause: Clause): WrittenPath[] {
  const { lexemes, groups } = structure;
  const paths: WrittenPath[] = [];
  for (let at = clause.start; at < clause.end; at++) {
    const group = groups.get(at);
    if (group !== undefined && hasOwnGrammar(structure, group.open, group.close)) {
      at = group.close;
      continue;
    }
    const lexeme = lexemes[at];
    if (lexeme?.name === undefined || isMember(lexemes, at)) continue;
    const names = [lexeme.name];
    let end = at + 1;
    while (lexemes[end]?.raw === '.' && lexemes[end + 1]?.name !== undefined && end + 1 < clause.end) {
      names.push(lexemes[end + 1]?.name ?? '');
      end += 2;
    }
    if (isColumn(structure, block, at, end)) paths.push({ start: at, names });
    at = end - 1;
  }
  return paths;
}

function hasOwnGrammar(structure: Structure, open: number, close: number): boolean {
  const { lexemes, queryByBracket } = structure;
  if (queryByBracket.has(open) || lexemes[open]?.raw === '{') return true;
  if (ownGrammar.test(lexemes[open - 1]?.upper ?? '')) return true;
  return lexemes.slice(open, close).some((lexeme) => /^(->|LAMBDA|FOR|:=|=>|::)$/.test(lexeme.upper));
}

function isColumn(structure: Structure, block: Block, start: number, end: number): boolean {
  const { lexemes } = structure;
  const first = lexemes[start];
  const previous = lexemes[start - 1];
  const next = lexemes[end];
  if (
    first?.kind === 'word' &&
    (isExpressionWord(first.upper) || isOperandWord(first.upper) || syntaxWords.test(first.upper))
  )
    return false;
  if (/^(AS|OVER|COLLATE|::|LAMBDA)$/.test(previous?.upper ?? '') || previous?.raw === '.') return false;
  if (/^(\(|:|:=|=>|\.|->)$/.test(next?.raw ?? '') || next?.kind === 'string') return false;
  if (previous?.kind === 'number' || lexemes[start - 2]?.upper === 'INTERVAL') return false;
  const isImplicitAlias =
    previous !== undefined &&
    start > block.start &&
    (previous.kind === 'string' || /^[)\]}]$/.test(previous.raw) || previous.upper === 'END');
  const followsName =
    previous?.name !== undefined &&
    !isExpressionWord(previous.upper) &&
    !/^(SELECT|BY|WHERE|ON|HAVING|QUALIFY)$/.test(previous.upper);
  return !isImplicitAlias && !followsName;
}

function checkPath(structure: Structure, scope: Scope, path: WrittenPath): Marker[] {
  const { names, start } = path;
  if (resolvePath(scope, names) !== undefined || findByQualifier(scope, names) !== undefined) return [];
  const owner = names.length > 1 ? findByQualifier(scope, names.slice(0, 1)) : undefined;
  if (names.length > 2 && owner === undefined) return [];
  const at = owner === undefined ? start : start + 2;
  const name = (owner === undefined ? names[0] : names[1]) ?? '';
  const candidates =
    owner === undefined ? allNames(scope, names.length > 1) : owner.columns.map((column) => column.name);
  const suggestion = nearestName(name, candidates);
  const range = rangeOf(structure, at, at + 1);
  const message =
    owner === undefined ? `There is no column "${name}" here.` : `${owner.alias} has no column "${name}".`;
  if (suggestion === undefined) return [{ range, severity: 'warning', message }];
  const fix = { title: `Change to ${suggestion}`, edits: [{ range, text: nameText(suggestion) }] };
  return [{ range, severity: 'warning', message: `${message} Did you mean "${suggestion}"?`, fix }];
}

function allNames(scope: Scope, withTables: boolean): string[] {
  const own = [
    ...scope.relations.flatMap((relation) => relation.columns.map((column) => column.name)),
    ...scope.aliases.map((column) => column.name),
    ...(withTables ? scope.relations.map((relation) => relation.alias) : []),
  ];
  return scope.outer === undefined ? own : [...own, ...allNames(scope.outer, withTables)];
}
