import { moduleSuite } from './module-suite.ts';

moduleSuite([
  {
    module: 'explore.journey-messages',
    name: 'spring',
    input: {
      feedback: 'ajo_message_feedback_event_dataset',
      tracking: 'ajo_email_tracking_experience_event_dataset',
      steps: 'journey_step_events',
      entities: 'ajo_entity_dataset',
      saveAs: 'message_results',
    },
    datasets: [
      'ajo_message_feedback_event_dataset',
      'ajo_email_tracking_experience_event_dataset',
      'journey_step_events',
      'ajo_entity_dataset',
    ],
  },
  {
    module: 'explore.offers',
    name: 'may',
    input: {
      decisions: 'ode_decisionevents_shop_decision',
      offers: 'decision_object_repository_personalized_offers',
      placements: 'decision_object_repository_placements',
      saveAs: 'offers_proposed',
    },
    datasets: [
      'ode_decisionevents_shop_decision',
      'decision_object_repository_personalized_offers',
      'decision_object_repository_placements',
    ],
  },
]);
