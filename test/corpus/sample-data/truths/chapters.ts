import { cents, count, each, type TruthQueries } from './queries.ts';

const yesterday = 'profile_attribute_2026_05_30';
const today = 'profile_attribute_2026_05_31';
const attributes = {
  city: 'homeAddress.city',
  email: 'personalEmail.address',
  tier: 'loyalty.tier',
  consent: 'consents.marketing.email.val',
};
const changes = Object.entries(attributes)
  .map(([name, path]) => `'${name}: ' || count(*) FILTER (a.${path} IS DISTINCT FROM b.${path})`)
  .join(` || '; ' || `);
const isIn = (segment: string) => `segmentMembership.ups.${segment}.status = 'realized'`;
const segments = ['seg_gold', 'seg_consent', 'seg_recent', 'seg_spender', 'seg_browser'];
const sizes = segments.map((id) => `'${id}: ' || count(*) FILTER (${isIn(id)})`).join(` || '; ' || `);
const decades = '(SELECT count(*) AS size FROM healthcare_customers GROUP BY age // 10, gender, country)';
const kept = `SELECT CRM_ID, ECID FROM identity_events WHERE CRM_ID IS NOT NULL AND ECID <> 39990000000000000001`;

const checkouts = (table: string) => ({
  records: count(table),
  lines: `SELECT sum(len("order".lines)) FROM ${table}`,
  amount: `SELECT ${cents('"order".payment.amount')} FROM ${table}`,
  withCustomer: `SELECT count(customer.id) FROM ${table}`,
});

export const chapterTruths: TruthQueries = {
  'movie_data.csv': {
    rows: 'SELECT count(DISTINCT id) FROM movie_data',
    distinctEmails: 'SELECT count(DISTINCT email) FROM movie_data',
    rowsWithoutEmail: count('movie_data WHERE email IS NULL'),
    rowsByGenre: each('genre', `(SELECT unnest(string_split(genres, '|')) AS genre FROM movie_data)`),
  },
  'profile_attribute_2026_05_30.ndjson.gz': { profiles: count(yesterday) },
  'profile_attribute_2026_05_31.ndjson.gz': {
    profiles: count(today),
    newSinceYesterday: count(`${today} ANTI JOIN ${yesterday} USING (_id)`),
    goneSinceYesterday: count(`${yesterday} ANTI JOIN ${today} USING (_id)`),
    changedSinceYesterday: `SELECT ${changes} FROM ${yesterday} AS a JOIN ${today} AS b USING (_id)`,
    profilesWithBrowser: `SELECT count(identityMap.ecid) FROM ${today}`,
    browserIdentities: `SELECT sum(len(identityMap.ecid)) FROM ${today}`,
    profilesBySegment: `SELECT ${sizes} FROM ${today}`,
    goldAndConsenting: count(`${today} WHERE ${isIn('seg_gold')} AND ${isIn('seg_consent')}`),
    inAllThreeOfGoldConsentingRecent: count(
      `${today} WHERE ${isIn('seg_gold')} AND ${isIn('seg_consent')} AND ${isIn('seg_recent')}`,
    ),
  },
  'br_segment_destination.csv': {
    pairs: count(
      'br_segment_destination JOIN dim_destination USING (destination_id) JOIN profile_segment_definition USING (segment_id)',
    ),
  },
  'airline_loyalty_data.ndjson.gz': {
    transactions: count('airline_loyalty_data'),
    membersByStatus: each('_tenant.loyaltyStatus', 'airline_loyalty_data', 'count(DISTINCT _tenant.membershipNumber)'),
    milesByStatus: each('_tenant.loyaltyStatus', 'airline_loyalty_data', 'sum(_tenant.mileage)'),
    awards: count('airline_loyalty_data WHERE _tenant.mileage < 0'),
  },
  'identity_events.csv': {
    events: count('identity_events'),
    people: 'SELECT count(DISTINCT CRM_ID) FROM identity_events',
    peopleAtTheKiosk: 'SELECT count(DISTINCT CRM_ID) FROM identity_events WHERE ECID = 39990000000000000001',
    crawlerEvents: count('identity_events WHERE ECID = 39990000000000000002'),
    householdsSharingABrowser: count(`(SELECT ECID FROM (${kept}) GROUP BY ECID HAVING count(DISTINCT CRM_ID) > 1)`),
    peopleWithTestEmail: `SELECT count(DISTINCT CRM_ID) FROM identity_events WHERE email = 'test@example.com'`,
    peopleWithPhoneOfZeros: `SELECT count(DISTINCT CRM_ID) FROM identity_events WHERE phone = '000-000-0000'`,
    profilesWhenEveryLinkIsFollowed: componentsOf('TRUE'),
    profilesWithoutBadLinks: componentsOf(`value NOT IN ('39990000000000000001', 'test@example.com', '000-000-0000')`),
  },
  'crm_names.csv': {
    rows: count('crm_names'),
    pairsOneLetterApart: count(
      'crm_names AS a JOIN crm_names AS b ON a.CRM_ID < b.CRM_ID AND levenshtein(a.CRM_ID, b.CRM_ID) = 1',
    ),
  },
  'b2b_contacts.csv': {
    rows: count('b2b_contacts'),
    people: 'SELECT count(DISTINCT first_name || last_name) FROM b2b_contacts',
    companies: `SELECT count(DISTINCT regexp_replace(lower(trim(company)), '(, llc| inc\\.)$', '')) FROM b2b_contacts`,
    rowsBySource: each('source', 'b2b_contacts'),
  },
  'webevents_train.csv': {
    visitors: count('webevents_train'),
    conversions: 'SELECT sum(converted) FROM webevents_train',
  },
  'webevents_test.csv': { visitors: count('webevents_test'), conversions: 'SELECT sum(converted) FROM webevents_test' },
  'webevents_inference.csv': { visitors: count('webevents_inference') },
  'ecommerce_interactions.csv': {
    rows: count('ecommerce_interactions'),
    distinctUsers: 'SELECT count(DISTINCT user_id) FROM ecommerce_interactions',
    distinctUsersByCategory: each('category', 'ecommerce_interactions', 'count(DISTINCT user_id)'),
    distinctUsersOfFootwearAndBags: count(`(
  SELECT user_id FROM ecommerce_interactions WHERE category = 'Footwear'
  INTERSECT
  SELECT user_id FROM ecommerce_interactions WHERE category = 'Bags'
)`),
    distinctUsersOn20260515: `SELECT count(DISTINCT user_id) FROM ecommerce_interactions WHERE event_date = '2026-05-15'`,
  },
  'healthcare_customers.csv': {
    rows: count('healthcare_customers'),
    totalSpent: `SELECT ${cents('total_spent')} FROM healthcare_customers`,
    rowsByDiagnosis: each('diagnosis_code', 'healthcare_customers'),
    groupsOfDecadeGenderCountry: count(decades),
    groupsBelowFive: count(`${decades} WHERE size < 5`),
    rowsInGroupsBelowFive: `SELECT sum(size) FROM ${decades} WHERE size < 5`,
  },
  'checkout_data_batch_1.ndjson.gz': checkouts('checkout_data_batch_1'),
  'checkout_data_batch_2.ndjson.gz': checkouts('checkout_data_batch_2'),
  'checkout_data_batch_3.ndjson.gz': checkouts('checkout_data_batch_3'),
};

/** How many groups of CRM identifiers are connected by shared browsers, emails and telephone numbers. */
function componentsOf(condition: string): string {
  return `WITH RECURSIVE
  links AS (
    SELECT DISTINCT CRM_ID AS person, unnest([ECID::VARCHAR, email, phone]) AS value
    FROM identity_events
    WHERE CRM_ID IS NOT NULL
  ),
  edges AS (
    SELECT DISTINCT a.person AS origin, b.person AS target
    FROM links AS a
    JOIN links AS b USING (value)
    WHERE ${condition}
  ),
  reached AS (
    SELECT DISTINCT person AS origin, person AS target
    FROM links
    UNION
    SELECT reached.origin, edges.target
    FROM reached
    JOIN edges ON edges.origin = reached.target
  )
SELECT count(DISTINCT leader)
FROM (SELECT origin, min(target) AS leader FROM reached GROUP BY origin)`;
}
