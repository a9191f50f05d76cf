/** Rows of the tables: `people` have ten events each; the other tables follow from that. */
export interface TableSize {
  readonly people: number;
}

export type TableName = keyof typeof tables;

/** The statement that makes a table, the same wherever it is made. */
export function tableStatement(name: TableName, size: TableSize): string {
  return `CREATE TABLE ${name} AS\n${tables[name](size)}`;
}

const tables = {
  /** Ten events a person over 90 days: what, by whom, when, for how much. */
  events: ({ people }: TableSize) => `SELECT
  'p' || (hash(i) % ${people}) AS person,
  TIMESTAMP '2025-01-01' + to_seconds((hash(i, 1) % 7_776_000)::BIGINT) AS event_time,
  ['view', 'view', 'view', 'cart', 'buy'][(1 + hash(i, 2) % 5)::INTEGER] AS event,
  (hash(i, 3) % 10_000)::DOUBLE / 100 AS amount
FROM range(${people * 10}) AS numbers(i)`,
  customers: ({ people }: TableSize) => `SELECT
  'p' || i AS person,
  ['north', 'south', 'east', 'west'][(1 + hash(i) % 4)::INTEGER] AS region,
  (18 + hash(i, 1) % 60)::INTEGER AS age
FROM range(${people}) AS numbers(i)`,
  /** Visits of five events, two visits a browser. */
  page_events: ({ people }: TableSize) => `SELECT
  'v' || (hash(i // 5) % ${people / 5}) AS browser,
  TIMESTAMP '2025-01-01' + to_seconds((hash(i // 5, 1) % 5_184_000)::BIGINT + i % 5 * 250 + (hash(i) % 200)::BIGINT) AS event_time,
  CASE WHEN hash(i // 5, 2) % 3 = 0 THEN 'c' || (hash(i // 5) % ${people / 5}) END AS customer,
  'page ' || (hash(i, 1) % 40) AS page,
  ['search', 'mail', 'social', 'direct', 'partner'][(1 + hash(i // 5, 3) % 5)::INTEGER] AS channel,
  ['phone', 'desktop', 'tablet'][(1 + hash(i // 5, 4) % 3)::INTEGER] AS device,
  'place ' || (hash(i // 5, 5) % 20) AS place,
  CASE WHEN hash(i, 2) % 40 = 0 THEN 'purchase' ELSE 'view' END AS event,
  CASE WHEN hash(i, 2) % 40 = 0 THEN (hash(i, 3) % 10_000)::DOUBLE / 100 END AS revenue
FROM range(${people * 2}) AS numbers(i)`,
  /** Two reports a message. */
  feedback: ({ people }: TableSize) => `SELECT
  'f' || i AS _id,
  TIMESTAMP '2025-01-01' + to_seconds((hash(i // 2) % 5_184_000)::BIGINT + i % 2 * 60) AS timestamp,
  {'customerJourneyManagement': {
    'messageExecution': {'messageExecutionID': 'x' || (i // 2), 'messageID': 'm' || (hash(i // 2, 1) % 50)},
    'messageDeliveryfeedback': {
      'feedbackStatus': CASE WHEN i % 2 = 0 THEN 'delay' WHEN hash(i, 2) % 20 = 0 THEN 'bounce' ELSE 'sent' END,
      'messageFailure': {'reason': CASE WHEN hash(i, 2) % 20 = 0 THEN 'full ' || hash(i, 3) % 4 END, 'type': 'Hard'}
    },
    'emailChannelContext': {'address': 'p' || (hash(i // 2, 4) % ${people}) || '@mail' || (hash(i // 2, 4) % 8) || '.example'}
  }} AS _experience
FROM range(${people * 2}) AS numbers(i)`,
  tracking: ({ people }: TableSize) => `SELECT
  't' || i AS _id,
  TIMESTAMP '2025-01-02' + to_seconds((hash(i) % 5_184_000)::BIGINT) AS timestamp,
  {'customerJourneyManagement': {
    'messageExecution': {'messageExecutionID': 'x' || (hash(i, 1) % ${people})},
    'messageInteraction': {'interactionType': ['open', 'open', 'open', 'click', 'unsubscribe'][(1 + hash(i, 2) % 5)::INTEGER]}
  }} AS _experience
FROM range(${people}) AS numbers(i)`,
  journey_steps: ({ people }: TableSize) => `SELECT
  TIMESTAMP '2025-01-01' + to_seconds((hash(i // 4) % 5_184_000)::BIGINT + i % 4 * 3600 + (hash(i) % 3600)::BIGINT) AS timestamp,
  {'journeyOrchestration': {'stepEvents': {
    'journeyVersionName': 'journey ' || (hash(i // 4) % 5),
    'nodeID': 'n' || (hash(i // 4) % 5) || '-' || i % 4,
    'nodeName': 'node ' || i % 4,
    'nodeType': ['start', 'condition', 'action', 'end'][(1 + i % 4)::INTEGER],
    'instanceID': 'i' || (i // 4),
    'actionExecutionErrorCode': CASE WHEN hash(i, 1) % 100 = 0 THEN 'timedout' END
  }}} AS _experience
FROM range(${people}) AS numbers(i)`,
  message_names: () => `SELECT
  TIMESTAMP '2024-12-01' AS timestamp,
  {'customerJourneyManagement': {'entities': {
    'journey': {'journeyName': 'journey ' || i % 5, 'journeyActionName': 'action ' || i},
    'channelDetails': {'email': {'subject': 'subject ' || i}, 'messageID': 'm' || i}
  }}} AS _experience
FROM range(50) AS numbers(i)`,
  /** Two places a decision, one offer each; every tenth a fallback. */
  decisions: ({ people }: TableSize) => `SELECT
  'd' || i AS _id,
  TIMESTAMP '2025-01-01' + to_seconds((hash(i) % 5_184_000)::BIGINT) AS timestamp,
  {'decisioning': {'propositionDetails': list_transform([1, 2], lambda place: {
    'activity': {'id': 'a1', 'name': 'decision ' || place},
    'placement': {'id': 'place' || place, 'name': 'Place ' || place},
    'selections': CASE WHEN hash(i, place) % 10 > 0 THEN [{'id': 'o' || (hash(i, place, 1) % 30), 'name': 'Offer'}] END,
    'fallback': {'id': CASE WHEN hash(i, place) % 10 = 0 THEN 'fallback' END}
  })}} AS _experience
FROM range(${people / 2}) AS numbers(i)`,
  offers: () => `SELECT
  'o' || i AS _id,
  {'decisioning': {
    'name': 'Offer ' || i,
    'lifecycleStatus': 'Live',
    'calendarConstraints': {'startDate': TIMESTAMP '2024-01-01', 'endDate': TIMESTAMP '2030-01-01'},
    'ranking': {'priority': i},
    'contents': [{'placement': 'place1'}, {'placement': 'place2'}]
  }} AS _experience
FROM range(30) AS numbers(i)`,
  placements: () => `SELECT
  'place' || i AS _id,
  {'decisioning': {'name': 'Place ' || i, 'channelID': 'web'}} AS _experience
FROM range(1, 3) AS numbers(i)`,
  /** Nested events with two products each. */
  nested_events: ({ people }: TableSize) => `SELECT
  'e' || i AS _id,
  TIMESTAMP '2025-01-01' + to_seconds((hash(i) % 5_184_000)::BIGINT) AS timestamp,
  ['commerce.purchases', 'web.pageViews'][(1 + hash(i, 1) % 2)::INTEGER] AS eventType,
  {'ECID': [{'id': 'p' || (hash(i, 2) % ${people})}]} AS identityMap,
  {'webPageDetails': {'name': 'page ' || (hash(i, 3) % 40), 'URL': 'https://shop.example/' || (hash(i, 3) % 40)}} AS web,
  list_transform([1, 2], lambda place: {
    'SKU': 'sku ' || (hash(i, place) % 500), 'quantity': place, 'priceTotal': (hash(i, place, 1) % 10_000)::DOUBLE / 100
  }) AS productListItems
FROM range(${people / 2}) AS numbers(i)`,
  /** Invitations, two of five answered. */
  survey: ({ people }: TableSize) => `SELECT
  'p' || i AS person,
  ['gold', 'silver', 'bronze'][(1 + hash(i) % 3)::INTEGER] AS segment,
  TIMESTAMP '2025-01-01' + to_seconds((hash(i, 1) % 15_552_000)::BIGINT) AS answered_at,
  CASE WHEN hash(i, 2) % 5 < 2 THEN (hash(i, 3) % 11)::INTEGER END AS score,
  (1 + hash(i, 4) % 5)::INTEGER AS rating_price,
  (1 + (hash(i, 5) % 3 + hash(i, 3) % 11) // 3)::INTEGER AS rating_service
FROM range(${people * 2}) AS numbers(i)`,
  /** Three likes in one text. */
  likes: ({ people }: TableSize) => `SELECT
  'p' || i || '@mail.example' AS email,
  'state ' || (hash(i) % 50) AS state,
  'genre ' || (hash(i, 1) % 20) || '|genre ' || (hash(i, 2) % 20) || '|genre ' || (hash(i, 3) % 20) AS genres
FROM range(${people}) AS numbers(i)`,
  /** Three lines an order, of 200 products with some more frequent. */
  order_lines: ({ people }: TableSize) => `SELECT
  'o' || (i // 3) AS order_id,
  'product ' || (sqrt((hash(i) % 40_000)::DOUBLE))::INTEGER AS product
FROM range(${people * 3}) AS numbers(i)`,
} as const satisfies Readonly<Record<string, (size: TableSize) => string>>;
