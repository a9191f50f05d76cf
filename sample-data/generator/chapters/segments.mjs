/** Audiences by their identifier, and the people who are in them. */
export const segments = [
  { id: 'seg_gold', name: 'Gold tier', has: ({ tier }) => tier === 'gold' },
  { id: 'seg_consent', name: 'May be written to', has: ({ consent }) => consent },
  {
    id: 'seg_recent',
    name: 'Bought since March 2026',
    has: ({ lastOrder }) => lastOrder !== undefined && lastOrder >= Date.UTC(2026, 2, 1),
  },
  { id: 'seg_spender', name: 'Spent a thousand dollars', has: ({ spent }) => spent >= 1000 },
  { id: 'seg_browser', name: 'Known browser', has: ({ browsers }) => browsers.length > 0 },
];

/** Where audiences can be sent: identifier, name, kind. */
export const destinations = [
  ['dest_mail', 'Newsletter tool', 'email'],
  ['dest_ads', 'Advertising network', 'advertising'],
  ['dest_bucket', 'Warehouse bucket', 'cloud storage'],
];

/** Which audience goes where. */
export const segmentDestinations = [
  ['seg_gold', 'dest_mail'],
  ['seg_gold', 'dest_bucket'],
  ['seg_consent', 'dest_mail'],
  ['seg_recent', 'dest_ads'],
  ['seg_recent', 'dest_bucket'],
  ['seg_spender', 'dest_bucket'],
];
