import { relation, sql } from '../../../core/sql.ts';
import { type Check, defineModule, type SqlStep } from '../../contract.ts';
import { keptRows, tableStep } from '../events/steps.ts';
import { offerFindings } from './offer-findings.ts';
import { offerInput, suggestOffers } from './offer-input.ts';
import { contentsSql, propositionsSql, repositorySql, selectionsSql } from './offer-sql.ts';

/** Which offers were proposed where and when, how often the fallback served, and what is live. */
export const offers = defineModule({
  id: 'explore.offers',
  version: 1,
  title: 'Offers and propositions',
  summary: 'Which offers were proposed where and when, how often the fallback had to serve, and which offers are live.',
  input: offerInput,
  suggest: (catalog) => suggestOffers(catalog),
  plan(input, context) {
    const decisions = context.dataset(input.decisions);
    const stored = context.dataset(input.offers);
    const placements = context.dataset(input.placements);
    const liveOn = input.liveOn === '' ? context.now.toISOString().slice(0, 10) : input.liveOn;
    const propositions = tableStep(context, {
      id: 'propositions',
      title: 'One row for each place filled',
      what: 'Turns the list of propositions of each decision event into rows.',
      why: 'One event fills several places: only as rows can they be counted by placement.',
      caution: 'From here on rows are no longer events: count(DISTINCT event_id) counts those.',
      query: propositionsSql(decisions, input, context.now),
    });
    const repository = tableStep(context, {
      id: 'offer_repository',
      title: 'Offers of the repository',
      what: `Reads name, status, priority and calendar of each offer, and whether it is live on ${liveOn}.`,
      why: 'Events know offers by identifier and name only; priority and calendar stand in the repository.',
      caution: 'The end of an offer is the first moment after it. An offer without dates is always in time.',
      query: repositorySql(stored, liveOn),
    });
    const selections = tableStep(context, {
      id: 'selections',
      title: 'One row for each offer proposed',
      what: 'Turns the offers of each proposition into rows and joins what the repository knows of them.',
      why: 'A place may show several offers: this is the second list in the first.',
      caution: 'A proposition with a fallback has no offers, and so no row here.',
      query: selectionsSql(propositions.creates, repository.creates),
    });
    return {
      steps: [propositions, repository, selections],
      checks: checksOf(propositions, selections),
      findings: offerFindings(
        propositions.creates,
        selections.creates,
        repository.creates,
        contentsSql(stored, placements),
        liveOn,
      ),
      outputs: keptRows(input.saveAs, selections, 'Offers proposed', decisions, stored),
    };
  },
});

function checksOf(propositions: SqlStep, selections: SqlStep): readonly Check[] {
  const chosen = relation(selections.creates);
  return [
    {
      id: 'offers_are_known',
      title: 'Every offer proposed is in the repository',
      severity: 'warning',
      when: 'after',
      violations: sql`SELECT offer_id, any_value(offer) AS offer, count(*) AS selections
FROM ${chosen}
WHERE NOT is_known
GROUP BY offer_id
ORDER BY selections DESC, offer_id`,
      remedy: 'Take an export of the repository that is as new as the events.',
      field: 'offers',
    },
    {
      id: 'offers_were_in_time',
      title: 'Every offer was proposed within its calendar',
      severity: 'warning',
      when: 'after',
      violations: sql`SELECT offer_id, any_value(offer) AS offer, count(*) AS selections, min(event_time) AS first_proposed_at, max(event_time) AS last_proposed_at
FROM ${chosen}
WHERE NOT was_in_time
GROUP BY offer_id
ORDER BY selections DESC, offer_id`,
      remedy: 'The calendar was changed afterwards, or the clocks of events and repository differ.',
      field: 'offers',
    },
    {
      id: 'places_are_filled',
      title: 'Every place got an offer or the fallback',
      severity: 'note',
      when: 'after',
      violations: sql`SELECT event_id, placement
FROM ${relation(propositions.creates)}
WHERE fallback_id IS NULL
  AND coalesce(len(selections), 0) = 0
ORDER BY event_id, placement`,
      remedy: 'These places stayed empty: look at the decision and its fallback.',
      field: 'decisions',
    },
    {
      id: 'propositions_are_left',
      title: 'There are propositions to count',
      severity: 'error',
      when: 'after',
      violations: sql`SELECT count(*) AS propositions
FROM ${relation(propositions.creates)}
HAVING count(*) = 0`,
      remedy: 'Choose another dataset of decision events or a longer time.',
      field: 'decisions',
    },
  ];
}
