import { count, each, type TruthQueries } from './queries.ts';

const management = '_experience.customerJourneyManagement';
const steps = 'journey_step_events';
const step = '_experience.journeyOrchestration.stepEvents';
const offers = 'decision_object_repository_personalized_offers';
const decisioning = '_experience.decisioning';

/** Feedback, tracking and propositions with short names. */
export const messageTables: readonly string[] = [
  `CREATE TEMP TABLE feedback AS
WITH
  names AS (
    SELECT
      ${management}.entities.channelDetails.messageID AS message,
      ${management}.entities.journey.journeyName AS journey
    FROM ajo_entity_dataset
  ),
  events AS (
    SELECT ${management} AS event
    FROM ajo_message_feedback_event_dataset
  )
SELECT
  event.messageDeliveryfeedback.feedbackStatus AS status,
  event.messageDeliveryfeedback.messageFailure AS failure,
  split_part(event.emailChannelContext.address, '@', 2) AS domain,
  event.messageExecution AS execution,
  journey
FROM events
JOIN names ON message = event.messageExecution.messageID`,
  `CREATE TEMP TABLE tracking AS
SELECT
  ${management}.messageInteraction.interactionType AS interaction,
  ${management}.messageExecution.messageExecutionID AS message
FROM ajo_email_tracking_experience_event_dataset`,
  `CREATE TEMP TABLE propositions AS
SELECT timestamp, unnest(${decisioning}.propositionDetails) AS detail
FROM ode_decisionevents_shop_decision`,
];

export const messageTruths: TruthQueries = {
  'ajo_message_feedback_event_dataset.ndjson.gz': {
    records: count('feedback'),
    messages: 'SELECT count(DISTINCT execution.messageExecutionID) FROM feedback',
    messagesByFinalStatus: each('status', `feedback WHERE status <> 'delay'`),
    delays: count(`feedback WHERE status = 'delay'`),
    sentByJourney: each('journey', `feedback WHERE status = 'sent'`),
    sentByDomain: each('domain', `feedback WHERE status = 'sent'`),
    bouncesByDomain: each('domain', `feedback WHERE status = 'bounce'`),
    bouncesByReason: each('failure.reason', `feedback WHERE status = 'bounce'`),
    hardBounces: count(`feedback WHERE status = 'bounce' AND failure.type = 'Hard'`),
  },
  'ajo_email_tracking_experience_event_dataset.ndjson.gz': {
    records: count('tracking'),
    eventsByInteraction: each('interaction', 'tracking'),
    messagesOpened: `SELECT count(DISTINCT message) FROM tracking WHERE interaction = 'open'`,
    messagesClicked: `SELECT count(DISTINCT message) FROM tracking WHERE interaction = 'click'`,
    messagesOpenedByJourney: each(
      'journey',
      `tracking JOIN feedback ON message = execution.messageExecutionID AND status = 'sent' WHERE interaction = 'open'`,
      'count(DISTINCT message)',
    ),
  },
  'journey_step_events.ndjson.gz': {
    records: count(steps),
    entriesByJourney: each(`${step}.journeyVersionName`, steps, `count(DISTINCT ${step}.instanceID)`),
    stepsByNode: each(`${step}.nodeID`, steps),
    errorsByCode: each(
      `${step}.actionExecutionErrorCode`,
      `${steps} WHERE ${step}.actionExecutionErrorCode IS NOT NULL`,
    ),
  },
  'decision_object_repository_personalized_offers.ndjson': {
    records: count(offers),
    offersByStatus: each(`${decisioning}.lifecycleStatus`, offers),
    liveOn20260531: count(`${offers}
WHERE ${decisioning}.lifecycleStatus = 'Live'
  AND TIMESTAMP '2026-05-31 12:00:00' >= ${decisioning}.calendarConstraints.startDate
  AND TIMESTAMP '2026-05-31 12:00:00' < ${decisioning}.calendarConstraints.endDate`),
    contentsByPlacement: each(
      'content.placement',
      `(SELECT unnest(${decisioning}.contents) AS content FROM ${offers})`,
    ),
  },
  'ode_decisionevents_shop_decision.ndjson.gz': {
    propositions: count('propositions'),
    propositionsByPlacement: each('detail.placement.name', 'propositions'),
    selectionsByOffer: each('detail.selections[1].name', 'propositions WHERE detail.selections IS NOT NULL'),
    propositionsWithFallback: count('propositions WHERE detail.fallback IS NOT NULL'),
    averagePriorityOfSelections: `SELECT round(avg(${decisioning}.ranking.priority), 4)
FROM propositions
JOIN ${offers} ON _id = detail.selections[1].id`,
    eventsFromTwelveToOne: count('ode_decisionevents_shop_decision WHERE hour(timestamp) = 12'),
  },
};
