--% EXPLORE 300: datasets of Journey Optimizer

--# feedbackStatus: messages by their last status
--: sample-data/README.md, messagesByFinalStatus
--@ sample ajo_message_feedback_event_dataset
SELECT status, count(*) AS messages FROM (SELECT _experience.customerJourneyManagement.messageDeliveryfeedback.feedbackStatus AS status, row_number() OVER (PARTITION BY _experience.customerJourneyManagement.messageExecution.messageExecutionID ORDER BY timestamp DESC) AS n FROM ajo_message_feedback_event_dataset) WHERE n = 1 GROUP BY status ORDER BY status;
--= ["status", "messages"]
--= ["bounce", 115]
--= ["exclude", 110]
--= ["sent", 4045]

--# split_part: messages sent by domain
--: Data Distiller docs; sample-data/README.md, sentByDomain
--@ sample ajo_message_feedback_event_dataset
SELECT split_part(_experience.customerJourneyManagement.emailChannelContext.address, '@', 2) AS recipientDomain, SUM(CASE WHEN _experience.customerJourneyManagement.messageDeliveryfeedback.feedbackStatus = 'sent' THEN 1 ELSE 0 END) AS sentCount, SUM(CASE WHEN _experience.customerJourneyManagement.messageDeliveryfeedback.feedbackStatus = 'bounce' THEN 1 ELSE 0 END) AS bounceCount FROM ajo_message_feedback_event_dataset WHERE _experience.customerJourneyManagement.messageProfile.channel._id = 'https://ns.adobe.com/xdm/channels/email' GROUP BY recipientDomain ORDER BY sentCount DESC;
--= ["recipientDomain", "sentCount", "bounceCount"]
--= ["example.com", 2501, 36]
--= ["example.net", 947, 37]
--= ["example.org", 597, 42]

--# messageFailure: bounces by their reason
--: sample-data/README.md, bouncesByReason
--@ sample ajo_message_feedback_event_dataset
SELECT _experience.customerJourneyManagement.messageDeliveryfeedback.messageFailure.reason AS reason, count(*) AS n FROM ajo_message_feedback_event_dataset WHERE _experience.customerJourneyManagement.messageDeliveryfeedback.feedbackStatus = 'bounce' GROUP BY reason ORDER BY n DESC;
--= ["reason", "n"]
--= ["Invalid mailbox", 58]
--= ["Mailbox full", 29]
--= ["Domain not found", 15]
--= ["Blocked by policy", 13]

--# messageFailure: the rate of hard bounces
--: sample-data/README.md: 73 of 4,270 messages
--@ sample ajo_message_feedback_event_dataset
SELECT count_if(failure.type = 'Hard' AND status = 'bounce') AS hard, round(100 * count_if(failure.type = 'Hard' AND status = 'bounce') / count(DISTINCT execution), 2) AS rate FROM (SELECT _experience.customerJourneyManagement.messageDeliveryfeedback.messageFailure AS failure, _experience.customerJourneyManagement.messageDeliveryfeedback.feedbackStatus AS status, _experience.customerJourneyManagement.messageExecution.messageExecutionID AS execution FROM ajo_message_feedback_event_dataset);
--= ["hard", "rate"]
--= [73, 1.71]

--# interactionType: opens and clicks
--: sample-data/README.md, eventsByInteraction, messagesOpened and messagesClicked
--@ sample ajo_email_tracking_experience_event_dataset
SELECT _experience.customerJourneyManagement.messageInteraction.interactionType AS kind, count(*) AS events, count(DISTINCT _experience.customerJourneyManagement.messageExecution.messageExecutionID) AS messages FROM ajo_email_tracking_experience_event_dataset WHERE _experience.customerJourneyManagement.messageInteraction.interactionType <> 'unsubscribe' GROUP BY kind ORDER BY kind;
--= ["kind", "events", "messages"]
--= ["click", 417, 369]
--= ["open", 1869, 1360]

--# stepEvents: entries of each journey
--: sample-data/README.md, entriesByJourney
--@ sample journey_step_events
SELECT _experience.journeyOrchestration.stepEvents.journeyVersionName AS journey, count(DISTINCT _experience.journeyOrchestration.stepEvents.instanceID) AS entries FROM journey_step_events GROUP BY journey ORDER BY entries DESC;
--= ["journey", "entries"]
--= ["Spring sale", 1400]
--= ["Cart left behind", 700]
--= ["Welcome new customers", 500]

--# stepEvents: errors by their code
--: sample-data/README.md, errorsByCode
--@ sample journey_step_events
SELECT _experience.journeyOrchestration.stepEvents.actionExecutionErrorCode AS code, count(*) AS n FROM journey_step_events WHERE _experience.journeyOrchestration.stepEvents.actionExecutionErrorCode IS DISTINCT FROM NULL GROUP BY code ORDER BY code;
--= ["code", "n"]
--= ["capped", 30]
--= ["timedout", 39]

--# entities: names of journeys joined to their messages
--: sample-data/README.md, sentByJourney
--@ sample ajo_message_feedback_event_dataset
--@ sample ajo_entity_dataset
SELECT e._experience.customerJourneyManagement.entities.journey.journeyName AS journey, count(*) AS sent FROM ajo_message_feedback_event_dataset f INNER JOIN ajo_entity_dataset e ON f._experience.customerJourneyManagement.messageExecution.messageID = e._experience.customerJourneyManagement.entities.channelDetails.messageID WHERE f._experience.customerJourneyManagement.messageDeliveryfeedback.feedbackStatus = 'sent' GROUP BY journey ORDER BY journey;
--= ["journey", "sent"]
--= ["Cart left behind", 1057]
--= ["Spring sale", 2276]
--= ["Welcome new customers", 712]
