import { areIntegers, limited } from './integer-arithmetic.ts';
import type { Typed } from './typed.ts';

const [places, rows, seconds] = [10n ** 9n, 10n ** 12n, 10n ** 14n];

const named = (most: bigint, names: string): readonly (readonly [string, bigint])[] =>
  names.split(' ').map((name) => [name, most]);

/** The greatest magnitude of what functions give: far below their types, so that sums of them need no guard. */
const greatest: ReadonlyMap<string, bigint> = new Map([
  ...named(
    366n,
    'month day dayofmonth hour minute second dayofweek dayofyear weekday weekofyear quarter sign bit_count ntile',
  ),
  ...named(
    places,
    'year length len char_length character_length octet_length bit_length size cardinality array_size json_array_length ' +
      'instr locate position charindex find_in_set levenshtein ascii array_position regexp_count regexp_instr datediff date_diff',
  ),
  ...named(rows, 'count count_if row_number rank dense_rank approx_count_distinct regr_count unix_date'),
  ...named(seconds, 'unix_timestamp to_unix_timestamp unix_seconds'),
]);

/** What a function gave, with how large it can be at most. */
export function withKnownSize(name: string, value: Typed): Typed {
  const most = greatest.get(name);
  return most === undefined || value.whole !== undefined || !areIntegers(value.type) ? value : limited(value, most);
}
