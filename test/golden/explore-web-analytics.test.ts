import { moduleSuite } from './module-suite.ts';

moduleSuite([
  {
    module: 'explore.web-analytics',
    name: 'clickstream',
    input: {
      dataset: 'web_clickstream',
      person: 'identityMap.ECID[1].id',
      time: 'timestamp',
      signedIn: 'identityMap.CRMID[1].id',
      page: 'web.webPageDetails.name',
      channel: 'marketing.channel',
      event: 'eventType',
      conversion: 'commerce.purchases',
      revenue: 'commerce."order".priceTotal',
      device: 'device.type',
      place: 'placeContext.geo.stateProvince',
      eventId: '_id',
      saveAs: 'visits',
    },
    datasets: ['web_clickstream'],
  },
  {
    module: 'explore.web-analytics',
    name: 'flat',
    input: { dataset: 'events_engagement', person: 'user_id', time: 'event_time', timeout: 10, withoutBots: false },
    datasets: ['events_engagement'],
  },
]);
