import { rawSql, type Sql, sql } from '../../../../core/sql.ts';
import { asDouble } from '../../translate/coerce.ts';
import { double, typed } from '../../translate/typed.ts';
import { aggregateSql } from '../aggregates/call.ts';
import type { AggregateEntry, AggregateModifiers, FunctionCall, FunctionEntry } from '../contract.ts';

/** Measures of spread, shape and dependence. */
export const measures: readonly FunctionEntry[] = [
  measure(['stddev_samp', 'stddev', 'std'], sql`stddev_samp`, 'The standard deviation of a sample.'),
  measure(['stddev_pop'], sql`stddev_pop`, 'The standard deviation of a whole population.'),
  measure(['var_samp', 'variance'], sql`var_samp`, 'The variance of a sample.'),
  measure(['var_pop'], sql`var_pop`, 'The variance of a whole population.'),
  measure(['kurtosis'], sql`kurtosis_pop`, 'The excess kurtosis of a population; NULL where all values are the same.'),
  {
    kind: 'aggregate',
    names: ['skewness'],
    signature: 'skewness(number)',
    summary: 'The skewness of a population; NULL where all values are the same.',
    arity: [1, 1],
    translate: (call, modifiers) => typed(skewness(call, modifiers), double),
  },
  pair('covar_pop', 'The covariance of a whole population.'),
  pair('covar_samp', 'The covariance of a sample.'),
  {
    kind: 'aggregate',
    names: ['corr'],
    signature: 'corr(a, b)',
    summary: 'Pearson’s correlation; NULL where one side does not vary.',
    arity: [2, 2],
    translate: (call, modifiers) =>
      typed(sql`nullif(${aggregateSql(sql`corr`, numbers(call), modifiers)}, 'NaN'::DOUBLE)`, double),
  },
  ...(['avgx', 'avgy', 'sxx', 'syy', 'sxy', 'slope', 'intercept', 'r2'] as const).map((figure) =>
    pair(
      `regr_${figure}`,
      `The figure ${figure.toUpperCase()} of the line that fits y by x, over rows where both are known.`,
      'y, x',
    ),
  ),
  {
    kind: 'aggregate',
    names: ['regr_count'],
    signature: 'regr_count(y, x)',
    summary: 'The number of rows in which both are known.',
    arity: [2, 2],
    translate: (call, modifiers) =>
      typed(sql`CAST(${aggregateSql(sql`regr_count`, numbers(call), modifiers)} AS BIGINT)`, {
        kind: 'scalar',
        name: 'BIGINT',
      }),
  },
];

const numbers = (call: FunctionCall): Sql[] => call.arguments().map(asDouble);

function measure(names: readonly [string, ...string[]], name: Sql, summary: string): AggregateEntry {
  return {
    kind: 'aggregate',
    names,
    signature: `${names[0]}(number)`,
    summary,
    arity: [1, 1],
    translate: (call, modifiers) => typed(aggregateSql(name, numbers(call), modifiers), double),
  };
}

function pair(name: string, summary: string, parameters = 'a, b'): AggregateEntry {
  return {
    kind: 'aggregate',
    names: [name],
    signature: `${name}(${parameters})`,
    summary,
    arity: [2, 2],
    translate: (call, modifiers) => typed(aggregateSql(rawSql(name), numbers(call), modifiers), double),
  };
}

/** The engine's skewness is that of a sample: sqrt(n (n - 1)) / (n - 2) times the population's, and unknown below three rows. */
function skewness(call: FunctionCall, modifiers: AggregateModifiers): Sql {
  const values = numbers(call);
  const figure = (name: Sql) => aggregateSql(name, values, modifiers);
  const count = figure(sql`count`);
  const corrected = sql`${figure(sql`skewness`)} * (${count} - 2) / sqrt(${count} * (${count} - 1.0))`;
  return sql`CASE WHEN ${figure(sql`var_pop`)} > 0 THEN CASE WHEN ${count} = 2 THEN 0 ELSE ${corrected} END END`;
}
