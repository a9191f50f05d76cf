import { day } from '../formats.mjs';

/** Three journeys, each with a first message and a reminder to those who did not open it. */
export const journeys = [
  {
    key: 'welcome',
    name: 'Welcome new customers',
    from: Date.UTC(2026, 3, 1, 9),
    days: 45,
    entries: 500,
    openRate: 0.48,
    clickRate: 0.3,
    subjects: ['Welcome to the shop', 'Still finding your way?'],
    of: ({ segment }) => segment === 'new',
  },
  {
    key: 'cart',
    name: 'Cart left behind',
    from: Date.UTC(2026, 3, 1, 9),
    days: 55,
    entries: 700,
    openRate: 0.41,
    clickRate: 0.36,
    subjects: ['You left something behind', 'Your cart will not wait for ever'],
    of: () => true,
  },
  {
    key: 'spring',
    name: 'Spring sale',
    from: Date.UTC(2026, 4, 4, 9),
    days: 2,
    entries: 1400,
    openRate: 0.27,
    clickRate: 0.18,
    subjects: ['Spring is here', 'Last days of the spring sale'],
    of: () => true,
  },
];

/** Who bounces: the share of messages to a domain, and the reasons with their weights. */
export const domains = {
  'example.com': { share: 60, bounceRate: 0.015 },
  'example.net': { share: 25, bounceRate: 0.04 },
  'example.org': { share: 15, bounceRate: 0.09 },
};

/** Why a message bounces, with its weight. */
export const failures = [
  [{ reason: 'Invalid mailbox', type: 'Hard', category: 'sync', code: '20' }, 45],
  [{ reason: 'Domain not found', type: 'Hard', category: 'sync', code: '21' }, 10],
  [{ reason: 'Mailbox full', type: 'Soft', category: 'async', code: '22' }, 30],
  [{ reason: 'Blocked by policy', type: 'Soft', category: 'async', code: '26' }, 15],
];

/** Errors of the action that sends, with their weights; none for most. */
export const actionErrors = [
  [undefined, 980],
  ['timedout', 12],
  ['capped', 8],
];

/** The steps of every journey, in order: name, type. */
export const nodes = {
  entry: ['Entry', 'start'],
  first: ['First message', 'action'],
  wait: ['Wait three days', 'wait'],
  opened: ['Opened?', 'condition'],
  reminder: ['Reminder', 'action'],
  end: ['End', 'end'],
};

/** How long a journey waits between its two messages, in milliseconds. */
export const waiting = 3 * day;
