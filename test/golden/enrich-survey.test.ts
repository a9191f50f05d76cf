import { moduleSuite } from './module-suite.ts';

moduleSuite([
  {
    module: 'enrich.nps',
    name: 'survey',
    input: {
      dataset: 'nps_survey',
      score: 'score',
      person: 'customer_id',
      time: 'answered_on',
      segment: 'segment',
      drivers: ['product_rating', 'delivery_rating', 'service_rating', 'website_rating', 'price_rating'],
      verbatim: 'verbatim',
      saveAs: 'nps_answers',
    },
    datasets: ['nps_survey'],
  },
  {
    module: 'enrich.nps',
    name: 'score-alone',
    input: { dataset: 'nps_survey', score: 'score', condition: "channel = 'email' -- the largest" },
    datasets: ['nps_survey'],
  },
  {
    module: 'enrich.preferences',
    name: 'movies',
    input: {
      dataset: 'movie_data',
      person: 'email',
      values: 'genres',
      group: 'state',
      top: 2,
      saveAs: 'genre_fans',
    },
    datasets: ['movie_data'],
  },
  {
    module: 'enrich.preferences',
    name: 'lists',
    input: { dataset: 'web_events', person: '_id', values: 'productListItems' },
    datasets: ['web_events'],
  },
]);
