import type { Rules } from './rule.ts';

/** Functions that stand in FROM; their rules' names begin with `from`. */
export const tableRules: Rules = {
  'from unnest': {
    sparks: 'EXPLODE({1})',
    snowflake: 'TABLE(FLATTEN(INPUT => {1}))',
    bigquery: 'UNNEST({1})',
    postgresql: 'UNNEST({1})',
    trino: 'UNNEST({1})',
    instead: 'name the list in FROM after its table, as in FROM t, t.list AS item',
  },
  'from range': {
    sparks: ['RANGE(0, {1})', 'RANGE({1}, {2})', 'RANGE({1}, {2}, {3})'],
    snowflake: [
      'TABLE(FLATTEN(INPUT => ARRAY_GENERATE_RANGE(0, {1})))',
      'TABLE(FLATTEN(INPUT => ARRAY_GENERATE_RANGE({*})))',
    ],
    bigquery: ['UNNEST(GENERATE_ARRAY(0, {1-1}))', 'UNNEST(GENERATE_ARRAY({1}, {2-1}))'],
    postgresql: ['GENERATE_SERIES(0, {1-1})', 'GENERATE_SERIES({1}, {2-1})'],
    trino: ['UNNEST(SEQUENCE(0, {1-1}))', 'UNNEST(SEQUENCE({1}, {2-1}))'],
    instead: 'number the rows of a table with ROW_NUMBER',
  },
  'from generate_series': {
    sparks: ['EXPLODE(SEQUENCE({1}, {2}))', 'EXPLODE(SEQUENCE({1}, {2}, {3}))'],
    snowflake: ['TABLE(FLATTEN(INPUT => ARRAY_GENERATE_RANGE({1}, {2+1})))'],
    bigquery: ['UNNEST(GENERATE_ARRAY({*}))'],
    postgresql: ['GENERATE_SERIES({*})'],
    trino: ['UNNEST(SEQUENCE({*}))'],
    instead: 'number the rows of a table with ROW_NUMBER',
  },
};
