import { bigquery, postgresql, redshift, snowflake, spark, trino } from 'sql-formatter';
import type { ExportTarget } from './target.ts';

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** Functions that the formatter's lists, made from the documentation of each target, leave out. */
const added: Readonly<Record<ExportTarget, readonly string[]>> = {
  spark:
    words(`any any_value array_agg array_append array_compact array_except array_insert array_prepend array_size array_sort btrim ceil charindex chr collect_list
    concat contains convert_timezone curdate current_schema date_diff dateadd datepart day dayname dayofweek decode double encode endswith equal_null
    exists explode explode_outer filter float forall from_xml get greatest if ifnull ilike inline int is_valid_utf8 json_object_keys last_day least left len like listagg
    localtimestamp locate luhn_check make_dt_interval make_timestamp_ltz make_timestamp_ntz map map_contains_key map_from_arrays mask median mode month monthname
    named_struct nullifzero nvl octet_length parse_json percentile percentile_cont percentile_disc position printf quote raise_error range reduce regexp_count regexp_instr
    regexp_substr regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy replace right rlike sequence size split_part startswith string
    string_agg struct substr sum timediff timestamp timestampadd timestampdiff to_binary to_char to_json to_number to_timestamp_ltz to_timestamp_ntz to_varchar transform
    try_aes_decrypt try_avg try_element_at try_multiply try_parse_url try_subtract try_sum try_to_binary try_to_number try_to_timestamp typeof unbase64 unhex upper url_decode
    url_encode week weekday zeroifnull date boolean bigint decimal binary ucase`),
  databricks: words(
    'ai_query array_agg charindex contains dateadd datediff getdate h3_longlatash3 iff ilike len listagg range read_files string_agg to_variant_object try_variant_get variant_get',
  ),
  snowflake:
    words(`array_compact array_distinct array_except array_flatten array_generate_range array_max array_min array_remove array_reverse array_sort arrays_to_object
    bit_length boolor_agg booland_agg date div0null getdate greatest_ignore_nulls iff is_null_value least_ignore_nulls len max_by min_by month monthname
    object_construct_keep_null octet_length percentile_cont reduce regexp_extract_all regexp_substr_all round sha2 table time timestamp_ntz_from_parts timestamp_tz_from_parts
    transform try_to_timestamp_ntz uniform uuid_string values regexp_instr date_from_parts grouping seq8 nvl2 to_char to_json`),
  bigquery:
    words(`array array_first array_last array_slice bignumeric bool contains_substr cot csc date datetime datetime_bucket date_bucket edit_distance farm_fingerprint grouping
    generate_uuid json_array json_array_append json_keys json_object json_set json_strip_nulls json_type lax_string logical_and logical_or make_interval max_by min_by nvl
    parse_json percentile_cont range row_number safe.parse_datetime safe.parse_json sec struct timestamp timestamp_bucket timestamp_micros timestamp_millis to_json unnest
    vector_search cbrt cosine_distance`),
  redshift:
    words(`array_contains array_distinct array_except array_intersection array_position any_value approximate grouping grouping_id can_json_parse cbrt coalesce getdate get_array_length
    generate_series json_parse json_serialize json_extract_path_text json_array_length len listagg median object octet_length percentile_cont percentile_disc split_to_array
    subarray to_hex from_hex from_varbyte to_varbyte try_cast var_pop var_samp stddev_pop stddev_samp array array_concat array_flatten array_to_string replace lower_attribute_names
    is_array is_object nvl nvl2 hll regexp_replace regexp_substr sha sha1 sha2 soundex strtol trunc values bool_and bool_or bit_and bit_or avg count max min sum chr round
    upper lower substring`),
  postgresql:
    words(`any any_value array exists gcd lcm digest encode filter generate_series levenshtein make_interval nvl pg_typeof random_normal regexp_count regexp_instr
    regexp_like regexp_substr row soundex unaccent values date_add date_subtract array_shuffle array_sample jsonb_build_object jsonb_object_agg merge_action json_exists
    json_query json_value json_scalar crypt erf erfc age`),
  trino:
    words(`all_match any_match any_value array array_distinct array_except array_first array_intersect array_join array_last array_max array_min array_position
    array_remove array_sort array_union arrays_overlap array_agg approx_distinct approx_percentile arbitrary acos asin atan atan2 avg bit_count bitwise_and bitwise_and_agg bitwise_or
    bitwise_or_agg bitwise_xor bitwise_xor_agg bool_and cardinality contains corr exists fail filter format grouping hamming_distance json_array json_object listagg max_by min_by
    reverse row skewness soundex strpos substring timezone translate try unnest values zip date json_table json_parse array_histogram tdigest sequence sinh to_utf8`),
};

/** Names of the list for BigQuery that belong to its old dialect. */
const legacy = new Set(
  words(`nest first last nth quantiles top unique hash ratio_to_report boolean bytes float hex_string integer is_explicitly_defined datediff day dayofweek dayofyear
    format_utc_usec hour minute msec_to_timestamp now parse_utc_usec quarter sec_to_timestamp second strftime_utc_usec timestamp_to_msec timestamp_to_sec timestamp_to_usec
    usec_to_timestamp utc_usec_to_day utc_usec_to_hour utc_usec_to_month utc_usec_to_week utc_usec_to_year week year month format_ip parse_ip format_packed_ip parse_packed_ip
    regexp_match table_date_range table_date_range_strict table_query host domain tld current_user every group_concat exact_count_distinct median position log2 pi degrees radians
    some concat_ws`),
);

const documented: Readonly<Record<ExportTarget, readonly string[]>> = {
  spark: spark.tokenizerOptions.reservedFunctionNames,
  databricks: spark.tokenizerOptions.reservedFunctionNames,
  snowflake: snowflake.tokenizerOptions.reservedFunctionNames,
  bigquery: bigquery.tokenizerOptions.reservedFunctionNames,
  redshift: redshift.tokenizerOptions.reservedFunctionNames,
  postgresql: postgresql.tokenizerOptions.reservedFunctionNames,
  trino: trino.tokenizerOptions.reservedFunctionNames,
};

const known = new Map<ExportTarget, ReadonlySet<string>>();

/** Whether a target documents a function of that name; letters of either size. */
export function isKnownFunction(target: ExportTarget, name: string): boolean {
  let names = known.get(target);
  if (names === undefined) {
    names = new Set(
      [...documented[target], ...added[target], ...(target === 'databricks' ? added.spark : [])]
        .map((each) => each.toLowerCase())
        .filter((each) => target !== 'bigquery' || !legacy.has(each) || added.bigquery.includes(each)),
    );
    known.set(target, names);
  }
  return names.has(name.toLowerCase());
}
