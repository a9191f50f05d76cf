import { tally, total } from '../formats.mjs';
import { botIds } from './bots.mjs';
import { depths, span } from './visits.mjs';

/** What queries over the clickstream must find, counted from the plan behind it. */
export function clickstreamTruths({ visits, botSessions, records, written, future }) {
  const purchases = visits.filter(({ depth }) => depth === 4);
  const amountOf = ({ pages }) => pages[pages.length - 1].order.amount;
  const visitors = new Set(visits.map(({ visitor }) => visitor));
  const signedIn = visits.filter(({ signInAt }) => signInAt < Infinity);
  const known = new Set(signedIn.map(({ visitor }) => visitor));
  const first = new Map();
  for (const visit of visits) {
    const earlier = first.get(visit.visitor);
    if (earlier === undefined || visit.pages[0].time < earlier.pages[0].time) first.set(visit.visitor, visit);
  }
  return {
    records: written.length,
    duplicateRecords: written.length - records.length - future.length,
    futureRecords: future.length,
    distinctEvents: records.length,
    recordsOlderThanTheOneBefore: written.filter(
      (record, index) => index > 0 && record.timestamp < written[index - 1].timestamp,
    ).length,
    firstDay: new Date(span.from).toISOString().slice(0, 10),
    days: 90,
    visitors: visitors.size,
    visits: visits.length,
    bounces: visits.filter(({ pages }) => pages.length === 1).length,
    pageViewsOfPeople: visits.reduce((sum, { pages }) => sum + pages.length, 0),
    bots: botIds.length,
    botIds: Object.fromEntries(botIds.map((id, index) => [`bot${index + 1}`, id])),
    botEvents: botSessions.reduce((sum, { times }) => sum + times.length, 0),
    botSessions: botSessions.length,
    sessionsAtThirtyMinutes: visits.length + botSessions.length,
    visitsSignedIn: signedIn.length,
    browsersSignedIn: known.size,
    customersSignedIn: new Set([...known].map(({ customer }) => customer)).size,
    customersSignedInOnSeveralBrowsers: severalBrowsers(known),
    funnel: Object.fromEntries(
      ['phone', 'desktop', 'tablet'].map((device) => [
        device,
        funnel(visits.filter(({ visitor }) => visitor.device === device)),
      ]),
    ),
    revenue: total(purchases, amountOf),
    visitsByChannel: tally(visits, ({ source }) => source),
    purchasesByChannel: tally(purchases, ({ source }) => source),
    revenueByChannelOfPurchase: tally(purchases, ({ source }) => source, amountOf),
    revenueByChannelOfFirstVisit: tally(purchases, ({ visitor }) => first.get(visitor).source, amountOf),
  };
}

function funnel(visits) {
  const steps = depths.slice(1).map((name, index) => [name, visits.filter(({ depth }) => depth > index).length]);
  return { visits: visits.length, ...Object.fromEntries(steps) };
}

function severalBrowsers(visitors) {
  const counts = tally(visitors, ({ customer }) => customer.id);
  return Object.values(counts).filter((count) => count > 1).length;
}
