-- step messages (view)
WITH feedback AS (
  SELECT
    _experience.customerJourneyManagement.messageExecution.messageExecutionID AS execution_id,
    timestamp AS event_time,
    _experience.customerJourneyManagement.messageExecution.messageID AS message_id,
    _experience.customerJourneyManagement.messageDeliveryfeedback.feedbackStatus AS status,
    _experience.customerJourneyManagement.messageDeliveryfeedback.messageFailure.reason AS reason,
    _experience.customerJourneyManagement.messageDeliveryfeedback.messageFailure.type AS failure_type,
    _experience.customerJourneyManagement.emailChannelContext.address AS address
  FROM "ajo_message_feedback_event_dataset"
)
SELECT
  execution_id,
  any_value(message_id) AS message_id,
  lower(split_part(any_value(address), '@', 2)) AS domain,
  max(event_time) AS settled_at,
  arg_max(status, event_time) AS status,
  bool_or(status = 'delay') AS was_delayed,
  arg_max(reason, event_time) FILTER (WHERE status = 'bounce') AS reason,
  arg_max(failure_type, event_time) FILTER (WHERE status = 'bounce') AS failure_type
FROM feedback
WHERE execution_id IS NOT NULL
  AND event_time < DATE '2026-06-15' + INTERVAL 1 DAY
GROUP BY execution_id;

-- step interactions (view)
WITH tracking AS (
  SELECT
    _experience.customerJourneyManagement.messageExecution.messageExecutionID AS execution_id,
    _experience.customerJourneyManagement.messageInteraction.interactionType AS interaction
  FROM "ajo_email_tracking_experience_event_dataset"
)
SELECT
  execution_id,
  count(*) FILTER (WHERE interaction = 'open') AS opens,
  count(*) FILTER (WHERE interaction = 'click') AS clicks,
  count(*) FILTER (WHERE interaction = 'unsubscribe') AS unsubscriptions
FROM tracking
WHERE execution_id IS NOT NULL
GROUP BY execution_id;

-- step message_results (table)
WITH names AS (
  SELECT
    _experience.customerJourneyManagement.entities.channelDetails.messageID AS message_id,
    _experience.customerJourneyManagement.entities.journey.journeyName AS journey,
    _experience.customerJourneyManagement.entities.journey.journeyActionName AS action,
    _experience.customerJourneyManagement.entities.channelDetails.email.subject AS subject,
    timestamp AS named_at
  FROM "ajo_entity_dataset"
),
latest_names AS (
  SELECT DISTINCT ON (message_id) message_id, journey, action, subject
  FROM names
  WHERE message_id IS NOT NULL
  ORDER BY message_id, named_at DESC, journey, action
)
SELECT
  messages.*,
  coalesce(journey, '(unknown)') AS journey,
  coalesce(action, '(unknown)') AS action,
  coalesce(subject, '(none)') AS subject,
  coalesce(opens, 0) AS opens,
  coalesce(clicks, 0) AS clicks,
  coalesce(unsubscriptions, 0) AS unsubscriptions
FROM "messages" AS messages
LEFT JOIN latest_names USING (message_id)
LEFT JOIN "interactions" USING (execution_id);

-- step journey_nodes (table)
WITH steps AS (
  SELECT
    timestamp AS event_time,
    _experience.journeyOrchestration.stepEvents.journeyVersionName AS journey,
    _experience.journeyOrchestration.stepEvents.nodeID AS node_id,
    _experience.journeyOrchestration.stepEvents.nodeName AS node_name,
    _experience.journeyOrchestration.stepEvents.nodeType AS node_type,
    _experience.journeyOrchestration.stepEvents.instanceID AS instance_id,
    _experience.journeyOrchestration.stepEvents.actionExecutionErrorCode AS error_code
  FROM "journey_step_events"
),
timed AS (
  SELECT
    *,
    (epoch_us(event_time) - epoch_us(min(event_time) OVER (PARTITION BY instance_id))) / 1e6 AS seconds_since_entry,
    row_number() OVER (PARTITION BY instance_id ORDER BY event_time, node_id) AS place
  FROM steps
  WHERE event_time < DATE '2026-06-15' + INTERVAL 1 DAY
    AND node_id IS NOT NULL
)
SELECT
  coalesce(journey, '(unknown)') AS journey,
  node_id,
  any_value(node_name) AS node_name,
  any_value(node_type) AS node_type,
  avg(place) AS mean_place,
  count(*) AS steps,
  count(DISTINCT instance_id) AS entries,
  median(seconds_since_entry) AS median_seconds_since_entry,
  count(error_code) AS errors,
  count(*) FILTER (WHERE error_code = 'timedout') AS timed_out,
  count(*) FILTER (WHERE error_code = 'capped') AS capped
FROM timed
GROUP BY journey, node_id;

-- check reports_have_messages (warning)
SELECT _id AS event_id
FROM "ajo_message_feedback_event_dataset"
WHERE _experience.customerJourneyManagement.messageExecution.messageExecutionID IS NULL
ORDER BY event_id;

-- check reactions_have_messages (note)
WITH reactions AS (
  SELECT DISTINCT _experience.customerJourneyManagement.messageExecution.messageExecutionID AS execution_id
  FROM "ajo_email_tracking_experience_event_dataset"
)
SELECT execution_id
FROM reactions
ANTI JOIN "message_results" USING (execution_id)
ORDER BY execution_id;

-- check messages_have_names (note)
SELECT message_id, count(*) AS messages
FROM "message_results"
WHERE journey = '(unknown)'
GROUP BY message_id
ORDER BY messages DESC, message_id;

-- check messages_are_left (error)
SELECT count(*) AS messages
FROM "message_results"
HAVING count(*) = 0;

-- finding journeys
SELECT
  journey,
  count(*) AS messages,
  count(*) FILTER (WHERE status = 'sent') AS sent,
  count(*) FILTER (WHERE status = 'bounce') AS bounced,
  count(*) FILTER (WHERE status = 'exclude') AS excluded,
  count(*) FILTER (WHERE was_delayed) AS delayed,
  count(*) FILTER (WHERE opens > 0) AS opened,
  count(*) FILTER (WHERE clicks > 0) AS clicked,
  count(*) FILTER (WHERE unsubscriptions > 0) AS unsubscribed,
  count(*) FILTER (WHERE opens > 0) / nullif(count(*) FILTER (WHERE status = 'sent'), 0) AS open_rate,
  count(*) FILTER (WHERE clicks > 0) / nullif(count(*) FILTER (WHERE status = 'sent'), 0) AS click_rate,
  count(*) FILTER (WHERE clicks > 0) / nullif(count(*) FILTER (WHERE opens > 0), 0) AS click_to_open_rate
FROM "message_results"
GROUP BY journey
ORDER BY sent DESC, journey;

-- finding messages
SELECT
  journey,
  action,
  subject,
  count(*) AS messages,
  count(*) FILTER (WHERE status = 'sent') AS sent,
  count(*) FILTER (WHERE status = 'bounce') AS bounced,
  count(*) FILTER (WHERE status = 'exclude') AS excluded,
  count(*) FILTER (WHERE was_delayed) AS delayed,
  count(*) FILTER (WHERE opens > 0) AS opened,
  count(*) FILTER (WHERE clicks > 0) AS clicked,
  count(*) FILTER (WHERE unsubscriptions > 0) AS unsubscribed,
  count(*) FILTER (WHERE opens > 0) / nullif(count(*) FILTER (WHERE status = 'sent'), 0) AS open_rate,
  count(*) FILTER (WHERE clicks > 0) / nullif(count(*) FILTER (WHERE status = 'sent'), 0) AS click_rate,
  count(*) FILTER (WHERE clicks > 0) / nullif(count(*) FILTER (WHERE opens > 0), 0) AS click_to_open_rate
FROM "message_results"
GROUP BY journey, action, subject
ORDER BY sent DESC, journey, action, subject;

-- finding domains
SELECT
  domain,
  count(*) AS messages,
  count(*) FILTER (WHERE status = 'sent') AS sent,
  count(*) FILTER (WHERE status = 'bounce') AS bounced,
  count(*) FILTER (WHERE was_delayed) AS delayed,
  count(*) FILTER (WHERE status = 'bounce') / nullif(count(*) FILTER (WHERE status IN ('sent', 'bounce')), 0) AS bounce_rate
FROM "message_results"
GROUP BY domain
ORDER BY messages DESC, domain;

-- finding failures
SELECT
  coalesce(reason, '(unknown)') AS reason,
  coalesce(failure_type, '(unknown)') AS failure_type,
  count(*) AS bounces,
  count(*) / sum(count(*)) OVER () AS share
FROM "message_results"
WHERE status = 'bounce'
GROUP BY ALL
ORDER BY bounces DESC, reason, failure_type;

-- finding days
SELECT
  CAST(settled_at AS DATE) AS message_day,
  count(*) FILTER (WHERE status = 'sent') AS sent,
  count(*) FILTER (WHERE status = 'bounce') AS bounced,
  count(*) FILTER (WHERE status = 'exclude') AS excluded
FROM "message_results"
GROUP BY message_day
ORDER BY message_day;

-- finding nodes
SELECT
  journey,
  node_id,
  node_name,
  node_type,
  steps,
  entries,
  entries / max(entries) OVER (PARTITION BY journey) AS share_of_entries,
  median_seconds_since_entry,
  errors,
  timed_out,
  capped
FROM "journey_nodes"
ORDER BY journey, mean_place, node_id;
