import { type editor, type IPosition, languages, Range } from 'monaco-editor/editor/editor.api.js';
import type { TextRange } from '../../../src/core/error.ts';
import { indexCatalog } from '../../../src/dialect/catalog-index.ts';
import type { CatalogShape } from '../../../src/dialect/catalog-shape.ts';
import { complete } from '../../../src/dialect/completion/complete.ts';
import type { CompletionItem, CompletionKind } from '../../../src/dialect/completion/item.ts';
import { functionMarkdown, relationMarkdown, sqlMarkdown } from '../../../src/dialect/hover/describe.ts';
import { unquoteName } from '../../../src/dialect/lexeme.ts';
import { templateChoices } from '../../../src/dialect/distiller/editor/templates.ts';
import { readDocument, templatesOf } from '../documents.ts';

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
  readonly catalog: CatalogShape;
}

/** Kinds worth showing unasked after a space; keywords there would only be in the way of Enter. */
const unasked: ReadonlySet<CompletionKind> = new Set<CompletionKind>(['table', 'view', 'cte', 'file', 'condition']);
const longestDetail = 60;

/** Suggestions by context, from the catalog of the document. */
export const completionProvider: languages.CompletionItemProvider = {
  triggerCharacters: ['.', '"', '$', ':', "'", ' ', '#', '`'],
  async provideCompletionItems(model, position, context) {
    const offset = model.getOffsetAt(position);
    const templates = templateSuggestions(model, position, offset);
    if (templates !== undefined) return { suggestions: templates };
    const { text, catalog } = await readDocument(model);
    const { items, replace } = complete(text, offset, catalog);
    const shown = context.triggerCharacter === ' ' ? wantedAfterSpace(items) : items;
    const range = rangesOf(model, position, replace);
    return { suggestions: shown.map((item) => suggestion(item, range, catalog)) };
  },
  resolveCompletionItem(item) {
    const value = isSuggestion(item) ? documentation(item.source, item.catalog) : undefined;
    return value === undefined ? item : { ...item, documentation: { value } };
  },
};

function rangesOf(model: editor.ITextModel, position: IPosition, { start, end }: TextRange) {
  const first = model.getPositionAt(start);
  return {
    insert: Range.fromPositions(first, position),
    replace: Range.fromPositions(first, model.getPositionAt(end)),
  };
}

/** The project's saved queries behind `#`; `undefined` where none can be named. */
function templateSuggestions(
  model: editor.ITextModel,
  position: IPosition,
  offset: number,
): languages.CompletionItem[] | undefined {
  const known = templatesOf(model);
  const found = known.length === 0 ? undefined : templateChoices(model.getValue(), offset, known);
  return found?.choices.map(({ name, insert, text }) => ({
    label: { label: name, description: 'saved query' },
    kind: CompletionItemKind.Reference,
    insertText: insert,
    filterText: insert,
    range: rangesOf(model, position, found.replace),
    documentation: { value: sqlMarkdown(text) },
  }));
}

function wantedAfterSpace(items: readonly CompletionItem[]): readonly CompletionItem[] {
  return items.some((item) => unasked.has(item.kind)) ? items : [];
}

function suggestion(item: CompletionItem, range: languages.CompletionItemRanges, catalog: CatalogShape): Suggestion {
  const detail = item.detail ?? '';
  const description = detail.length > longestDetail ? `${detail.slice(0, longestDetail)}…` : detail;
  return {
    label: description === '' ? item.label : { label: item.label, description },
    kind: icons[item.kind],
    insertText: item.insert,
    sortText: item.sortText,
    range,
    source: item,
    catalog,
    ...(item.snippet === true && {
      insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet,
      ...(item.insert.includes('($0)') && {
        command: { id: 'editor.action.triggerParameterHints', title: 'Parameters' },
      }),
    }),
  };
}

function isSuggestion(item: languages.CompletionItem): item is Suggestion {
  return 'source' in item && 'catalog' in item;
}

function documentation(item: CompletionItem, catalog: CatalogShape): string | undefined {
  const index = indexCatalog(catalog);
  if (icons[item.kind] === CompletionItemKind.Function) {
    const found = index.findFunctions(item.label).find((each) => each.kind === item.kind);
    return found === undefined ? undefined : functionMarkdown(found);
  }
  if (item.kind !== 'table' && item.kind !== 'view') return item.detail;
  const relation = index.findRelation(item.label.split('.').map(unquoteName));
  return relation === undefined ? item.detail : relationMarkdown(relation);
}
