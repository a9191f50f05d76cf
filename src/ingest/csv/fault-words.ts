import type { WalkFault } from './record-walker.ts';
import { longestRecord } from './record-walker.ts';

const words: Readonly<Record<WalkFault, string>> = {
  'text-after-quote': 'text follows the closing quote of a field',
  'unclosed-quote': 'a quote is opened and never closed',
  'too-long': `a quote is opened and not closed within ${longestRecord >> 20} MB`,
  leftover: 'it looks like the rest of the faulty record before it',
};

/** Why a line was given up, for the report. */
export function faultReason(fault: WalkFault): string {
  return words[fault];
}

/** Why a record with the wrong number of fields is rejected. */
export function raggedReason(found: number, expected: number): string {
  return `it has ${count(found)} where the file has ${expected}`;
}

function count(fields: number): string {
  return fields === 1 ? '1 field' : `${fields} fields`;
}
