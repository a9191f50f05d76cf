import type { Aggregate, ChartKind } from '../spec.ts';

/** The kinds of chart by name. */
export const kindNames: Readonly<Record<ChartKind, string>> = {
  bar: 'Bar chart',
  line: 'Line chart',
  area: 'Area chart',
  scatter: 'Scatter chart',
  histogram: 'Histogram',
  box: 'Box plot',
  heatmap: 'Heat map',
  pie: 'Pie chart',
  number: 'Big number',
  funnel: 'Funnel',
  treemap: 'Tree map',
  sankey: 'Sankey diagram',
};

/** A column name as a reader says it: `order_total` becomes `Order total`, `userID` stays as it is. */
export function columnLabel(name: string): string {
  const spaced = name.replace(/_+/g, ' ').trim();
  const [first = ''] = spaced;
  return spaced === '' ? name : first.toUpperCase() + spaced.slice(first.length);
}

/** The measure's name for titles and sentences: `Average price`, `Distinct customers`. Sums go by the column's name. */
export function measureLabel(aggregate: Aggregate, name: string | null): string {
  if (name === null) return 'Rows';
  const label = columnLabel(name);
  const lower = inSentence(label);
  switch (aggregate) {
    case 'none':
    case 'sum':
      return label;
    case 'count':
      return `Number of ${lower}`;
    case 'count-distinct':
      return `Distinct ${lower}`;
    case 'average':
      return `Average ${lower}`;
    case 'median':
      return `Median ${lower}`;
    case 'minimum':
      return `Lowest ${lower}`;
    case 'maximum':
      return `Highest ${lower}`;
  }
}

/** A label inside a sentence: `Order total` becomes `order total`, `SKU` and `iPhone` stay. */
export function inSentence(label: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** The plural of a label inside a sentence, by the regular rules of English: `Category` becomes `categories`. */
export function pluralLabel(label: string): string {
  const word = inSentence(label);
  if (/[^aeiou]y$/i.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(x|z|ch|sh|ss)$/i.test(word)) return `${word}es`;
  return /s$/i.test(word) ? word : `${word}s`;
}
