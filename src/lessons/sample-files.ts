/** A dataset to try things on: of the sample company, or from life. */
export interface SampleFile {
  /** Its path in the folder of sample data. */
  readonly file: string;
  /** What its rows are, for choosing. */
  readonly about: string;
  readonly topic: (typeof sampleTopics)[number];
}

/** The shelves of sample data, in the order in which they are shown. */
export const sampleTopics = [
  'Shop',
  'Behaviour',
  'Messages and offers',
  'Surveys and models',
  'Profiles and identity',
  'Real data',
] as const;

const sample = (topic: SampleFile['topic'], name: string, about: string): SampleFile => ({
  topic,
  file: `${topic === 'Real data' ? 'real' : 'data'}/${name}`,
  about,
});

/** Every sample dataset, by the name it gets in a project. */
export const sampleFiles: Readonly<Record<string, SampleFile>> = {
  customers: sample('Shop', 'customers.csv', 'Customers with segment and consent'),
  orders: sample('Shop', 'orders.csv', 'Orders of one product each'),
  order_events: sample('Shop', 'order_events.csv', 'Orders and cancellations, as for RFM'),
  cancellations: sample('Shop', 'cancellations.csv', 'Orders that were cancelled, with reasons'),
  product_reviews: sample('Shop', 'product_reviews.csv', 'Reviews with stars and text'),
  product_preferences: sample('Shop', 'product_preferences.csv', 'What customers like, several values in a field'),
  marketing_spend: sample('Shop', 'marketing_spend.csv', 'Spend and revenue by day and channel'),
  subscriptions: sample('Shop', 'subscriptions.csv', 'Members with plan, usage and churn'),
  transactions_clv: sample('Shop', 'transactions_clv.csv', 'Purchases with a known law of lifetimes'),
  ecommerce_interactions: sample(
    'Shop',
    'ecommerce_interactions.csv',
    'People by day and category, for set operations',
  ),
  checkout_data_batch_1: sample('Shop', 'checkout_data_batch_1.ndjson.gz', 'Nested receipts, first delivery'),
  checkout_data_batch_2: sample('Shop', 'checkout_data_batch_2.ndjson.gz', 'Nested receipts, second delivery'),
  checkout_data_batch_3: sample('Shop', 'checkout_data_batch_3.ndjson.gz', 'Nested receipts, third delivery'),
  web_events: sample('Behaviour', 'web_events.ndjson', 'Page views, nested'),
  web_clickstream: sample(
    'Behaviour',
    'web_clickstream.ndjson.gz',
    'Web visits of 90 days in the XDM shape, bots included',
  ),
  events_engagement: sample('Behaviour', 'events_engagement.csv', 'Uses of an app by feature, in weekly cohorts'),
  ab_test: sample('Behaviour', 'ab_test.csv', 'A test of two versions'),
  webevents_train: sample('Behaviour', 'webevents_train.csv', 'Visits with conversions, to train on'),
  webevents_test: sample('Behaviour', 'webevents_test.csv', 'Visits with conversions, to test on'),
  webevents_inference: sample('Behaviour', 'webevents_inference.csv', 'Visits whose conversions are to be predicted'),
  ajo_message_feedback_event_dataset: sample(
    'Messages and offers',
    'ajo_message_feedback_event_dataset.ndjson.gz',
    'Messages sent, bounced and excluded',
  ),
  ajo_email_tracking_experience_event_dataset: sample(
    'Messages and offers',
    'ajo_email_tracking_experience_event_dataset.ndjson.gz',
    'Opens, clicks and unsubscriptions',
  ),
  ajo_entity_dataset: sample('Messages and offers', 'ajo_entity_dataset.ndjson', 'Names of journeys and messages'),
  journey_step_events: sample('Messages and offers', 'journey_step_events.ndjson.gz', 'Steps of journeys by node'),
  decision_object_repository_personalized_offers: sample(
    'Messages and offers',
    'decision_object_repository_personalized_offers.ndjson',
    'Personalised offers',
  ),
  decision_object_repository_fallback_offers: sample(
    'Messages and offers',
    'decision_object_repository_fallback_offers.ndjson',
    'Fallback offers',
  ),
  decision_object_repository_placements: sample(
    'Messages and offers',
    'decision_object_repository_placements.ndjson',
    'Places where offers are shown',
  ),
  decision_object_repository_decisions: sample(
    'Messages and offers',
    'decision_object_repository_decisions.ndjson',
    'Decisions: which offers compete where',
  ),
  ode_decisionevents_shop_decision: sample(
    'Messages and offers',
    'ode_decisionevents_shop_decision.ndjson.gz',
    'Propositions made',
  ),
  nps_survey: sample('Surveys and models', 'nps_survey.csv', 'Recommendation scores with drivers and comments'),
  loans: sample('Surveys and models', 'loans.csv', 'Loan offers taken or not'),
  movie_data: sample('Surveys and models', 'movie_data.csv', 'Films seen, by genre'),
  healthcare_customers: sample('Surveys and models', 'healthcare_customers.csv', 'Quasi-identifiers, for anonymity'),
  airline_loyalty_data: sample('Surveys and models', 'airline_loyalty_data.ndjson.gz', 'Members, flights and miles'),
  duplicate_contacts: sample(
    'Profiles and identity',
    'duplicate_contacts.csv',
    'Contacts of three sources, with typing errors',
  ),
  duplicate_contacts_truth: sample(
    'Profiles and identity',
    'duplicate_contacts_truth.csv',
    'Which of them are one person',
  ),
  b2b_contacts: sample('Profiles and identity', 'b2b_contacts.csv', 'Business contacts by company'),
  crm_names: sample('Profiles and identity', 'crm_names.csv', 'Names one letter apart'),
  identity_events: sample('Profiles and identity', 'identity_events.csv', 'Events that carry several identities'),
  profile_attribute_2026_05_30: sample(
    'Profiles and identity',
    'profile_attribute_2026_05_30.ndjson.gz',
    'Profile snapshot of one day',
  ),
  profile_attribute_2026_05_31: sample(
    'Profiles and identity',
    'profile_attribute_2026_05_31.ndjson.gz',
    'Profile snapshot of the next day',
  ),
  profile_segment_definition: sample('Profiles and identity', 'profile_segment_definition.csv', 'Names of audiences'),
  dim_destination: sample('Profiles and identity', 'dim_destination.csv', 'Destinations'),
  br_segment_destination: sample('Profiles and identity', 'br_segment_destination.csv', 'Which audience goes where'),
  airports: sample('Real data', 'airports.csv', 'Airports of the United States with their place'),
  flight_routes: sample('Real data', 'flight_routes.csv', 'Flights of 2008 from airport to airport'),
  bird_strikes: sample('Real data', 'bird_strikes.csv.gz', 'Aircraft that met birds, with damage and cost'),
};
