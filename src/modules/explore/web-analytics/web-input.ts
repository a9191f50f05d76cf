import { z } from 'zod';
import type { CatalogView } from '../../catalog-view.ts';
import { type ColumnPath, columnPaths } from '../../column-paths.ts';
import type { ColumnKind } from '../../catalog-view.ts';
import { flagField, numberField, optionalColumnField, textField, wholeNumberField } from '../../fields.ts';
import { eventIdField, eventsField, keepField, personField, rowFields, timeField } from '../events/event-fields.ts';
import { firstPath } from '../../first-path.ts';
import { suggestEventId, suggestEvents } from '../events/suggest-events.ts';

const words: readonly ColumnKind[] = ['text', 'number', 'boolean'];
const optional = (title: string, description: string, types: readonly ColumnKind[] = words) =>
  optionalColumnField({ of: 'dataset', types, title, description });

/** The form of web analytics. */
export const webInput = z.object({
  dataset: eventsField(),
  person: personField(),
  time: timeField(),
  signedIn: optional('Signed in as', 'The identity of those who are signed in, such as a customer number or address.'),
  page: optional('Page', 'The name of the page that was viewed.'),
  channel: optional('Channel', 'Where a visit came from: the first value of a visit counts for all of it.'),
  event: optional('Event', 'The column that says what happened, to find conversions.'),
  conversion: textField({
    title: 'Conversion',
    description: 'The value of the event column that is a conversion; empty leaves conversions out.',
    initial: '',
    placeholder: 'commerce.purchases',
  }),
  revenue: optional('Revenue', 'What a conversion brought in.', ['number']),
  device: optional('Device', 'The kind of device.'),
  place: optional('Place', 'A country, state or city.'),
  timeout: wholeNumberField({
    title: 'A visit ends after',
    description: 'An event later than this after the one before begins a new visit.',
    initial: 30,
    minimum: 1,
    maximum: 1440,
    unit: 'minutes',
  }),
  withoutBots: flagField({
    title: 'Leave out bots',
    description: 'Leaves out visitors whose visits are too long or too regular to be those of people.',
    initial: true,
  }),
  botEvents: wholeNumberField({
    title: 'Too long from',
    description: 'A visit with this many events is taken for that of a bot.',
    initial: 50,
    minimum: 5,
    maximum: 100_000,
    unit: 'events',
    advanced: true,
  }),
  lookback: wholeNumberField({
    title: 'Look back',
    description: 'Visits up to this long before a conversion share in it. 0 sets no limit.',
    initial: 30,
    minimum: 0,
    maximum: 1000,
    unit: 'days',
    advanced: true,
  }),
  halfLife: numberField({
    title: 'Half-life',
    description: 'With time decay, a visit this much earlier has half the weight.',
    initial: 7,
    minimum: 0.01,
    maximum: 1000,
    unit: 'days',
    advanced: true,
  }),
  eventId: eventIdField(),
  ...rowFields(),
  saveAs: keepField('the visits'),
});

export type WebInput = z.output<typeof webInput>;

type OptionalColumn = 'signedIn' | 'page' | 'channel' | 'revenue' | 'device' | 'place';

const patterns: Readonly<Record<OptionalColumn, readonly RegExp[]>> = {
  signedIn: [/crmid\[1\]\.id$/i, /emailid\.id$/i, /^(customer|user)_?id$/i, /^e?mail$/i],
  page: [/webPageDetails\.name$/i, /(^|\.)page(_?name)?$/i],
  channel: [/(^|\.)channel$/i, /webReferrer\.type$/i, /(^|\.)(source|medium|referrer)$/i],
  revenue: [/order\.priceTotal$/i, /^(revenue|amount)$/i],
  device: [/(^|\.)device(_?type|\.type)?$/i],
  place: [/geo\.stateProvince$/i, /geo\.countryCode$/i, /(^|\.)(country|state|city)$/i],
};

/** First values: columns by their names in the dataset that looks most like events. */
export function suggestWeb(catalog: CatalogView): Partial<z.input<typeof webInput>> {
  const found = suggestEvents(catalog);
  const columns = catalog.datasets.find(({ label }) => label === found.dataset)?.columns ?? [];
  const paths = columnPaths(columns);
  const fits = (name: string) => (path: ColumnPath) =>
    name === 'revenue' ? path.kind === 'number' : words.includes(path.kind) && path.label !== found.person;
  const chosen = Object.entries(patterns).flatMap(([name, wanted]): [string, string][] => {
    const label = firstPath(wanted, paths, fits(name))?.label;
    return label === undefined ? [] : [[name, label]];
  });
  const isXdm = found.event !== undefined && /(^|\.)eventType$/.test(found.event);
  return {
    ...found,
    ...suggestEventId(catalog, found),
    ...Object.fromEntries(chosen),
    ...(isXdm && { conversion: 'commerce.purchases' }),
  };
}
