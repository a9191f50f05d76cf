import type { TextRange } from '../../core/error.ts';
import { type Analysis, analyse } from '../analysis.ts';
import type { CatalogShape } from '../catalog-shape.ts';
import { nameText } from '../keywords.ts';
import { columnItems, expressionItems, groupKeyItems, scopeAt, targetColumnItems } from './columns.ts';
import { expressionKinds, functionItems, withoutCall } from './functions.ts';
import { type CompletionItem, type Completions, keywordItems, rank, sortText } from './item.ts';
import { commonColumnItems, joinConditionItems } from './join-conditions.ts';
import { memberItems } from './members.ts';
import { wishesAt } from './place.ts';
import { relationItems, schemaItems, sourceItems } from './relations.ts';
import { stringItems } from './strings.ts';
import { dateParts, typeNames } from './vocabulary.ts';
import type { Wish } from './wish.ts';

/** Suggestions for a position of a script. Works on text that is incomplete or wrong; gives none in comments and numbers. */
export function complete(text: string, position: number, shape: CatalogShape): Completions {
  const nothing: Completions = { replace: { start: position, end: position }, items: [] };
  const analysis = analyse(text, position, shape);
  if (analysis === undefined) return nothing;
  const { inside, typed, structure, index } = analysis;
  if (inside !== undefined) {
    if (inside.kind === 'number') return nothing;
    const start = inside.start + 1;
    const end = inside.open === true ? position : inside.end - 1;
    return position < start ? nothing : { replace: { start, end }, items: stringItems(analysis) };
  }
  const isOpen = analysis.script.text !== text;
  const replace: TextRange =
    typed === undefined ? nothing.replace : { start: typed.start, end: isOpen ? position : typed.end };
  const previous = structure.lexemes[index - 1];
  if (typed?.kind === 'parameter' || (previous?.raw === '$' && previous.end === (typed?.start ?? position))) {
    const start = typed?.kind === 'parameter' ? typed.start : (previous?.start ?? position);
    return { replace: { start, end: replace.end }, items: parameterItems(analysis) };
  }
  if (previous?.raw === '.') return { replace, items: memberItems(analysis) };
  if (previous?.raw === '::') return { replace, items: typeItems(analysis) };
  const items = wishesAt(analysis).flatMap((wish) => fulfil(analysis, wish));
  const isCalled = text[replace.end] === '(';
  return { replace, items: unique(isCalled ? items.map(withoutCall) : items) };
}

function fulfil(analysis: Analysis, wish: Wish): readonly CompletionItem[] {
  const { shape } = analysis.catalog;
  switch (wish.kind) {
    case 'keywords':
      return keywordItems(wish.words, wish.rank ?? rank.keyword);
    case 'expression':
      return [
        ...(wish.star ? keywordItems(['*'], rank.relation) : []),
        ...expressionItems(analysis, wish.aliases),
        ...functionItems(shape, expressionKinds),
      ];
    case 'columns':
      return columnItems(scopeAt(analysis).relations, rank.column);
    case 'target-columns':
      return targetColumnItems(analysis);
    case 'common-columns':
      return commonColumnItems(analysis);
    case 'join-conditions':
      return joinConditionItems(analysis);
    case 'group-keys':
      return groupKeyItems(analysis);
    case 'sources':
      return sourceItems(analysis);
    case 'relations':
      return relationItems(analysis, wish.only);
    case 'schemas':
      return schemaItems(analysis);
    case 'types':
      return typeItems(analysis);
    case 'functions':
      return functionItems(shape, wish.kinds);
    case 'date-parts':
      return keywordItems(dateParts, rank.column);
  }
}

function typeItems(analysis: Analysis): CompletionItem[] {
  const own = analysis.catalog.shape.types.map((name) => nameText(name));
  return [...own, ...typeNames].map((name, place) => ({
    label: name.replace('$0', '…').replace(/, \)/, ', …)'),
    kind: 'type',
    insert: name,
    ...(name.includes('$0') && { snippet: true }),
    sortText: sortText(rank.column, name, place),
  }));
}

/** The parameters that the script uses anywhere. */
function parameterItems(analysis: Analysis): CompletionItem[] {
  const { script, typed } = analysis;
  const names = new Set<string>();
  for (const token of script.tokens) {
    const own = token.start === typed?.start;
    if (token.kind === 'parameter' && !own && script.text[token.start] === '$')
      names.add(script.text.slice(token.start, token.end));
  }
  return [...names].map((name, place) => ({
    label: name,
    kind: 'parameter',
    insert: name,
    sortText: sortText(rank.column, name, place),
  }));
}

function unique(items: readonly CompletionItem[]): CompletionItem[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = `${item.kind} ${item.label}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
