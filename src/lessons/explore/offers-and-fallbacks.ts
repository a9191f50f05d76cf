import type { Lesson } from '../contract.ts';

const places = `WITH places AS (
  SELECT _id AS event_id, unnest(_experience.decisioning.propositionDetails) AS detail
  FROM ode_decisionevents_shop_decision
)`;

const offers = `SELECT
  _experience.decisioning.name AS offer,
  _experience.decisioning.lifecycleStatus AS status,
  _experience.decisioning.calendarConstraints.startDate AS starts_at,
  _experience.decisioning.calendarConstraints.endDate AS ends_at,
  _experience.decisioning.ranking.priority AS priority
FROM decision_object_repository_personalized_offers`;

/** Offer decisioning: lists in lists, fallbacks, and calendars that end before their last day begins. */
export const offersAndFallbacks: Lesson = {
  id: 'offers-and-fallbacks',
  title: 'Offers, places and fallbacks',
  goal: 'Unfold lists in lists, tell events from propositions from offers, and ask which offers are live on a day.',
  minutes: 15,
  datasets: [
    'ode_decisionevents_shop_decision',
    'decision_object_repository_personalized_offers',
    'decision_object_repository_placements',
  ],
  pages: [
    {
      title: 'A list becomes rows',
      text: `Chapter EXPLORE 400 of Data Distiller looks at offer decisioning. One **event** asks: what shall this person see? Its answer is a list with one **proposition** for each place on the page. To count by place, the list must become rows: \`unnest\` makes one row of each item, and repeats the other columns beside it.

After that a row is no longer an event. \`count(*)\` counts places; \`count(DISTINCT event_id)\` counts events.`,
      task: {
        kind: 'sql',
        statement: `${places}
SELECT
  detail.placement.name AS placement,
  count(*) AS propositions,
  count(DISTINCT event_id) AS events
FROM places
GROUP BY ALL
ORDER BY propositions DESC, placement;`,
      },
      questions: [
        {
          id: 'events',
          prompt: 'How many events are there?',
          answer: 3000,
          proof: 'SELECT count(DISTINCT _id) FROM ode_decisionevents_shop_decision',
          hint: 'Count before the unnest. The column events cannot be added up: one event fills several places.',
          because: 'Each has filled one or two places.',
        },
        {
          id: 'propositions',
          prompt: 'How many places did they fill?',
          answer: 4525,
          proof: `${places}
SELECT count(*) FROM places`,
          hint: 'Add up propositions.',
          because: 'This is the number of rows once the list is unfolded.',
        },
      ],
    },
    {
      title: 'When nothing fits',
      text: `In each proposition lies a second list: the offers selected. Where no offer fitted there is none, and the **fallback** is shown. A high share of fallbacks means too few offers, or rules too narrow.

Unnesting an **empty** list gives no row at all: those propositions would vanish without a word. So the guide counts fallbacks before it unfolds the second list.`,
      task: {
        kind: 'module',
        module: 'explore.offers',
        input: {
          decisions: 'ode_decisionevents_shop_decision',
          offers: 'decision_object_repository_personalized_offers',
          placements: 'decision_object_repository_placements',
          liveOn: '2026-05-31',
        },
        notes: {
          propositions: 'The first list: one row for each place.',
          offer_repository: 'Name, priority and calendar of each offer: the events know only identifiers.',
          selections: 'The second list. LEFT JOIN keeps offers that the repository does not know.',
        },
      },
      questions: [
        {
          id: 'fallback-share',
          prompt: 'In which share of places had the fallback to serve, in percent with one decimal?',
          answer: 18.8,
          proof: `${places}
SELECT round(100 * count(detail.fallback.id) / count(*), 1) FROM places`,
          hint: 'It stands in the first sentence of the findings.',
          because: '850 of 4,525.',
        },
        {
          id: 'most-proposed',
          prompt: 'Which offer was proposed most often?',
          answer: 'Free shipping',
          proof: `${places},
selections AS (SELECT unnest(detail.selections) AS selection FROM places)
SELECT mode(selection.name ORDER BY selection.name) FROM selections`,
          hint: 'Look at Offers proposed.',
          because:
            'It has the lowest priority of the live ones: what fits everybody is shown when nothing better fits.',
        },
      ],
    },
    {
      title: 'Live on a day',
      text: `An offer is live when its status says so **and** the day lies within its calendar. The end is the first moment **after** it: \`starts_at <= moment AND moment < ends_at\`. Such half-open spans join without gap or overlap, and need no 23:59:59.

Status alone is not enough: an offer whose time is over may still be called live.`,
      task: {
        kind: 'sql',
        statement: `${offers}
ORDER BY priority DESC;`,
      },
      questions: [
        {
          id: 'live',
          prompt: 'How many offers are live on 2026-05-31?',
          answer: 3,
          proof: `SELECT count(*) FROM (${offers})
WHERE status = 'Live' AND starts_at < DATE '2026-06-01' AND ends_at > DATE '2026-05-31'`,
          hint: 'Four have the status; look at their end.',
          because: 'All three of them are also among the offers proposed on that day.',
        },
        {
          id: 'over',
          prompt: 'Which offer has the status Live, but is over by then?',
          answer: 'Rain jacket days',
          proof: `SELECT any_value(offer) FROM (${offers}) WHERE status = 'Live' AND ends_at <= DATE '2026-05-31'`,
          hint: 'Compare ends_at with the day.',
          because: 'Its end lies before the day; nobody set the status.',
        },
      ],
    },
  ],
};
