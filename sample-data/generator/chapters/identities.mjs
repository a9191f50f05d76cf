import { csv, isoSecond } from '../formats.mjs';
import { createStream } from '../random.mjs';

const personCount = 600;
const kiosk = '39990000000000000001';
const crawler = '39990000000000000002';
const from = Date.UTC(2026, 3, 1);

/**
 * Events with the identities seen in them. Links that must not be followed are known: a kiosk of a store, twelve
 * household browsers, a crawler, and filler values for email and phone.
 */
export function makeIdentities({ customers }) {
  const stream = createStream('identities');
  const people = stream.sample(customers, personCount).map((customer, index) => ({
    customer,
    browsers: Array.from(
      {
        length: stream.weighted([
          [1, 60],
          [2, 30],
          [3, 10],
        ]),
      },
      (_, at) => `3888${String(index).padStart(8, '0')}${String(at).padStart(8, '0')}`,
    ),
  }));
  for (let pair = 0; pair < 12; pair++) people[2 * pair + 1].browsers[0] = people[2 * pair].browsers[0];
  const kioskUsers = new Set(people.slice(100, 145));
  const testMail = new Set(people.slice(200, 225));
  const emptyPhone = new Set(people.slice(300, 330));
  const events = people.flatMap((person) => {
    const browsers = [...person.browsers, ...(kioskUsers.has(person) ? [kiosk] : [])];
    return browsers.flatMap((browser) =>
      Array.from({ length: stream.between(2, 7) }, (_, index) =>
        eventOf(stream, person, browser, { isSignedIn: index === 0 || stream.chance(0.5), testMail, emptyPhone }),
      ),
    );
  });
  const crawled = Array.from({ length: 400 }, (_, index) => ({ time: from + index * 60_000, browser: crawler }));
  const rows = [...events, ...crawled].sort((a, b) => a.time - b.time || (a.browser < b.browser ? -1 : 1));
  return {
    files: {
      'identity_events.csv': csv(
        ['event_time', 'CRM_ID', 'email', 'phone', 'ECID'],
        rows.map((row) => [isoSecond(row.time), row.crm, row.email, row.phone, row.browser]),
      ),
    },
    truths: {
      'identity_events.csv': {
        events: rows.length,
        people: personCount,
        kioskBrowser: kiosk,
        peopleAtTheKiosk: kioskUsers.size,
        crawlerBrowser: crawler,
        crawlerEvents: crawled.length,
        householdsSharingABrowser: 12,
        peopleWithTestEmail: testMail.size,
        peopleWithPhoneOfZeros: emptyPhone.size,
        profilesWhenEveryLinkIsFollowed: componentCount(people, [kioskUsers, testMail, emptyPhone]),
        profilesWithoutBadLinks: personCount - 12,
      },
    },
  };
}

function eventOf(stream, person, browser, { isSignedIn, testMail, emptyPhone }) {
  const time = from + stream.between(0, 60 * 24 * 60) * 60_000;
  if (!isSignedIn) return { time, browser };
  const { customer } = person;
  return {
    time,
    browser,
    crm: customer.id,
    email: testMail.has(person) ? 'test@example.com' : customer.email,
    phone: emptyPhone.has(person) ? '000-000-0000' : customer.phone,
  };
}

/** How many groups are left when people are joined in each group, and the twelve pairs of households. */
function componentCount(people, groups) {
  const leader = people.map((_, index) => index);
  const find = (index) => (leader[index] === index ? index : find(leader[index]));
  const join = (a, b) => (leader[find(a)] = find(b));
  for (let pair = 0; pair < 12; pair++) join(2 * pair, 2 * pair + 1);
  for (const group of groups) {
    const members = people.flatMap((person, index) => (group.has(person) ? [index] : []));
    for (const member of members) join(member, members[0]);
  }
  return people.filter((_, index) => find(index) === index).length;
}
