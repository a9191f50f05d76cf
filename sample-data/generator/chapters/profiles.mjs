import { csv, ndjson, tally } from '../formats.mjs';
import { createStream } from '../random.mjs';
import { profileOf } from './profile-record.mjs';
import { destinations, segments, segmentDestinations } from './segments.mjs';

const kept = { onlyYesterday: 15, onlyToday: 30 };
const changes = { city: 40, email: 25, tier: 60, consent: 35 };
const tiers = ['bronze', 'silver', 'gold'];
const segmentOfTier = { new: 'bronze', regular: 'silver', loyal: 'gold' };

/** Two days of a profile snapshot with known changes, the audiences of its profiles, and where audiences are sent. */
export function makeProfiles({ customers, orders, visitors }) {
  const stream = createStream('profiles');
  const spent = tally(
    orders,
    ({ customerId }) => customerId,
    ({ amount }) => amount,
  );
  const lastOrder = new Map(orders.map(({ customerId, orderedAt }) => [customerId, orderedAt]));
  const browsers = new Map();
  for (const { id, customer } of visitors)
    if (customer) browsers.set(customer.id, [...(browsers.get(customer.id) ?? []), id]);

  const people = stream.shuffle(customers).map((customer) => ({
    customer,
    city: customer.city,
    email: customer.email,
    tier: segmentOfTier[customer.segment],
    consent: customer.consent,
    spent: spent[customer.id] ?? 0,
    lastOrder: lastOrder.get(customer.id),
    browsers: browsers.get(customer.id) ?? [],
  }));
  const households = Array.from({ length: 20 }, (_, index) => [people[100 + index * 2], people[101 + index * 2]]);
  for (const [one, other] of households)
    other.browsers = one.browsers = [...new Set([...one.browsers, `3999${one.customer.id}`])];
  const yesterday = people.slice(0, people.length - kept.onlyToday);
  const today = people.slice(kept.onlyYesterday).map((person) => ({ ...person }));
  const both = stream.shuffle(today.slice(0, today.length - kept.onlyToday));
  let next = 0;
  for (const [attribute, count] of Object.entries(changes)) {
    for (const person of both.slice(next, (next += count)))
      person[attribute] = changed(person[attribute], attribute, person);
  }
  const bySegment = segments.map(({ id, has }) => [id, today.filter(has)]);
  return {
    files: {
      'profile_attribute_2026_05_30.ndjson.gz': ndjson(
        yesterday.map((person) => profileOf(person, '2026-05-30T02:00:00.000Z')),
      ),
      'profile_attribute_2026_05_31.ndjson.gz': ndjson(
        today.map((person) => profileOf(person, '2026-05-31T02:00:00.000Z')),
      ),
      'profile_segment_definition.csv': csv(
        ['segment_id', 'name'],
        segments.map(({ id, name }) => [id, name]),
      ),
      'dim_destination.csv': csv(['destination_id', 'name', 'kind'], destinations),
      'br_segment_destination.csv': csv(['segment_id', 'destination_id'], segmentDestinations),
    },
    truths: {
      'profile_attribute_2026_05_30.ndjson.gz': { profiles: yesterday.length },
      'profile_attribute_2026_05_31.ndjson.gz': {
        profiles: today.length,
        newSinceYesterday: kept.onlyToday,
        goneSinceYesterday: kept.onlyYesterday,
        changedSinceYesterday: changes,
        profilesWithBrowser: today.filter((person) => person.browsers.length > 0).length,
        browserIdentities: today.reduce((sum, person) => sum + person.browsers.length, 0),
        profilesBySegment: Object.fromEntries(bySegment.map(([id, list]) => [id, list.length])),
        goldAndConsenting: today.filter((person) => person.tier === 'gold' && person.consent).length,
        inAllThreeOfGoldConsentingRecent: today.filter((person) => segments.slice(0, 3).every(({ has }) => has(person)))
          .length,
      },
      'profile_segment_definition.csv': { segments: segments.length },
      'dim_destination.csv': { destinations: destinations.length },
      'br_segment_destination.csv': { pairs: segmentDestinations.length },
    },
  };
}

function changed(value, attribute, { customer }) {
  if (attribute === 'consent') return !value;
  if (attribute === 'email') return `new.${customer.email}`;
  if (attribute === 'tier') return tiers[(tiers.indexOf(value) + 1) % tiers.length];
  return value === 'Boston' ? 'Denver' : 'Boston';
}
