import { errorFromData, errorToData, StillhouseError, type TextRange } from '../../../core/error.ts';
import { nearestName } from '../../lint/nearest.ts';
import { errorInSource, pieceAt, type ReplacedPiece } from '../../parameters/parameters.ts';
import { readSqlFile } from '../../sql-file.ts';
import { parseDistillerExpression } from '../parse/index.ts';
import { readTokens } from '../parse/lexer.ts';
import { splitDistiller } from '../parse/split.ts';
import type { Token } from '../parse/token.ts';
import { findTemplate, type Template } from './templates.ts';

/** A statement with the saved queries it names in their places. */
export interface Expanded {
  readonly text: string;
  /** Where a range of the new text was in the old one; what came with a saved query maps to its name. */
  toSource(range: TextRange): TextRange;
  /** An error about the new text as one about the old one; what lies in a saved query says so. */
  located(error: StillhouseError): StillhouseError;
}

/**
 * Puts saved queries in the places of their names, those within them too. What reads as a query or as a condition stays one:
 * it is set in brackets where its neighbours would tear it apart. Fails at the name where a query is missing, calls itself,
 * is written in another dialect or does not fit there.
 */
export function expandTemplates(statement: string, templates: readonly Template[]): Expanded {
  const pieces: (ReplacedPiece & { readonly name: string })[] = [];
  const { tokens } = readTokens(statement);
  let text = '';
  let at = 0;
  tokens.forEach((token, index) => {
    if (token.kind !== 'template') return;
    const fault = (message: string, remedy?: string) =>
      new StillhouseError('sql-name', message, {
        statement,
        range: { start: token.start, end: token.end },
        ...(remedy !== undefined && { remedy }),
      });
    const inBlock = isInBlock(tokens, index);
    const surroundings = { templates, path: [], inBlock, fault };
    const fitted = fit(contentOf(token.value, surroundings), tokens, index, surroundings);
    text += statement.slice(at, token.start);
    pieces.push({ start: text.length, end: text.length + fitted.length, source: token, name: token.value });
    text += fitted;
    at = token.end;
  });
  const toSource = pieceAt(pieces);
  return {
    text: text + statement.slice(at),
    toSource,
    located(error) {
      const { range } = error;
      if (range === undefined) return error;
      const name = pieces.find(({ start, end }) => start <= range.start && range.start < end)?.name;
      const message = name === undefined ? error.message : `In the saved query “${name}”: ${error.message}`;
      return errorInSource(errorFromData({ ...errorToData(error), message }), statement, toSource);
    },
  };
}

interface Surroundings {
  readonly templates: readonly Template[];
  /** The saved queries that are being expanded, outermost first. */
  readonly path: readonly string[];
  /** Whether several statements may stand where the outermost one is named. */
  readonly inBlock: boolean;
  readonly fault: (message: string, remedy?: string) => StillhouseError;
}

/** The statements of a saved query with those it names in their places. */
function contentOf(name: string, surroundings: Surroundings): string {
  const { templates, path, fault } = surroundings;
  const within = path.length === 0 ? '' : ` (named in “${path.at(-1) ?? ''}”)`;
  const found = findTemplate(name, templates);
  if (found === undefined) {
    const near = nearestName(
      name,
      templates.map((template) => template.name),
    );
    throw fault(
      `There is no saved query “${name}”${within}.`,
      near === undefined ? 'Save a query of this name first; a comment begins with --.' : `Did you mean “${near}”?`,
    );
  }
  if (path.includes(found.name))
    throw fault(
      `The saved query “${found.name}” names itself: ${[...path, found.name].map((one) => `#${one}`).join(' → ')}.`,
      'Take one of these names out.',
    );
  const { text: whole, dialect } = readSqlFile(found.text);
  if (dialect !== 'distiller')
    throw fault(
      `The saved query “${found.name}”${within} is written in DuckDB’s SQL.`,
      'Open it, choose Data Distiller above the editor and save it.',
    );
  const { tokens } = readTokens(whole);
  const last = tokens.findLast(({ kind, symbol }) => kind !== 'end' && symbol !== ';');
  if (last === undefined) throw fault(`The saved query “${found.name}”${within} is empty.`);
  let text = '';
  let at = tokens.find(({ symbol }) => symbol !== ';')?.start ?? 0;
  tokens.forEach((token, index) => {
    if (token.kind !== 'template') return;
    const inBlock = surroundings.inBlock || isInBlock(tokens, index);
    const inner = { ...surroundings, inBlock, path: [...path, found.name] };
    text += whole.slice(at, token.start) + fit(contentOf(token.value, inner), tokens, index, inner);
    at = token.end;
  });
  return text + whole.slice(at, Math.max(at, last.end));
}

const begins = /^(?:;|\$\$|BEGIN|THEN|EXPLAIN|ANALYZE|AS)$/;
const ends = /^(?:;|\$\$|END|EXCEPTION)$/;
const binding = /^(?:AND|OR|NOT|IS|IN|LIKE|ILIKE|RLIKE|BETWEEN|DIV|[-+*/%=<>!~&|^:]+)$/;
const query = /^(?:SELECT|WITH|VALUES|FROM|TABLE)\b/i;

/** What a saved query says, as it has to be written in its place. */
function fit(content: string, tokens: readonly Token[], index: number, { inBlock, fault }: Surroundings): string {
  const before = signOf(tokens[index - 1]);
  const behind = signOf(tokens[index + 1]);
  const isWhole = begins.test(before) && ends.test(behind);
  const count = splitDistiller(content).length;
  if (count > 1) {
    if (isWhole && inBlock) return content;
    throw fault(
      `The saved query “${tokens[index]?.value ?? ''}” holds ${count} statements, and one belongs here.`,
      'Several run one after the other between $$ BEGIN and END $$.',
    );
  }
  if (isWhole || (before === '(' && behind === ')')) return content;
  if (query.test(content)) return `(${content})`;
  const isTorn = binding.test(before) || binding.test(behind);
  return isTorn && isExpression(content) ? `(${content})` : content;
}

/** The ends of the text count as semicolons. */
const signOf = (token: Token | undefined): string => (token === undefined || token.kind === 'end' ? ';' : token.symbol);

const isInBlock = (tokens: readonly Token[], index: number): boolean =>
  tokens.slice(0, index).some(({ symbol }) => symbol === '$$');

function isExpression(content: string): boolean {
  try {
    return parseDistillerExpression(content).kind !== 'name';
  } catch (error) {
    if (error instanceof StillhouseError) return false;
    throw error;
  }
}
