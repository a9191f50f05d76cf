/** The dialects that our SQL can be said in; the names are the translator's. */
export const exportTargets = [
  { id: 'spark', name: 'Spark SQL' },
  { id: 'databricks', name: 'Databricks' },
  { id: 'snowflake', name: 'Snowflake' },
  { id: 'bigquery', name: 'BigQuery' },
  { id: 'redshift', name: 'Redshift' },
  { id: 'postgresql', name: 'PostgreSQL' },
  { id: 'trino', name: 'Trino' },
] as const;

export type ExportTarget = (typeof exportTargets)[number]['id'];

/** How a target is called in sentences. */
export function targetName(target: ExportTarget): string {
  return exportTargets.find(({ id }) => id === target)?.name ?? target;
}
