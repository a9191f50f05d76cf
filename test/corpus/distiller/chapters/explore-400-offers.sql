--% EXPLORE 400: offer decisioning

--# explode: propositions of all events
--: sample-data/README.md, propositions and propositionsByPlacement
--@ sample ode_decisionevents_shop_decision
SELECT p.placement.name AS placement, count(*) AS n FROM (SELECT explode(_experience.decisioning.propositionDetails) AS p FROM ode_decisionevents_shop_decision) GROUP BY p.placement.name ORDER BY placement;
--= ["placement", "n"]
--= ["App card", 1525]
--= ["Home page banner", 1525]
--= ["Newsletter top", 1475]

--# explode: selections of propositions
--: Data Distiller docs; sample-data/README.md, selectionsByOffer
--@ sample ode_decisionevents_shop_decision
SELECT s.name AS offer, count(*) AS n FROM (SELECT explode(p.selections) AS s FROM (SELECT explode(_experience.decisioning.propositionDetails) AS p FROM ode_decisionevents_shop_decision)) GROUP BY offer ORDER BY offer;
--= ["offer", "n"]
--= ["Free shipping", 1390]
--= ["Loyal customers first", 843]
--= ["Rain jacket days", 523]
--= ["Ten percent off footwear", 919]

--# comma join: priority of the offers proposed
--: sample-data/README.md, averagePriorityOfSelections
--@ sample ode_decisionevents_shop_decision
--@ sample decision_object_repository_personalized_offers
SELECT round(avg(po._experience.decisioning.ranking.priority), 3) AS priority FROM (SELECT explode(p.selections) AS s FROM (SELECT explode(_experience.decisioning.propositionDetails) AS p FROM ode_decisionevents_shop_decision)) AS proposed, decision_object_repository_personalized_offers AS po WHERE proposed.s.id = po._id;
--= ["priority"]
--= [36.751]

--# calendarConstraints: offers that are live on a day
--: sample-data/README.md, offersByStatus and liveOn20260531
--@ sample decision_object_repository_personalized_offers
SELECT count(*) AS live FROM decision_object_repository_personalized_offers WHERE _experience.decisioning.lifecycleStatus = 'Live' AND TIMESTAMP '2026-05-31 12:00:00' BETWEEN _experience.decisioning.calendarConstraints.startDate AND _experience.decisioning.calendarConstraints.endDate;
--= ["live"]
--= [3]

--# explode: contents by placement
--: sample-data/README.md, contentsByPlacement
--@ sample decision_object_repository_personalized_offers
SELECT c.placement AS placement, count(*) AS n FROM decision_object_repository_personalized_offers LATERAL VIEW explode(_experience.decisioning.contents) v AS c GROUP BY c.placement ORDER BY n DESC;
--= ["placement", "n"]
--= ["xcore:offer-placement:120001", 7]
--= ["xcore:offer-placement:120002", 4]
--= ["xcore:offer-placement:120003", 2]

--# HOUR: events between twelve and one
--: sample-data/README.md, eventsFromTwelveToOne
--@ sample ode_decisionevents_shop_decision
SELECT count(*) AS n FROM ode_decisionevents_shop_decision WHERE HOUR(timestamp) = 12;
--= ["n"]
--= [147]
