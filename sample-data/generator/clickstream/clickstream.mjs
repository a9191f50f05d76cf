import { minute, ndjson } from '../formats.mjs';
import { createStream } from '../random.mjs';
import { planBotSessions } from './bots.mjs';
import { planVisits } from './plan-visits.mjs';
import { botRecords, visitRecords } from './records.mjs';
import { clickstreamTruths } from './truths.mjs';
import { span } from './visits.mjs';

const duplicates = 60;
const futureEvents = 7;
const lateShare = 0.03;

/** Web events of ninety days in the shape of XDM experience events, with bots, duplicates, late and future events. */
export function makeClickstream(shop) {
  const stream = createStream('clickstream');
  const visits = planVisits(stream, shop);
  const botSessions = planBotSessions(stream);
  const numbers = new Map();
  const people = [...visits]
    .sort((a, b) => a.pages[0].time - b.pages[0].time)
    .flatMap((visit) => {
      const number = (numbers.get(visit.visitor) ?? 0) + 1;
      numbers.set(visit.visitor, number);
      return visitRecords(visit, number);
    });
  const records = [...people, ...botSessions.flatMap(botRecords)]
    .sort((a, b) => (a.timestamp < b.timestamp ? -1 : a.timestamp > b.timestamp ? 1 : 0))
    .map((record, index) => ({ _id: `we-${String(index + 1).padStart(6, '0')}`, ...record }));

  const future = stream.sample(people, futureEvents).map((record, index) => ({
    _id: `we-future-${index + 1}`,
    ...record,
    timestamp: new Date(Date.UTC(2031, 0, 1 + index, 12)).toISOString(),
  }));
  const again = stream.sample(records, duplicates);
  const arrivals = [...records, ...again].map((record) => {
    const delay = stream.chance(lateShare) ? stream.between(1, 360) * minute : 0;
    return { record, at: Date.parse(record.timestamp) + delay };
  });
  arrivals.push(...future.map((record) => ({ record, at: span.from + stream.between(0, 89 * 24 * 60) * minute })));
  arrivals.sort((a, b) => a.at - b.at || (a.record._id < b.record._id ? -1 : 1));
  const written = arrivals.map(({ record }) => record);

  return {
    files: { 'web_clickstream.ndjson.gz': ndjson(written) },
    truths: { 'web_clickstream.ndjson.gz': clickstreamTruths({ visits, botSessions, records, written, future }) },
    visitors: [...numbers.keys()],
  };
}
