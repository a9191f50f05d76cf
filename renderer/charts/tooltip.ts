import { z } from 'zod';
import classes from './tooltip.module.css';

/** What a data item tells when it is pointed at, see `Tip` of `src/charts`. */
const tipSchema = z.object({
  title: z.string(),
  rows: z.array(z.object({ name: z.string(), text: z.string() })),
});
const pointedSchema = z.object({ color: z.unknown(), data: z.object({ tip: tipSchema }) });

type Pointed = z.output<typeof pointedSchema>;

/** Lines of a tooltip that many series share. */
const mostLines = 15;

/** The marks under the pointer, as the chart library hands them to a formatter; marks without a tip are left out. */
export function pointedMarks(given: unknown): readonly Pointed[] {
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  return list.flatMap((one) => {
    const parsed = pointedSchema.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
}

/** A tooltip built from elements, never from markup: names come from the user's data. */
export function tooltipElement(given: unknown): HTMLElement | string {
  const marks = pointedMarks(given);
  const [first] = marks;
  if (first === undefined) return '';
  const root = element('div', classes.tip);
  if (first.data.tip.title !== '') root.append(element('div', classes.title, first.data.tip.title));
  const list = element('div', classes.rows);
  if (marks.length === 1) {
    for (const row of first.data.tip.rows) list.append(...line(row.name, row.text));
  } else {
    for (const mark of marks.slice(0, mostLines)) list.append(...markLine(mark));
    if (marks.length > mostLines) list.append(element('span', classes.name, `and ${marks.length - mostLines} more`));
  }
  root.append(list);
  return root;
}

/** One of several marks: its figure and, where it is a part, its share. */
function markLine({ color, data: { tip } }: Pointed): HTMLElement[] {
  const [figure, ...others] = tip.rows;
  const share = others.find(({ name }) => name === 'share');
  const text = [figure?.text ?? '', ...(share === undefined ? [] : [share.text])].join(' · ');
  const [name, ...rest] = line(figure?.name ?? '', text);
  name?.prepend(swatch(color));
  return [...(name === undefined ? [] : [name]), ...rest];
}

function line(name: string, text: string): HTMLElement[] {
  return [element('span', classes.name, name), element('span', classes.figure, text)];
}

/** The same as one line of text, for the live region. */
export function tipText(given: unknown): string {
  return pointedMarks(given)
    .map(({ data: { tip } }) => [tip.title, ...tip.rows.map(({ name, text }) => `${name} ${text}`)].join(', '))
    .join('; ');
}

function swatch(color: unknown): HTMLElement {
  const dot = element('span', classes.swatch);
  if (typeof color === 'string') dot.style.backgroundColor = color;
  return dot;
}

function element(tag: string, className: string | undefined, text?: string): HTMLElement {
  const made = document.createElement(tag);
  if (className !== undefined) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}
