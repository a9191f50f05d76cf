import { ascii, products } from '../catalog.mjs';
import { depths } from './visits.mjs';

const site = 'https://shop.example.com';
const sources = {
  direct: { type: 'typed_bookmarked' },
  'organic search': { type: 'search_engine', url: 'https://search.example.org/' },
  'paid search': { type: 'search_engine', url: 'https://search.example.org/ads', code: 'ps:spring26' },
  email: { type: 'email', url: 'https://mail.example.net/', code: 'em:newsletter' },
  social: { type: 'social', url: 'https://social.example.net/', code: 'so:outdoor' },
  affiliate: { type: 'external', url: 'https://deals.example.org/', code: 'af:deals' },
};
const eventTypes = [
  'web.webpagedetails.pageViews',
  'commerce.productViews',
  'commerce.productListAdds',
  'commerce.checkouts',
  'commerce.purchases',
];
const skuOf = new Map(products.map(([name], index) => [name, `SKU-${101 + index}`]));
const hyphens = (name) => name.toLowerCase().replaceAll(' ', '-');

/** The records of one visit, without `_id`. */
export function visitRecords(visit, number) {
  const { visitor, pages, source } = visit;
  let isSignedIn = false;
  return pages.map((view, index) => {
    isSignedIn ||= index >= visit.signInAt || (view.step ?? 0) >= visit.signInAt;
    return {
      timestamp: new Date(view.time).toISOString(),
      eventType: eventTypes[view.step ?? 0],
      ...identities(visitor, isSignedIn),
      web: webOf(view, index === 0 ? sources[source] : undefined),
      ...(index === 0 && {
        marketing: { channel: source, ...(sources[source].code && { trackingCode: sources[source].code }) },
      }),
      ...commerceOf(view),
      placeContext: {
        geo: { countryCode: 'US', stateProvince: visitor.state, city: visitor.city, postalCode: visitor.zip },
      },
      environment: { browserDetails: { userAgent: visitor.browser } },
      device: { type: visitor.device },
      _experience: { analytics: { session: { num: number, depth: index + 1 } } },
    };
  });
}

/** The records of one session of a bot, without `_id`. */
export function botRecords({ bot, times }) {
  return times.map((time, index) => {
    const [name] = products[index % products.length];
    return {
      timestamp: new Date(time).toISOString(),
      eventType: eventTypes[0],
      ...identities({ id: bot }, false),
      web: webOf({ page: 'product', item: { name } }),
      placeContext: { geo: { countryCode: 'US', stateProvince: 'VA', city: 'Ashburn', postalCode: '20147' } },
      environment: { browserDetails: { userAgent: 'Mozilla/5.0 (X11) HeadlessChrome/124' } },
      device: { type: 'desktop' },
    };
  });
}

function identities({ id, customer }, isSignedIn) {
  const experience = { mcid: { id }, ...(isSignedIn && { emailid: { id: customer.email } }) };
  return {
    identityMap: { ECID: [{ id, primary: true }], ...(isSignedIn && { CRMID: [{ id: customer.id, primary: false }] }) },
    endUserIDs: { _experience: experience },
  };
}

function webOf({ page, item }, source) {
  const path = page === 'home' ? '/' : page === 'product' ? `/product/${hyphens(item.name)}` : `/${ascii(page)}`;
  return {
    webPageDetails: { name: page, URL: site + path, isHomePage: page === 'home', pageViews: { value: 1 } },
    ...(source && { webReferrer: { type: source.type, ...(source.url && { URL: source.url }) } }),
  };
}

function commerceOf({ step, item, order }) {
  if (!step) return {};
  const purchase = order && { order: { purchaseID: order.id, priceTotal: order.amount, currencyCode: 'USD' } };
  return {
    commerce: { [depths[step]]: { value: 1 }, ...purchase },
    productListItems: [{ SKU: skuOf.get(item.name), name: item.name, quantity: item.quantity, priceTotal: item.price }],
  };
}
