import { StillhouseError } from '../../../core/error.ts';
import { literal, type Sql, sql } from '../../../core/sql.ts';
import type { ColumnPath } from '../../column-paths.ts';
import { startOfSql } from '../../start-of.ts';
import { bandSql } from '../bands.ts';

/** One way to say a value less exactly; each level of a column joins values of the one before. */
export interface Level {
  readonly label: string;
  /** The value as a text; NULL stays NULL but on the last level. */
  readonly text: Sql;
}

/** What takes the place of any value on the last level. */
const anyValue = '*';

/** The levels of a column: what the steps say, or what is usual for its kind, and at last one value for all. */
export function columnLevels(path: ColumnPath, steps: string): readonly Level[] {
  const own: Level = { label: 'as it is', text: sql`CAST(${path.sql} AS VARCHAR)` };
  const all: Level = { label: 'left out', text: literal(anyValue) };
  const wanted = steps === '' ? (usualSteps[path.kind] ?? '') : steps;
  const between = wanted
    .split(';')
    .map((step) => step.trim())
    .filter((step) => step !== '')
    .map((step) => levelOf(path, step));
  return [own, ...between, all];
}

const usualSteps: Readonly<Partial<Record<ColumnPath['kind'], string>>> = {
  number: '5; 10; 20; 40',
  time: 'month; quarter; year; decade',
};

const dateParts = ['day', 'month', 'quarter', 'year', 'decade'];

function levelOf(path: ColumnPath, step: string): Level {
  const number = Number(step);
  if (path.kind === 'number' && number > 0 && Number.isFinite(number)) {
    return { label: `bands of ${step}`, text: bandSql(path.sql, path.type, number) };
  }
  if (path.kind === 'time' && dateParts.includes(step)) {
    const start = startOfSql(step, sql`CAST(${path.sql} AS TIMESTAMP)`);
    return { label: step, text: sql`${literal(`${step} of `)} || CAST(${start} AS VARCHAR)` };
  }
  if (path.kind === 'text' && Number.isInteger(number) && number > 0) {
    const value = sql`CAST(${path.sql} AS VARCHAR)`;
    return { label: `first ${step} characters`, text: sql`left(${value}, ${literal(number)}) || '…'` };
  }
  throw new StillhouseError('input-invalid', `“${path.label}” cannot be generalised by “${step}”.`, {
    remedy:
      'Numbers take widths of bands (5; 10; 20), times take day, month, quarter, year or decade, texts take numbers of first characters (3; 2).',
  });
}

/**
 * Refuses steps that do not each join whole values of the one before, since the search relies on it: widths that are not
 * multiples, more characters after fewer. Throws `input-invalid`.
 */
export function refuseUnnested(path: ColumnPath, steps: string): void {
  const numbers = steps.split(';').map(Number);
  const wrong = numbers.some((number, index) => {
    const before = numbers[index - 1];
    if (before === undefined || path.kind === 'time') return false;
    return path.kind === 'number' ? number % before !== 0 || number === before : number >= before;
  });
  if (!wrong) return;
  throw new StillhouseError('input-invalid', `The steps “${steps}” of “${path.label}” do not lie within each other.`, {
    remedy: 'Write wider bands after narrower ones that divide them (5; 10; 20), fewer characters after more (3; 2).',
  });
}
