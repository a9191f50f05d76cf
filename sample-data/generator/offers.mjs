import { day, minute, ndjson, tally } from './formats.mjs';
import { offers, fallbacks, placements, decisions, propositionShares } from './offer-repository.mjs';
import { createStream } from './random.mjs';

const from = Date.UTC(2026, 4, 2);
const events = 3000;
const suffixes = {
  offers: 'personalized_offers',
  fallbacks: 'fallback_offers',
  placements: 'placements',
  decisions: 'decisions',
};

/** The decision object repository of thirty days of May 2026, and the propositions made out of it. */
export function makeOffers({ customers }) {
  const stream = createStream('offers');
  const records = Array.from({ length: events }, () => proposition(stream, customers))
    .sort((a, b) => (a.timestamp < b.timestamp ? -1 : a.timestamp > b.timestamp ? 1 : 0))
    .map((record, index) => ({ _id: `de-${String(index + 1).padStart(5, '0')}`, ...record }));
  const details = records.flatMap((record) => record._experience.decisioning.propositionDetails);
  const selections = details.flatMap((detail) => detail.selections ?? []);
  const repository = { offers, fallbacks, placements, decisions };
  const name = (kind) => `decision_object_repository_${suffixes[kind]}.ndjson`;
  return {
    files: {
      ...Object.fromEntries(Object.entries(repository).map(([kind, list]) => [name(kind), ndjson(list)])),
      'ode_decisionevents_shop_decision.ndjson.gz': ndjson(records),
    },
    truths: {
      [name('offers')]: {
        records: offers.length,
        offersByStatus: tally(offers, ({ _experience }) => _experience.decisioning.lifecycleStatus),
        liveOn20260531: offers.filter(isLive).length,
        contentsByPlacement: tally(
          offers.flatMap(({ _experience }) => _experience.decisioning.contents),
          ({ placement }) => placement,
        ),
      },
      [name('fallbacks')]: { records: fallbacks.length },
      [name('placements')]: { records: placements.length },
      [name('decisions')]: { records: decisions.length },
      'ode_decisionevents_shop_decision.ndjson.gz': {
        records: events,
        propositions: details.length,
        propositionsByPlacement: tally(details, ({ placement }) => placement.name),
        selectionsByOffer: tally(selections, (offer) => offer.name),
        propositionsWithFallback: details.filter(({ fallback }) => fallback).length,
        averagePriorityOfSelections: Number(
          (selections.reduce((sum, { id }) => sum + priorityOf(id), 0) / selections.length).toFixed(4),
        ),
        eventsFromTwelveToOne: records.filter(({ timestamp }) => timestamp.slice(11, 13) === '12').length,
      },
    },
  };
}

function proposition(stream, customers) {
  const hour = stream.weighted(Array.from({ length: 24 }, (_, index) => [index, index < 7 ? 1 : index < 18 ? 6 : 9]));
  const time = from + stream.between(0, 29) * day + hour * 60 * minute + stream.between(0, 3599) * 1000;
  const customer = stream.pick(customers);
  const decision = stream.pick(decisions);
  return {
    timestamp: new Date(time).toISOString(),
    eventType: 'decisioning.propositionFetch',
    identityMap: { CRMID: [{ id: customer.id, primary: true }] },
    _experience: {
      decisioning: {
        propositionDetails: decision._experience.decisioning.criteria.map(({ placements: [id] }) =>
          detail(stream, decision, id, time),
        ),
      },
    },
  };
}

function detail(stream, decision, placementId, time) {
  const { _experience: own } = decision;
  const placement = placements.find(({ _id }) => _id === placementId);
  const head = {
    activity: { id: decision._id, name: own.decisioning.name },
    placement: { id: placementId, name: placement._experience.decisioning.name },
  };
  const index = stream.weighted(propositionShares.map((share, position) => [position, share]));
  const chosen = offers[index];
  const [fallback] = fallbacks;
  return chosen === undefined || time >= Date.parse(chosen._experience.decisioning.calendarConstraints.endDate)
    ? { ...head, fallback: { id: fallback._id, name: fallback._experience.decisioning.name } }
    : { ...head, selections: [{ id: chosen._id, name: chosen._experience.decisioning.name }] };
}

const priorityOf = (id) => offers.find(({ _id }) => _id === id)._experience.decisioning.ranking.priority;

function isLive({ _experience: { decisioning } }) {
  const { startDate, endDate } = decisioning.calendarConstraints;
  return (
    decisioning.lifecycleStatus === 'Live' &&
    startDate <= '2026-05-31T12:00:00.000Z' &&
    '2026-05-31T12:00:00.000Z' < endDate
  );
}
