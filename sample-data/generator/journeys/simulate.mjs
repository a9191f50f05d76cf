import { day, minute } from '../formats.mjs';
import { actionErrors, domains, failures, journeys, waiting } from './plans.mjs';

const emailOf = (customer, domain) => customer.email.replace('example.com', domain);

/** What happens: each entry into a journey with its steps, and each message with its delivery and interactions. */
export function simulateJourneys(stream, customers) {
  const consenting = customers.filter(({ consent }) => consent);
  const domainOf = new Map(
    customers.map((one) => [one, stream.weighted(Object.entries(domains).map(([name, { share }]) => [name, share]))]),
  );
  const excluded = new Set(stream.sample(consenting, 30));
  const messages = [];
  const entries = [];

  const send = (journey, entry, which, time) => {
    const domain = domainOf.get(entry.customer);
    const failure = stream.chance(domains[domain].bounceRate) ? stream.weighted(failures) : undefined;
    const status = excluded.has(entry.customer) ? 'exclude' : failure ? 'bounce' : 'sent';
    const isOpened = status === 'sent' && stream.chance(journey.openRate);
    const isClicked = isOpened && stream.chance(journey.clickRate);
    const openedAt = time + stream.between(2, 40 * 60) * minute;
    const interactions = [
      ...(isOpened
        ? Array.from(
            {
              length: stream.weighted([
                [1, 70],
                [2, 22],
                [3, 8],
              ]),
            },
            (_, index) => ['open', openedAt + index * stream.between(3, 300) * minute],
          )
        : []),
      ...(isClicked
        ? Array.from(
            {
              length: stream.weighted([
                [1, 85],
                [2, 15],
              ]),
            },
            (_, index) => ['click', openedAt + minute + index * stream.between(1, 20) * minute],
          )
        : []),
      ...(isOpened && stream.chance(0.012) ? [['unsubscribe', openedAt + 2 * minute]] : []),
    ];
    const message = {
      journey,
      entry,
      which,
      time,
      status,
      domain,
      interactions,
      isOpened,
      failure: status === 'bounce' ? failure : undefined,
      address: emailOf(entry.customer, domain),
      isDelayed: status !== 'exclude' && stream.chance(0.03),
    };
    messages.push(message);
    return message;
  };
  /** The steps of an entry: node, time, and the error of an action that failed. */
  const walk = (journey, entry) => {
    const steps = [['entry', entry.time]];
    const act = (node, time) => {
      const error = stream.weighted(actionErrors);
      steps.push([node, time, error]);
      return error === undefined ? send(journey, entry, node, time) : undefined;
    };
    const first = act('first', entry.time + minute);
    if (first === undefined) return steps;
    const later = entry.time + minute + waiting;
    steps.push(['wait', entry.time + 2 * minute], ['opened', later]);
    const opened = first.interactions.find(([kind]) => kind === 'open');
    const isInTime = opened !== undefined && opened[1] < later;
    if (!isInTime && act('reminder', later + minute) === undefined) return steps;
    steps.push(['end', later + 2 * minute]);
    return steps;
  };

  for (const journey of journeys) {
    for (const customer of stream.sample(consenting.filter(journey.of), journey.entries)) {
      const entry = {
        customer,
        journey,
        time: journey.from + Math.floor(stream.random() * journey.days * (day / minute)) * minute,
      };
      entries.push({ ...entry, steps: walk(journey, entry) });
    }
  }
  return { messages, entries };
}
