import { StillhouseError } from '../../../core/error.ts';
import { parameterProblem, type ParameterValue } from '../../parameters/value.ts';
import { pieceAt, type ReplacedPiece } from '../../parameters/parameters.ts';
import { readTokens } from '../parse/lexer.ts';
import type { Token } from '../parse/token.ts';

/** One place of a template's parameter: `$name`, `${name}`, or a text of nothing but it: `'$NAME'`. */
interface Use {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly inText: boolean;
}

const insideText = /^\$(?:\{\s*)?([\p{L}_][\p{L}\p{N}_]*)\s*\}?$/u;

function usesOf(statement: string): readonly Use[] {
  if (!statement.includes('$')) return [];
  const { tokens } = readTokens(statement);
  if (tokens[0]?.symbol === 'PREPARE') return [];
  return tokens.flatMap((token): Use[] => {
    const name = nameIn(token);
    return name === undefined ? [] : [{ name, start: token.start, end: token.end, inText: token.kind === 'string' }];
  });
}

function nameIn({ kind, value }: Token): string | undefined {
  if (kind === 'parameter') return /^\d+$/.test(value) ? undefined : value;
  return kind === 'string' ? insideText.exec(value)?.[1] : undefined;
}

/** The parameters of a template in order of first use. Numbered ones belong to PREPARE. */
export function findDistillerParameters(statement: string): readonly string[] {
  return [...new Set(usesOf(statement).map(({ name }) => name))];
}

/** A template with the values in place of its parameters. Fails with `input-invalid` when one has no value or a wrong one. */
export function fillTemplate(statement: string, values: ReadonlyMap<string, ParameterValue>) {
  const pieces: ReplacedPiece[] = [];
  let text = '';
  let at = 0;
  for (const { name, start, end, inText } of usesOf(statement)) {
    const replacement = written(name, values.get(name), inText, { statement, start, end });
    text += statement.slice(at, start);
    pieces.push({ start: text.length, end: text.length + replacement.length, source: { start, end } });
    text += replacement;
    at = end;
  }
  return { text: text + statement.slice(at), toSource: pieceAt(pieces) };
}

function written(
  name: string,
  value: ParameterValue | undefined,
  inText: boolean,
  { statement, start, end }: { readonly statement: string; readonly start: number; readonly end: number },
): string {
  const problem = value === undefined ? undefined : parameterProblem(value);
  if (value === undefined || problem !== undefined) {
    const sentence = problem === undefined ? 'has no value yet' : `does not fit: ${problem}`;
    throw new StillhouseError('input-invalid', `The parameter $${name} ${sentence}.`, {
      remedy: 'Fill it in above the editor.',
      statement,
      range: { start, end },
    });
  }
  return inText ? quoted(plainText(value)) : literalText(value);
}

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

function plainText(value: ParameterValue): string {
  if (value.kind === 'null') return '';
  if (value.kind === 'boolean') return String(value.value);
  return value.kind === 'text-list' ? value.texts.join(',') : value.text.trim();
}

function literalText(value: ParameterValue): string {
  switch (value.kind) {
    case 'text':
      return quoted(value.text);
    case 'integer':
    case 'decimal':
      return value.text.trim();
    case 'date':
      return `DATE ${quoted(value.text.trim())}`;
    case 'timestamp':
      return `TIMESTAMP ${quoted(value.text.trim().replace('T', ' '))}`;
    case 'boolean':
      return String(value.value);
    case 'text-list':
      return value.texts.map(quoted).join(', ');
    case 'null':
      return 'NULL';
  }
}
