import { literal, rawSql, type Sql, sql } from '../../../core/sql.ts';
import { drawSql } from '../../../privacy/keyed-hash.ts';
import { startOfSql } from '../../start-of.ts';
import { bandSql, isWholeType } from '../bands.ts';
import { settingError, settingNumber, settingParts, type Treatment, type TreatmentUse } from './treatment.ts';

const numbers = ['number'] as const;
const dateParts = ['day', 'week', 'month', 'quarter', 'year', 'decade'];

/** Treatments of numbers, days and of any column. */
export const numberTreatments = {
  band: {
    label: 'Bands, such as ages 40–49 (setting: how wide)',
    takes: numbers,
    usual: '10',
    consistent: true,
    express: (value, use) => bandSql(value, use.type, positive(use)),
  },
  round: {
    label: 'Round to a multiple (setting: of what)',
    takes: numbers,
    usual: '10',
    consistent: true,
    express: (value, use) => {
      const step = literal(positive(use));
      return sql`round(${value} / ${step}) * ${step}`;
    },
  },
  limits: {
    label: 'Top and bottom coding (setting: lowest;highest, either may be left out)',
    takes: numbers,
    usual: '18;80',
    consistent: true,
    express: limitsSql,
  },
  noise: {
    label: 'Add noise (setting: up to how much each way, as 10, 5 %, or days)',
    takes: ['number', 'time'],
    usual: '10',
    consistent: false,
    reads: 'draw_key',
    express: noiseSql,
  },
  'truncate-date': {
    label: 'Truncate a day or time (setting: day, week, month, quarter, year or decade)',
    takes: ['time'],
    usual: 'month',
    consistent: true,
    express: (value, { column, setting }) => {
      if (!dateParts.includes(setting)) throw settingError(column, `one of ${dateParts.join(', ')}`, setting);
      return startOfSql(setting, sql`CAST(${value} AS TIMESTAMP)`);
    },
  },
  shuffle: {
    label: 'Shuffle between rows',
    usual: '',
    consistent: false,
    reads: 'draw_key',
    express: (value) => value,
  },
  suppress: {
    label: 'Suppress: leave nothing',
    usual: '',
    consistent: true,
    express: (_value, { type }) => sql`CAST(NULL AS ${rawSql(type)})`,
  },
} as const satisfies Readonly<Record<string, Treatment>>;

function positive(use: TreatmentUse): number {
  const number = settingNumber(use, 0);
  if (number > 0) return number;
  throw settingError(use.column, 'a number above 0', use.setting);
}

function limitsSql(value: Sql, { column, setting }: TreatmentUse): Sql {
  const [low = '', high = ''] = settingParts(setting);
  const wrong = [low, high].some((text) => text !== '' && !Number.isFinite(Number(text)));
  if (wrong || low + high === '' || (low !== '' && high !== '' && Number(low) > Number(high))) {
    throw settingError(column, 'the lowest and the highest value, such as 18;80', setting);
  }
  const raised = low === '' ? value : sql`greatest(${value}, ${literal(Number(low))})`;
  const limited = high === '' ? raised : sql`least(${raised}, ${literal(Number(high))})`;
  return sql`CASE WHEN ${value} IS NOT NULL THEN ${limited} END`;
}

/** Uniform noise of each row's own, rounded as finely as cents; whole numbers and days stay whole. */
function noiseSql(value: Sql, use: TreatmentUse): Sql {
  const isShare = use.setting.trim().endsWith('%');
  const amount = positive({ ...use, setting: use.setting.replace('%', '') });
  const draw = sql`(2 * ${drawSql(`noise ${use.column}`, sql`row_id`)} - 1)`;
  if (use.kind === 'time') {
    if (isShare) throw settingError(use.column, 'a number of days', use.setting);
    return sql`${value} + to_days(CAST(round(${literal(amount)} * ${draw}) AS INTEGER))`;
  }
  const reach = isShare ? sql`abs(${value}) * ${literal(amount / 100)}` : literal(amount);
  return sql`round(${value} + ${reach} * ${draw}, ${literal(isWholeType(use.type) ? 0 : 2)})`;
}
