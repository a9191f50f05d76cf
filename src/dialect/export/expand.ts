import type { Finding } from './contract.ts';
import type { Piece } from './piece.ts';
import { rules } from './rules/index.ts';
import { missingAdvice, placeOf, type Rule } from './rules/rule.ts';
import { type ExportTarget, targetName } from './target.ts';
import { callsOf, closingBracket, onOneLine, splitArguments } from './target-text.ts';
import { chooseTemplate, fillTemplate, partsOfRow, type Parts } from './template.ts';
import { pieceName } from './reading.ts';
import { isKnownFunction } from './catalogue.ts';

/** Puts the target's words in place of all pieces of a translated text, inner ones first. */
export function expandPieces(
  text: string,
  pieces: readonly Piece[],
  target: ExportTarget,
  note: (note: Finding) => void,
): string {
  const told = new Set<Piece>();
  const expand = (piece: string): string => {
    let expanded = '';
    let at = 0;
    for (const { name, start, open } of callsOf(piece, target)) {
      const found = pieces[Number(pieceName.exec(name)?.[1] ?? -1)];
      if (start < at || found === undefined) continue;
      const close = closingBracket(piece, open, target);
      const row = splitArguments(expand(piece.slice(open + 1, close)), target);
      const once = (about: Finding) => {
        if (!told.has(found)) note(about);
      };
      const parts = row.map((part) => onOneLine(part, target));
      expanded += piece.slice(at, start) + sayPiece(found, parts, target, once);
      told.add(found);
      at = close + 1;
    }
    return expanded + piece.slice(at);
  };
  return expand(text);
}

function sayPiece(piece: Piece, row: readonly string[], target: ExportTarget, note: (note: Finding) => void): string {
  const { name, what, range } = piece;
  const rule = rules.get(name);
  const parts = partsOfRow(row, piece);
  const template = rule === undefined ? undefined : placeOf(rule, target);
  const found = template == null ? undefined : chooseTemplate(template, { piece, target, arguments: parts.arguments });
  if (rule === undefined || found === undefined) {
    note({ severity: 'missing', what, range, advice: adviceFor(piece, rule, template == null, target) });
    return piece.written ?? asWritten(piece, parts, target);
  }
  const told = rule.differs === undefined ? undefined : placeOf(rule.differs, target);
  const differs = typeof told === 'function' ? told({ piece, target, arguments: parts.arguments }) : told;
  if (differs !== undefined) note({ severity: 'check', what, range, advice: differs });
  return withWindow(withFilter(found, rule, parts, piece, target, note), piece, target, note);
}

/** A call nearly as the user wrote it, its arguments translated. */
function asWritten(piece: Piece, parts: Parts, target: ExportTarget): string {
  const call = fillTemplate(`${piece.what.toUpperCase()}({distinct}{*}{order})`, parts, piece, target);
  return parts.condition === undefined ? call : `${call} FILTER (WHERE ${parts.condition})`;
}

function adviceFor({ name }: Piece, rule: Rule | undefined, none: boolean, target: ExportTarget): string {
  if (rule !== undefined && none) return missingAdvice(rule, target);
  if (rule !== undefined) return `This form of it is not translated for ${targetName(target)}; write it there by hand.`;
  if (name.startsWith('sh_'))
    return `It is Stillhouse's own; ${targetName(target)} does not have it: compute the column here and send the result.`;
  return isKnownFunction(target, name)
    ? `It is kept as it is: ${targetName(target)} has a function of that name; see that it means the same there.`
    : `${targetName(target)} does not know it; say it in other functions, or define it there.`;
}

const withFilterClause: ReadonlySet<ExportTarget> = new Set(['spark', 'databricks', 'postgresql', 'trino']);

function withFilter(
  template: string,
  rule: Rule,
  parts: Parts,
  piece: Piece,
  target: ExportTarget,
  note: (note: Finding) => void,
): string {
  if (parts.keys.length > 0 && !/\{(order|within|key)\}/.test(template) && rule.aggregate === true)
    note({
      severity: 'check',
      what: `${piece.what}(… ORDER BY …)`,
      range: piece.range,
      advice: `${targetName(target)} takes the values in no certain order here.`,
    });
  if (parts.condition === undefined) return fillTemplate(template, parts, piece, target);
  if (withFilterClause.has(target))
    return `${fillTemplate(template, parts, piece, target)} FILTER (WHERE ${parts.condition})`;
  const at = Math.min((rule.blank ?? 1) - 1, Math.max(0, parts.arguments.length - 1));
  const blanked = `CASE WHEN ${parts.condition} THEN ${parts.arguments[at] ?? '1'} END`;
  const counted = template === 'COUNT(*)' ? 'COUNT({1})' : template;
  const given = parts.arguments.length === 0 ? [blanked] : parts.arguments.with(at, blanked);
  return fillTemplate(counted, { ...parts, arguments: given }, piece, target);
}

/** Only a plain call, with or without WITHIN GROUP, can stand before OVER. */
function withWindow(text: string, piece: Piece, target: ExportTarget, note: (note: Finding) => void): string {
  if (!piece.windowed && !piece.ignoresNulls) return text;
  const open = text.indexOf('(');
  const plain =
    /^\w+\(/.test(text) &&
    /^(?: WITHIN GROUP \(.*\))?(?: FILTER \(.*\))?$/s.test(text.slice(closingBracket(text, open, target) + 1));
  if (!plain)
    note({
      severity: 'missing',
      what: `${piece.what} OVER`,
      range: piece.range,
      advice: `What stands for it in ${targetName(target)} cannot be used with OVER; compute it in a subquery and join it.`,
    });
  if (!piece.ignoresNulls) return text;
  if (target === 'postgresql' || (target === 'bigquery' && !/^(FIRST_VALUE|LAST_VALUE|NTH_VALUE)\(/.test(text))) {
    note({
      severity: 'missing',
      what: `${piece.what} IGNORE NULLS`,
      range: piece.range,
      advice: `${targetName(target)} does not skip NULL here; take the values that are not NULL in a subquery.`,
    });
    return text;
  }
  return target === 'bigquery' ? `${text.slice(0, -1)} IGNORE NULLS)` : `${text} IGNORE NULLS`;
}
