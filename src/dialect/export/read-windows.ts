import type { Group, Structure } from '../structure/nodes.ts';
import { splitAtCommas } from '../structure/select-items.ts';
import type { Reading } from './reading.ts';
import { isAggregate } from './rules/index.ts';

/** Says windows as the targets want them that are particular about orders and frames. */
export function readWindows(reading: Reading): void {
  const { structure, target } = reading;
  structure.lexemes.forEach((lexeme, at) => {
    const group = structure.groups.get(at + 1);
    const order = group === undefined ? undefined : orderOf(structure, group);
    if (group === undefined || order === undefined) return;
    const named = lexeme.upper === 'AS' && structure.lexemes[at - 2]?.upper === 'WINDOW';
    if (target === 'bigquery' && (lexeme.upper === 'OVER' || named)) sayNullsLast(reading, group, order);
    if (target === 'redshift' && lexeme.upper === 'OVER' && needsFrame(structure, at)) sayFrame(reading, group, order);
  });
}

interface WindowOrder {
  /** Lexemes of the sort keys, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Whether a frame follows. */
  readonly framed: boolean;
}

function orderOf({ lexemes, groups }: Structure, group: Group): WindowOrder | undefined {
  let at = group.open + 1;
  while (at < group.close && lexemes[at]?.upper !== 'ORDER') at = (groups.get(at)?.close ?? at) + 1;
  if (at >= group.close || lexemes[at + 1]?.upper !== 'BY') return undefined;
  let end = at + 2;
  while (end < group.close && !/^(ROWS|RANGE|GROUPS)$/.test(lexemes[end]?.upper ?? ''))
    end = (groups.get(end)?.close ?? end) + 1;
  return { start: at + 2, end, framed: end < group.close };
}

/**
 * In BigQuery's windows a rising order begins with NULL and cannot be told otherwise: a key before the key says it.
 * A frame that counts in the key's own unit allows one key only.
 */
function sayNullsLast(reading: Reading, group: Group, { start, end }: WindowOrder): void {
  const { structure, edits } = reading;
  const { lexemes } = structure;
  const frame = lexemes.slice(end, group.close);
  const counted = frame[0]?.upper === 'RANGE' && frame.some(({ kind }) => kind === 'number' || kind === 'string');
  for (const [from, to] of splitAtCommas(structure, start, end)) {
    const words = lexemes.slice(from, to).map(({ upper }) => upper);
    if (words.includes('DESC') || words.includes('NULLS')) continue;
    const key = lexemes.slice(from, to).filter(({ upper }) => upper !== 'ASC');
    const plain = key.every(({ name, raw }) => name !== undefined || raw === '.');
    const range = reading.range(from, to);
    if (plain && !counted) edits.replace(range.start, range.start, `${key.map(({ raw }) => raw).join('')} IS NULL, `);
    else
      reading.note({
        severity: 'check',
        what: 'OVER (ORDER BY …)',
        advice: 'Rows without a sort key come first in windows of BigQuery, last in DuckDB.',
        range,
      });
  }
}

/** Whether the function before OVER sums up its window: ranks and the like take no frame. */
function needsFrame({ lexemes, groups }: Structure, over: number): boolean {
  let close = over - 1;
  while (/^(NULLS|IGNORE|RESPECT)$/.test(lexemes[close]?.upper ?? '')) close--;
  const opening = (at: number) => [...groups.values()].find((group) => group.close === at)?.open ?? at;
  let open = opening(close);
  if (lexemes[open - 1]?.upper === 'FILTER') open = opening(open - 2);
  const name = lexemes[open - 1]?.name?.toLowerCase() ?? '';
  return isAggregate(name) || /^(first_value|last_value|nth_value)$/.test(name);
}

function sayFrame(reading: Reading, group: Group, { framed, start, end }: WindowOrder): void {
  if (framed) return;
  const { start: place } = reading.range(group.close, group.close + 1);
  reading.edits.replace(place, place, ' ROWS UNBOUNDED PRECEDING');
  reading.note({
    severity: 'check',
    what: 'OVER (ORDER BY …)',
    advice:
      'Redshift wants a frame and knows rows only: rows with the same key count one after another, in DuckDB together.',
    range: reading.range(start, end),
  });
}
