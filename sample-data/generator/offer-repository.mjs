const offerRows = [
  ['1', 'Ten percent off footwear', 'Live', '2026-04-01', '2026-07-01', 30, 'Footwear', 'anySegments'],
  ['2', 'Free shipping', 'Live', '2026-01-01', '2027-01-01', 10, 'All', 'none'],
  ['3', 'Rain jacket days', 'Live', '2026-05-01', '2026-05-25', 50, 'Outerwear', 'none'],
  ['4', 'Loyal customers first', 'Live', '2026-03-01', '2026-09-01', 80, 'All', 'allSegments'],
  ['5', 'Day pack with a bottle', 'Approved', '2026-06-01', '2026-08-01', 20, 'Bags', 'none'],
  ['6', 'Winter clearance', 'Archived', '2025-12-01', '2026-02-15', 40, 'Outerwear', 'none'],
  ['7', 'Lamp for dark trails', 'Draft', '2026-09-01', '2026-12-01', 0, 'Accessories', 'none'],
];

const ids = {
  offer: (key) => `xcore:personalized-offer:11${key.padStart(4, '0')}`,
  placement: (key) => `xcore:offer-placement:12${key.padStart(4, '0')}`,
};
const segments = [{ _id: 'loyal', namespace: { code: 'ups' }, xid: 'loyal' }];
const record = (id, decisioning) => ({ _id: id, _repo: { etag: `"${id.slice(-6)}"` }, _experience: { decisioning } });

/** The share of each offer in propositions, in the order of the offers; the last share is the fallback's. */
export const propositionShares = [22, 30, 14, 18, 0, 0, 0, 16];

/** Where offers are shown. */
export const placements = [
  ['1', 'Home page banner', 'https://ns.adobe.com/xdm/channel-types/web', 'image', ['image/jpeg', 'image/png']],
  ['2', 'Newsletter top', 'https://ns.adobe.com/xdm/channel-types/email', 'html', ['text/html']],
  ['3', 'App card', 'https://ns.adobe.com/xdm/channel-types/mobile', 'json', ['application/json']],
].map(([key, name, channelID, componentType, contentTypes]) =>
  record(ids.placement(key), { name, description: `${name} of the shop`, channelID, componentType, contentTypes }),
);

const content = (name, placement, format) => ({
  placement,
  components: [
    {
      _type: 'https://ns.adobe.com/experience/offer-management/content-component-html',
      _dc: { format, language: ['en-us'] },
      content: `<p>${name}</p>`,
      linkURL: 'https://shop.example.com/',
    },
  ],
});
const contentsOf = (name, count) =>
  placements
    .slice(0, count)
    .map(({ _id }, index) => content(name, _id, ['image/jpeg', 'text/html', 'application/json'][index]));

/** The personalized offers, in all states of their life. */
export const offers = offerRows.map(([key, name, lifecycleStatus, start, end, priority, category, constraint], index) =>
  record(ids.offer(key), {
    name,
    lifecycleStatus,
    calendarConstraints: { startDate: `${start}T00:00:00.000Z`, endDate: `${end}T00:00:00.000Z` },
    characteristics: { category, season: index < 5 ? 'summer' : 'winter' },
    contents: contentsOf(name, 1 + (index % 3)),
    profileConstraints: {
      description: constraint === 'none' ? 'Everyone' : 'Members of the audience of loyal customers',
      profileConstraintType: constraint,
      ...(constraint !== 'none' && { segmentIdentities: segments }),
    },
    ranking: { priority, order: { orderEvaluationType: 'static' } },
    tags: [`xcore:tag:13${String(1 + (index % 2)).padStart(4, '0')}`],
  }),
);

/** What is shown when no offer fits. */
export const fallbacks = [
  record('xcore:fallback-offer:140001', {
    name: 'Discover the shop',
    lifecycleStatus: 'Live',
    characteristics: { category: 'All' },
    contents: contentsOf('Discover the shop', 3),
    tags: ['xcore:tag:130001'],
  }),
];

/** The decisions, formerly called activities: which placements they fill. */
export const decisions = [
  ['1', 'Web and app', ['1', '3']],
  ['2', 'Newsletter', ['2']],
].map(([key, name, keys]) =>
  record(`xcore:offer-activity:15${key.padStart(4, '0')}`, {
    name,
    startTime: '2026-01-01T00:00:00.000Z',
    endTime: '2027-01-01T00:00:00.000Z',
    fallback: fallbacks[0]._id,
    criteria: keys.map((placement) => ({
      description: `Offers of ${name}`,
      placements: [ids.placement(placement)],
      optionSelection: { optionSelectionType: 'directList', options: offers.slice(0, 4).map(({ _id }) => _id) },
      profileConstraints: { profileConstraintType: 'none' },
      ranking: { priority: 0, order: { orderEvaluationType: 'static' } },
    })),
  }),
);
