import type { CatalogDataset, CatalogView, ColumnKind } from '../catalog-view.ts';
import { columnPaths } from '../column-paths.ts';
import { firstPath } from '../first-path.ts';

/** A column that a module looks for: kinds that will do, and names that speak for it, the best first. */
export interface ColumnWish {
  readonly kinds: readonly ColumnKind[];
  readonly names: readonly RegExp[];
}

/** Columns that tell whose a row is. */
export const personWish: ColumnWish = {
  kinds: ['text', 'number'],
  names: [
    /^(customer|person|user|member|visitor|crm)_?id$/i,
    /membershipNumber$/i,
    /identityMap\.\w+\[1\]\.id$/i,
    /^email(_address)?$/i,
    /(customer|person|user|member).*(id|number)$/i,
  ],
};

/** Columns that tell when something happened. */
export const timeWish: ColumnWish = {
  kinds: ['time'],
  names: [
    /^(timestamp|event_?time|time|date|day)$/i,
    /(order|purchas|transact|event|answer).*(_at|_on|date|time)$/i,
    /(_at|_on|date|time)$/i,
  ],
};

/** Columns that tell what was paid. */
export const amountWish: ColumnWish = {
  kinds: ['number'],
  names: [/^(amount|revenue|total|value)$/i, /price_?total$/i, /(amount|revenue|spend|mileage|miles)/i],
};

/** Columns that tell which rows are one purchase. */
export const orderWish: ColumnWish = {
  kinds: ['text', 'number'],
  names: [/(^|\.)(order|purchase|transaction|receipt|invoice)_?(id|number)$/i],
};

/** Columns that tell purchases from cancellations and other events. */
export const eventKindWish: ColumnWish = { kinds: ['text'], names: [/(^|\.)event_?(type|kind)$/i] };

/** The path of a dataset that fits a wish best. */
export function guessColumn({ columns }: CatalogDataset, { kinds, names }: ColumnWish): string | undefined {
  return firstPath(names, columnPaths(columns), ({ kind }) => kinds.includes(kind))?.label;
}

/** The first dataset that has a column for every wish, with those columns; those named by `preferred` come first. */
export function guessDataset<Name extends string>(
  { datasets }: CatalogView,
  preferred: RegExp,
  wishes: Readonly<Record<Name, ColumnWish>>,
): ({ readonly dataset: string } & Readonly<Record<Name, string>>) | undefined {
  const ordered = [...datasets].sort((a, b) => Number(preferred.test(b.label)) - Number(preferred.test(a.label)));
  for (const dataset of ordered) {
    const found = (Object.entries(wishes) as [Name, ColumnWish][]) // the keys of `wishes`
      .map(([name, wish]) => [name, guessColumn(dataset, wish)] as const);
    if (found.every(([, label]) => label !== undefined)) {
      const columns = Object.fromEntries(found) as Record<Name, string>; // every wish is filled
      return { dataset: dataset.label, ...columns };
    }
  }
  return undefined;
}
