import type { Analysis } from '../analysis.ts';
import { type CompletionItem, type CompletionKind, rank, sortText } from './item.ts';
import { dateParts } from './vocabulary.ts';

/** What may stand inside a string, decided by the call or clause around it; nothing for ordinary texts. */
export function stringItems(analysis: Analysis): readonly CompletionItem[] {
  const { structure, index, script, catalog, clause } = analysis;
  const previous = structure.lexemes[index - 1];
  const head = structure.lexemes[index - 2]?.upper ?? '';
  const items = (texts: readonly string[], kind: CompletionKind) =>
    texts.map((text, place): CompletionItem => ({
      label: text,
      kind,
      insert: text.replaceAll("'", "''"),
      sortText: sortText(rank.column, text, place),
    }));
  const files = () =>
    items(
      catalog.shape.files.map((file) => file.path),
      'file',
    );
  if (previous?.raw === '(') {
    if (/^(DATE_?(TRUNC|PART|DIFF|SUB))$/.test(head)) return items(dateParts, 'value');
    if (head === 'GETVARIABLE') return items([...new Set(script.objects.variables)], 'variable');
    if (/^(READ_CSV|READ_CSV_AUTO|READ_TEXT|READ_BLOB|SNIFF_CSV)$/.test(head)) return files();
    if (head === 'QUERY_TABLE')
      return items(
        catalog.shape.relations.map((relation) => relation.name),
        'table',
      );
  }
  if (clause?.kind === 'from' && /^(FROM|JOIN|,)$/.test(previous?.upper ?? '')) return files();
  return [];
}
