import { type editor, languages, Range } from 'monaco-editor/editor/editor.api.js';
import { indexCatalog } from '../../../src/dialect/catalog-index.ts';
import { complete } from '../../../src/dialect/completion/complete.ts';
import type { CompletionItem, CompletionKind } from '../../../src/dialect/completion/item.ts';
import { functionMarkdown, relationMarkdown } from '../../../src/dialect/hover/describe.ts';
import { unquoteName } from '../../../src/dialect/lexeme.ts';
import { catalogOf, readableOf } from '../documents.ts';

const { CompletionItemKind, CompletionItemInsertTextRule } = languages;
const icons: Readonly<Record<CompletionKind, languages.CompletionItemKind>> = {
  keyword: CompletionItemKind.Keyword,
  column: CompletionItemKind.Field,
  field: CompletionItemKind.Field,
  table: CompletionItemKind.Class,
  view: CompletionItemKind.Interface,
  cte: CompletionItemKind.Struct,
  alias: CompletionItemKind.Reference,
  schema: CompletionItemKind.Module,
  file: CompletionItemKind.File,
  type: CompletionItemKind.TypeParameter,
  variable: CompletionItemKind.Variable,
  parameter: CompletionItemKind.Variable,
  condition: CompletionItemKind.Snippet,
  value: CompletionItemKind.Value,
  scalar: CompletionItemKind.Function,
  aggregate: CompletionItemKind.Function,
  window: CompletionItemKind.Function,
  'table-function': CompletionItemKind.Function,
  'table-macro': CompletionItemKind.Function,
  macro: CompletionItemKind.Function,
  pragma: CompletionItemKind.Function,
};

/** An entry that remembers what it is, for its documentation later on. */
interface Suggestion extends languages.CompletionItem {
  readonly source: CompletionItem;
  readonly model: editor.ITextModel;
}

/** Kinds worth showing unasked after a space; keywords there would only be in the way of Enter. */
const unasked: ReadonlySet<CompletionKind> = new Set<CompletionKind>(['table', 'view', 'cte', 'file', 'condition']);
const longestDetail = 60;

/** Suggestions by context, from the catalog of the document. */
export const completionProvider: languages.CompletionItemProvider = {
  triggerCharacters: ['.', '"', '$', ':', "'", ' '],
  provideCompletionItems(model, position, context) {
    const offset = model.getOffsetAt(position);
    const { items, replace } = complete(readableOf(model), offset, catalogOf(model));
    const shown = context.triggerCharacter === ' ' ? wantedAfterSpace(items) : items;
    const start = model.getPositionAt(replace.start);
    const range = {
      insert: Range.fromPositions(start, position),
      replace: Range.fromPositions(start, model.getPositionAt(replace.end)),
    };
    return { suggestions: shown.map((item) => suggestion(item, range, model)) };
  },
  resolveCompletionItem(item) {
    const value = isSuggestion(item) ? documentation(item.source, item.model) : undefined;
    return value === undefined ? item : { ...item, documentation: { value } };
  },
};

function wantedAfterSpace(items: readonly CompletionItem[]): readonly CompletionItem[] {
  return items.some((item) => unasked.has(item.kind)) ? items : [];
}

function suggestion(item: CompletionItem, range: languages.CompletionItemRanges, model: editor.ITextModel): Suggestion {
  const detail = item.detail ?? '';
  const description = detail.length > longestDetail ? `${detail.slice(0, longestDetail)}…` : detail;
  return {
    label: description === '' ? item.label : { label: item.label, description },
    kind: icons[item.kind],
    insertText: item.insert,
    sortText: item.sortText,
    range,
    source: item,
    model,
    ...(item.snippet === true && {
      insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet,
      ...(item.insert.includes('($0)') && {
        command: { id: 'editor.action.triggerParameterHints', title: 'Parameters' },
      }),
    }),
  };
}

function isSuggestion(item: languages.CompletionItem): item is Suggestion {
  return 'source' in item && 'model' in item;
}

function documentation(item: CompletionItem, model: editor.ITextModel): string | undefined {
  const index = indexCatalog(catalogOf(model));
  if (icons[item.kind] === CompletionItemKind.Function) {
    const found = index.findFunctions(item.label).find((each) => each.kind === item.kind);
    return found === undefined ? undefined : functionMarkdown(found);
  }
  if (item.kind !== 'table' && item.kind !== 'view') return item.detail;
  const relation = index.findRelation(item.label.split('.').map(unquoteName));
  return relation === undefined ? item.detail : relationMarkdown(relation);
}
