/** Makes a lower-case relation name from a file name: `Üser List (2).csv.gz` becomes `üser_list_2`. */
export function nameFromFile(fileName: string): string {
  const base = fileName.split(/[/\\]/).pop() ?? fileName;
  const stem = base.replace(/(\.(csv|tsv|txt|json|ndjson|jsonl|parquet|xlsx?|gz))+$/i, '');
  const name = stem
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  if (name === '') return 'data';
  return /^\p{N}/u.test(name) ? `t_${name}` : name;
}

/** Appends `_2`, `_3`, … until the name is free; comparison ignores case, as the engine does. */
export function uniqueName(wanted: string, taken: Iterable<string>): string {
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  if (!used.has(wanted.toLowerCase())) return wanted;
  for (let suffix = 2; ; suffix++) {
    const candidate = `${wanted}_${suffix}`;
    if (!used.has(candidate.toLowerCase())) return candidate;
  }
}
