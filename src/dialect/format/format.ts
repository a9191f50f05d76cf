import { duckdb, formatDialect } from 'sql-formatter';
import { tokenize } from '../lexer.ts';
import { readLexemes } from '../lexeme.ts';
import { type SqlDialect, statementsOf } from '../sql-dialect.ts';
import { formatDistiller } from './format-distiller.ts';
import { isKeywordAt } from './keyword-case.ts';
import { compact } from './layout.ts';

/** A piece of text that formatting changes; offsets into the text before. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Formats a script statement by statement. What cannot be formatted safely stays as it is. */
export function formatScript(script: string): string {
  let text = '';
  let at = 0;
  for (const edit of formatEdits(script)) {
    text += script.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + script.slice(at);
}

/** The changes that formatting makes: in each statement, and in gaps of nothing but white space and a semicolon. */
export function formatEdits(script: string, dialect: SqlDialect = 'duckdb'): TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  const push = (start: number, end: number, text: string) => {
    if (script.slice(start, end) !== text) edits.push({ start, end, text });
  };
  for (const { start, end } of statementsOf(script, dialect)) {
    const gap = script.slice(at, start);
    if (/^\s*$/.test(gap)) push(at, start, '');
    else if (/^\s*;\s*$/.test(gap)) push(at, start, /;[^\S\n]*\n[^\S\n]*\S?$/.test(gap) ? ';\n' : ';\n\n');
    push(start, end, formatIn(dialect, script.slice(start, end)));
    at = end;
  }
  return edits;
}

function formatIn(dialect: SqlDialect, statement: string): string {
  return dialect === 'duckdb' ? formatStatement(statement) : formatDistiller(statement);
}

/** Formats one statement; gives it back unchanged when formatting would alter anything but white space and keyword case. */
export function formatStatement(statement: string): string {
  let text = statement;
  for (let round = 0; round < 3; round++) {
    const next = formatOnce(text);
    if (next === undefined) return statement;
    if (next === text) return text;
    text = next;
  }
  return statement;
}

function formatOnce(statement: string): string | undefined {
  let laidOut: string;
  try {
    laidOut = formatDialect(statement, {
      dialect: duckdb,
      tabWidth: 2,
      keywordCase: 'preserve',
      expressionWidth: 80,
      paramTypes: { positional: true, numbered: ['$'], named: ['$'] },
    });
  } catch {
    // The formatter does not know all of the dialect: what it cannot read stays as the user wrote it.
    return undefined;
  }
  const formatted = compact(capitalize(laidOut));
  return fingerprint(formatted) === fingerprint(statement) ? formatted : undefined;
}

/** Writes keywords in capitals and sets them off from brackets as people do: `IN (…)`, `CAST(…)`. */
function capitalize(statement: string): string {
  const lexemes = readLexemes(statement);
  let text = '';
  let at = 0;
  lexemes.forEach((lexeme, index) => {
    const bracket = lexemes[index + 1];
    const spaced = isKeywordAt(lexemes, index);
    if (spaced) text += statement.slice(at, lexeme.start) + lexeme.upper;
    else if (tight.test(lexeme.upper) && bracket?.raw === '(') text += statement.slice(at, lexeme.end);
    else return;
    at = lexeme.end;
    if (bracket?.raw !== '(' || statement.slice(at, bracket.start).includes('\n')) return;
    if (!tight.test(lexeme.upper)) text += ' ';
    at = bracket.start;
  });
  return text + statement.slice(at);
}

const tight = /^(CAST|TRY_CAST|EXTRACT|COLUMNS|ANY|ALL|SOME)$/;

/** Everything that carries meaning, comments included: two texts with the same one differ in layout only. */
function fingerprint(statement: string): string {
  return JSON.stringify(
    tokenize(statement)
      .filter((token) => token.kind !== 'space')
      .map((token) => {
        const raw = statement.slice(token.start, token.end);
        if (token.kind === 'comment') return raw.replace(/\s+/g, ' ').trim();
        return token.kind === 'word' ? raw.toUpperCase() : raw;
      }),
  );
}
