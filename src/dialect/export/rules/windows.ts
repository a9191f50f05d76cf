import { named, type Rules, same } from './rule.ts';

/** Functions that only stand before OVER. */
export const windowRules: Rules = {
  ...same(
    'row_number',
    'rank',
    'dense_rank',
    'percent_rank',
    'cume_dist',
    'ntile',
    'lag',
    'lead',
    'first_value',
    'last_value',
    'nth_value',
  ),
  ...named('rank_dense', { all: 'DENSE_RANK()' }),
  fill: { instead: 'compute it from LAG and LEAD' },
};
