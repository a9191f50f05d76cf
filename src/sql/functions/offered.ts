const list = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Functions that need what the offline engine lacks, or that the engine keeps for itself. */
const withheld = list(
  'add arrow_scan arrow_scan_dumb can_cast_implicitly cast_to_type checkpoint col_description combine constant_or_null ' +
    'count_star create_sort_key current_connection_id current_query current_query_id current_role current_transaction_id ' +
    'current_user disable_logging duckdb_approx_database_count duckdb_connection_count duckdb_extensions ' +
    'duckdb_external_file_cache duckdb_log_contexts duckdb_logs duckdb_logs_parsed duckdb_prepared_statements ' +
    'duckdb_secret_types duckdb_secrets duckdb_table_sample enable_logging finalize force_checkpoint format_pg_type ' +
    'format_type get_block_size glob histogram_values ilike_escape in_search_path is_histogram_other_bin like_escape ' +
    'map_to_pg_oid md5_number_lower md5_number_upper multiply not_ilike_escape not_like_escape obj_description ' +
    'array_to_string_comma_default parse_duckdb_log_message pragma_collations pragma_metadata_info pragma_platform ' +
    'pragma_show pragma_user_agent pragma_version remap_struct repeat_row replace_type seq_scan session_user ' +
    'shobj_description stats subtract sum_no_overflow summary test_all_types test_vector_types timetz_byte_comparable ' +
    'timezone timezone_hour timezone_minute truncate_duckdb_logs txid_current user vector_type which_secret write_log',
);
const withheldPattern = /^(__internal|has_\w+_privilege$|has_foreign_data|inet_|pg_(?!typeof$|size_pretty$)|variant_)/;

const offeredPragmas = list(
  'collations database_list database_size functions show_databases show_tables show_tables_expanded storage_info table_info version',
);

/** Whether a function is worth offering: it works offline and is meant for people. */
export function isOffered(name: string, type: string): boolean {
  if (type === 'pragma') return offeredPragmas.has(name);
  return !withheld.has(name) && !withheldPattern.test(name);
}
