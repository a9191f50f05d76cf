import type { ExportedStatement, ExportNote, Finding, TranslateText } from './contract.ts';
import { unknownFunctions } from './check-output.ts';
import { expandPieces } from './expand.ts';
import { readCalls } from './read-calls.ts';
import { readClauses } from './read-clauses.ts';
import { readFrom } from './read-from.ts';
import { readNested } from './read-nested.ts';
import { readOperators } from './read-operators.ts';
import { readStatement } from './read-statement.ts';
import { readTypes } from './read-types.ts';
import { readWindows } from './read-windows.ts';
import { readWords } from './read-words.ts';
import { beginReading } from './reading.ts';
import type { ExportTarget } from './target.ts';

/**
 * One statement of DuckDB's SQL in another dialect, with all that does not carry over. Functions are said by our rules,
 * everything else by the translator. Never fails: what cannot be said at all is told in the notes.
 */
export function exportStatement(source: string, target: ExportTarget, translate: TranslateText): ExportedStatement {
  const reading = beginReading(source, target);
  const whole = { start: 0, end: source.length };
  const refusal = readStatement(reading);
  if (refusal !== undefined)
    return {
      text: undefined,
      notes: [
        {
          severity: 'missing',
          what: reading.structure.lexemes[0]?.upper ?? '',
          advice: `${refusal}.`,
          ranges: [reading.range(0, 1)],
        },
      ],
    };
  readFrom(reading);
  readCalls(reading);
  readOperators(reading);
  readNested(reading);
  readTypes(reading);
  readClauses(reading);
  readWords(reading);
  readWindows(reading);
  const prepared = reading.edits.apply();
  const translation = translate(prepared.text, target);
  if ('failure' in translation) {
    const { range, failure } = translation;
    const place =
      range === undefined
        ? whole
        : {
            start: prepared.toSource(range.start),
            end: Math.max(prepared.toSource(range.start) + 1, prepared.toSource(range.end)),
          };
    const advice = `The translator does not understand the statement from here on (${failure.replace(/^Parse error at line \d+, column \d+: /, '').replace(/\.$/, '')}); say this part in plainer SQL.`;
    return {
      text: undefined,
      notes: [
        { severity: 'missing', what: source.slice(place.start, place.end).trim() || 'syntax', advice, ranges: [place] },
      ],
    };
  }
  const notes: Finding[] = [...reading.notes];
  const expanded = expandPieces(translation.text, reading.pieces, target, (note) => notes.push(note));
  const text = target === 'bigquery' ? withoutNullOrder(expanded) : expanded;
  const told = new Set(
    notes.filter(({ severity }) => severity === 'missing').map(({ what }) => what.toLowerCase().replace(/\W+/g, '_')),
  );
  notes.push(...unknownFunctions(text, target, told));
  return { text, notes: gathered(notes) };
}

/** BigQuery's windows take no NULLS LAST; the key before the key says it. */
function withoutNullOrder(text: string): string {
  return text.replace(/\bIS NULL NULLS LAST, ([\w.`]+) NULLS LAST/g, 'IS NULL, $1');
}

/** What fails first, then what differs, each in the order of the text; the same thing at several places is one note. */
function gathered(findings: readonly Finding[]): readonly ExportNote[] {
  const notes = new Map<string, ExportNote>();
  const inOrder = [...findings].sort(
    (a, b) =>
      Number(a.severity === 'check') - Number(b.severity === 'check') ||
      (a.range?.start ?? Infinity) - (b.range?.start ?? Infinity),
  );
  for (const { range, ...finding } of inOrder) {
    const key = `${finding.severity} ${finding.what.toLowerCase()} ${finding.advice}`;
    const before = notes.get(key) ?? { ...finding, ranges: [] };
    const repeated = range === undefined || before.ranges.some(({ start }) => start === range.start);
    notes.set(key, { ...before, ranges: repeated ? before.ranges : [...before.ranges, range] });
  }
  return [...notes.values()];
}
