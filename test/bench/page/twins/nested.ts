import type { Twin } from './twin.ts';

/** Guides of nested system datasets. */
export const nestedTwins: readonly Twin[] = [
  {
    module: 'explore.journey-messages',
    tables: ['feedback', 'tracking', 'journey_steps', 'message_names'],
    input: { feedback: 'feedback', tracking: 'tracking', steps: 'journey_steps', entities: 'message_names' },
    same: {
      messages: ['journey', 'action', 'messages', 'sent', 'bounced', 'opened', 'clicked'],
      domains: ['domain', 'domain', 'messages', 'sent', 'bounced', 'delayed', 'delayed'],
      nodes: ['journey', 'node_id', 'steps', 'entries', 'errors', 'median_seconds_since_entry', 'timed_out'],
      failures: ['reason', 'failure_type', 'bounces', 'bounces', 'bounces', 'bounces', 'bounces'],
      days: ['message_day', 'message_day', 'sent', 'bounced', 'excluded', 'excluded', 'excluded'],
    },
    statement: `WITH messages AS MATERIALIZED (
  SELECT
    _experience.customerJourneyManagement.messageExecution.messageExecutionID AS id,
    any_value(_experience.customerJourneyManagement.messageExecution.messageID) AS message,
    arg_max(_experience.customerJourneyManagement.messageDeliveryfeedback.feedbackStatus, timestamp) AS status,
    bool_or(_experience.customerJourneyManagement.messageDeliveryfeedback.feedbackStatus = 'delay') AS delayed,
    any_value(lower(split_part(_experience.customerJourneyManagement.emailChannelContext.address, '@', 2))) AS domain,
    max(timestamp)::DATE::VARCHAR AS day,
    arg_max(_experience.customerJourneyManagement.messageDeliveryfeedback.messageFailure.reason, timestamp)
      FILTER (WHERE _experience.customerJourneyManagement.messageDeliveryfeedback.feedbackStatus = 'bounce') AS reason,
    arg_max(_experience.customerJourneyManagement.messageDeliveryfeedback.messageFailure.type, timestamp)
      FILTER (WHERE _experience.customerJourneyManagement.messageDeliveryfeedback.feedbackStatus = 'bounce') AS failure
  FROM feedback
  GROUP BY id
),
reactions AS (
  SELECT
    _experience.customerJourneyManagement.messageExecution.messageExecutionID AS id,
    bool_or(_experience.customerJourneyManagement.messageInteraction.interactionType = 'open') AS opened,
    bool_or(_experience.customerJourneyManagement.messageInteraction.interactionType = 'click') AS clicked
  FROM tracking
  GROUP BY id
),
counts AS MATERIALIZED (
  SELECT
    message, domain, count(*) AS messages, count_if(status = 'sent') AS sent, count_if(status = 'bounce') AS bounced,
    count_if(delayed) AS delayed, count_if(opened) AS opened, count_if(clicked) AS clicked
  FROM messages LEFT JOIN reactions USING (id)
  GROUP BY ALL
),
names AS (
  SELECT
    _experience.customerJourneyManagement.entities.channelDetails.messageID AS message,
    _experience.customerJourneyManagement.entities.journey.journeyName AS journey,
    _experience.customerJourneyManagement.entities.journey.journeyActionName AS action
  FROM message_names
),
steps AS (
  SELECT
    _experience.journeyOrchestration.stepEvents.journeyVersionName AS journey,
    _experience.journeyOrchestration.stepEvents.nodeID AS node,
    _experience.journeyOrchestration.stepEvents.instanceID AS instance,
    _experience.journeyOrchestration.stepEvents.actionExecutionErrorCode AS error,
    timestamp
  FROM journey_steps
),
timed AS (
  SELECT *, epoch_us(timestamp) - epoch_us(min(timestamp) OVER (PARTITION BY instance)) AS since FROM steps
)
SELECT 'messages', journey, action, sum(messages), sum(sent), sum(bounced)::DOUBLE, sum(opened)::DOUBLE, sum(clicked)
FROM counts JOIN names USING (message)
GROUP BY ALL
UNION ALL
SELECT 'domains', domain, domain, sum(messages), sum(sent), sum(bounced), sum(delayed), sum(delayed)
FROM counts
GROUP BY domain
UNION ALL
SELECT 'nodes', journey, node, count(*), count(DISTINCT instance), count(error), median(since) / 1e6, count_if(error = 'timedout')
FROM timed
GROUP BY ALL
UNION ALL
SELECT 'failures', coalesce(reason, '(unknown)'), coalesce(failure, '(unknown)'), count(*), count(*), count(*), count(*), count(*)
FROM messages
WHERE status = 'bounce'
GROUP BY ALL
UNION ALL
SELECT 'days', day, day, count_if(status = 'sent'), count_if(status = 'bounce'), count_if(status = 'exclude'),
  count_if(status = 'exclude'), count_if(status = 'exclude')
FROM messages
GROUP BY day`,
  },
  {
    module: 'explore.offers',
    tables: ['decisions', 'offers', 'placements'],
    input: { decisions: 'decisions', offers: 'offers', placements: 'placements' },
    same: {
      placements: ['placement', 'propositions', 'events', 'fallbacks'],
      offers: ['offer_id', 'selections', 'priority', 'selections'],
      hours: ['hour', 'events', 'propositions', 'propositions'],
    },
    statement: `WITH places AS MATERIALIZED (
  SELECT event, timestamp, detail.placement.name AS placement, detail.fallback.id AS fallback, detail.selections AS selections
  FROM (
    SELECT _id AS event, timestamp, unnest(_experience.decisioning.propositionDetails) AS detail
    FROM (SELECT DISTINCT ON (_id) * FROM decisions)
  )
),
selected AS (
  SELECT selection.id AS offer, count(*) AS times
  FROM (SELECT unnest(selections) AS selection FROM places)
  GROUP BY offer
)
SELECT 'placements', placement, count(*), count(DISTINCT event), count(fallback) FROM places GROUP BY placement
UNION ALL
SELECT 'offers', _id, coalesce(times, 0), _experience.decisioning.ranking.priority, coalesce(times, 0)
FROM offers LEFT JOIN selected ON selected.offer = _id
UNION ALL
SELECT 'hours', hour(timestamp)::VARCHAR, count(DISTINCT event), count(*), count(*) FROM places GROUP BY hour(timestamp)`,
  },
  {
    module: 'explore.flatten-events',
    tables: ['nested_events'],
    input: {
      dataset: 'nested_events',
      columns: [
        ...['_id', 'timestamp', 'eventType', 'identityMap.ECID[1].id', 'web.webPageDetails.name'],
        ...['productListItems[1].SKU', 'productListItems[1].quantity', 'productListItems[1].priceTotal'],
      ],
      list: 'productListItems',
    },
    same: { columns: ['position', 'rows', 'filled', 'example'] },
    statement: `WITH flat AS MATERIALIZED (
  SELECT
    _id, timestamp, eventType, ecid, page, item.SKU AS sku, item.quantity AS quantity, item.priceTotal AS price
  FROM (
    SELECT _id, timestamp, eventType, identityMap.ECID[1].id AS ecid, web.webPageDetails.name AS page, unnest(productListItems) AS item
    FROM nested_events
  )
)
${['_id', 'timestamp', 'eventType', 'ecid', 'page', 'sku', 'quantity', 'price']
  .map((name, index) => `SELECT 'columns', ${index + 1}, count(*), count(${name}), min(${name})::VARCHAR FROM flat`)
  .join('\nUNION ALL\n')}`,
  },
];
