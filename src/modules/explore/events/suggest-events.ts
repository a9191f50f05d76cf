import type { CatalogDataset, CatalogView } from '../../catalog-view.ts';
import { columnPaths } from '../../column-paths.ts';
import { firstPath } from '../../first-path.ts';

/** Columns of a dataset of events, as far as names and types give them away. */
export interface SuggestedEvents {
  readonly dataset?: string;
  readonly person?: string;
  readonly time?: string;
  readonly event?: string;
}

const eventIds = [/^_id$/i, /^event_?id$/i];

/** The column that tells events apart, in the dataset that was found; none where no name gives it away. */
export function suggestEventId({ datasets }: CatalogView, found: SuggestedEvents): { readonly eventId?: string } {
  const columns = datasets.find(({ label }) => label === found.dataset)?.columns ?? [];
  const path = firstPath(eventIds, columnPaths(columns), ({ kind }) => kind === 'text' || kind === 'number');
  return path === undefined ? {} : { eventId: path.label };
}

const people = [
  /(^|\.)(customer|user|person|member|visitor|client|contact)_?id$/i,
  /(^|\.)ecid\[1\]\.id$/i,
  /(^|\.)mcid\.id$/i,
  /(^|\.)crmid\[1\]\.id$/i,
  /(^|\.)profile_?id$/i,
  /(^|\.)e?mail(_?address)?$/i,
];
const times = [/(^|\.)(timestamp|event_?time)$/i, /(_at|_time|time)$/i, /date|day/i, /./];
const events = [
  /(^|\.)event_?(type|name)?$/i,
  /(^|\.)(feature|action|activity|interaction|page)$/i,
  /webPageDetails\.name$/i,
  /(^|\.)(type|category|status|channel)$/i,
];

/**
 * The dataset that looks most like events, with its columns: one with a type of event before one without, then the one
 * with most rows. Empty where no dataset has both a person and a time.
 */
export function suggestEvents({ datasets }: CatalogView): SuggestedEvents {
  const [best] = datasets
    .flatMap((dataset) => candidate(dataset))
    .sort((a, b) => a.eventRank - b.eventRank || b.rowCount - a.rowCount);
  if (best === undefined) return {};
  const { dataset, person, time, event } = best;
  return { dataset, person, time, ...(event !== undefined && { event }) };
}

function candidate({ label, columns, rowCount = 0 }: CatalogDataset) {
  const paths = columnPaths(columns);
  const person = firstPath(people, paths, ({ kind }) => kind === 'text' || kind === 'number');
  const time = firstPath(times, paths, ({ kind }) => kind === 'time');
  const event = firstPath(events, paths, ({ kind }) => kind === 'text');
  if (person === undefined || time === undefined) return [];
  return [
    {
      dataset: label,
      person: person.label,
      time: time.label,
      event: event?.label,
      eventRank: event?.rank ?? events.length,
      rowCount,
    },
  ];
}
