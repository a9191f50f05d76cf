import { unquoteString } from '../../dialect/lexeme.ts';
import { type ColumnPath, columnPaths } from '../../modules/column-paths.ts';
import type { CatalogDataset } from '../../modules/catalog-view.ts';
import type { Comparison, Operator } from './rule.ts';
import { inBrackets, part, type Phrase, phraseKey, readPhrase, splitAt, startsWith, upperAt } from './sql-phrase.ts';

/** A comparison that SQL says, where the rule builder has a form for it. */
export function readComparison(phrase: Phrase, dataset: CatalogDataset): Comparison | undefined {
  const negatedList = readNegatedList(phrase, dataset);
  if (negatedList !== undefined) return negatedList;
  const called = readTextFunction(phrase, dataset);
  if (called !== undefined) return called;
  const found = leadingPath(phrase, dataset);
  if (found === undefined) return undefined;
  const { path, rest } = found;
  const make = (operator: Operator, values: readonly (string | undefined)[]): Comparison | undefined =>
    values.every((value) => value !== undefined) ? { column: path.label, operator, values: [...values] } : undefined;
  const days = readDaysAgo(part(rest, 1));
  switch (upperAt(rest, 0)) {
    case '=':
      return make('is', [readValue(part(rest, 1), path)]);
    case 'IN': {
      const list = inBrackets(part(rest, 1));
      return (
        list &&
        make(
          'is',
          splitCommas(list).map((value) => readValue(value, path)),
        )
      );
    }
    case 'IS':
      if (phraseKey(rest) === 'IS NULL') return make('is-missing', []);
      if (phraseKey(rest) === 'IS NOT NULL') return make('is-known', []);
      return startsWith(rest, 'IS', 'DISTINCT', 'FROM') ? make('is-not', [readValue(part(rest, 3), path)]) : undefined;
    case 'BETWEEN': {
      const ends = splitAt(part(rest, 1), 'AND');
      return ends.length === 2
        ? make(
            'between',
            ends.map((end) => readValue(end, path)),
          )
        : undefined;
    }
    case '>=':
      return days === undefined ? make('at-least', [readValue(part(rest, 1), path)]) : make('in-last-days', [days]);
    case '<':
      return days === undefined
        ? make('less-than', [readValue(part(rest, 1), path)])
        : make('before-last-days', [days]);
    case '<=':
      return make('at-most', [readValue(part(rest, 1), path)]);
    case '>':
      return make('more-than', [readValue(part(rest, 1), path)]);
    default:
      return undefined;
  }
}

/** `(country IN ('DE', 'FR')) IS NOT TRUE`. */
function readNegatedList(phrase: Phrase, dataset: CatalogDataset): Comparison | undefined {
  const end = phrase.tokens.length - 3;
  if (end < 1 || phraseKey(part(phrase, end)) !== 'IS NOT TRUE') return undefined;
  const inner = inBrackets(part(phrase, 0, end));
  const list = inner && readComparison(inner, dataset);
  return list?.operator === 'is' && list.values.length > 1 ? { ...list, operator: 'is-not' } : undefined;
}

/** `contains(lower(name), lower('x'))`. */
function readTextFunction(phrase: Phrase, dataset: CatalogDataset): Comparison | undefined {
  const operator = ({ CONTAINS: 'contains', STARTS_WITH: 'starts-with' } as const)[upperAt(phrase, 0)];
  const inner = operator && inBrackets(part(phrase, 1));
  if (inner === undefined) return undefined;
  const [column, value, ...more] = splitCommas(inner).map((one) =>
    startsWith(one, 'LOWER', '(') ? inBrackets(part(one, 1)) : undefined,
  );
  if (column === undefined || value === undefined || more.length > 0) return undefined;
  const path = wholePath(column, dataset);
  const text = path && readValue(value, path);
  return text === undefined || operator === undefined || path === undefined
    ? undefined
    : { column: path.label, operator, values: [text] };
}

/** The number of days of `today() - INTERVAL 30 DAY`. */
export function readDaysAgo(phrase: Phrase): string | undefined {
  const found = /^TODAY \( \) - INTERVAL (\d+) DAY$/.exec(phraseKey(phrase));
  return found?.[1];
}

/** A literal as the rule's text of it. */
function readValue(phrase: Phrase, { kind }: ColumnPath): string | undefined {
  const tokens = phrase.tokens;
  const [first, second] = tokens;
  if (first === undefined || tokens.length > 2) return undefined;
  if (second === undefined) {
    if (first.kind === 'string') return kind === 'text' || kind === 'other' ? unquoteString(first.raw) : undefined;
    if (first.kind === 'number') return kind === 'number' ? first.raw : undefined;
    return kind === 'boolean' && /^(TRUE|FALSE)$/.test(first.upper) ? first.upper.toLowerCase() : undefined;
  }
  if (first.upper === '-' && second.kind === 'number') return kind === 'number' ? `-${second.raw}` : undefined;
  if (kind !== 'time' || second.kind !== 'string') return undefined;
  return first.upper === 'DATE' || first.upper === 'TIMESTAMP' ? unquoteString(second.raw) : undefined;
}

/** The column that a phrase is. */
export function wholePath(phrase: Phrase, dataset: CatalogDataset): ColumnPath | undefined {
  const key = phraseKey(phrase);
  return columnPaths(dataset.columns).find(({ sql }) => phraseKey(readPhrase(sql.text)) === key);
}

/** The longest column path that a phrase begins with. */
function leadingPath(phrase: Phrase, dataset: CatalogDataset): { path: ColumnPath; rest: Phrase } | undefined {
  const key = `${phraseKey(phrase)} `;
  const paths = columnPaths(dataset.columns).map((path) => ({ path, own: readPhrase(path.sql.text) }));
  const fitting = paths.filter(({ own }) => key.startsWith(`${phraseKey(own)} `));
  const longest = fitting.reduce<(typeof fitting)[number] | undefined>(
    (best, one) => (best === undefined || one.own.tokens.length > best.own.tokens.length ? one : best),
    undefined,
  );
  return longest && { path: longest.path, rest: part(phrase, longest.own.tokens.length) };
}

function splitCommas(phrase: Phrase): readonly Phrase[] {
  return splitAt(phrase, ',');
}
