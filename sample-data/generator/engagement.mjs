import { csv, day, isoDay, isoSecond, round, tally } from './formats.mjs';
import { createStream } from './random.mjs';

const from = Date.UTC(2026, 1, 2);
const last = Date.UTC(2026, 4, 31);
const weeks = 10;
const usersPerWeek = 120;
const features = [
  ['home feed', 34],
  ['trail map', 22],
  ['shop', 18],
  ['log a hike', 12],
  ['share', 8],
  ['offline map', 6],
];

/** The share of a weekly cohort that comes back `days` later: it falls with time, and each cohort is a little better. */
const share = (cohort, days) => (0.36 + 0.012 * cohort) * (0.28 + 0.72 / (1 + 0.22 * (days - 1)));

/** The app: ten weekly cohorts of customers. Of each, an exact number comes back on each day after the first. */
export function makeEngagement({ customers }) {
  const stream = createStream('engagement');
  const people = stream.sample(customers, weeks * usersPerWeek);
  const cohorts = Array.from({ length: weeks }, (_, cohort) => {
    const start = from + cohort * 7 * day;
    const users = people
      .slice(cohort * usersPerWeek, (cohort + 1) * usersPerWeek)
      .map(({ id }) => ({ id, first: start + stream.between(0, 6) * day }));
    const active = Array.from({ length: Math.floor((last - start) / day) + 1 }, (_, days) => {
      const count = days === 0 ? usersPerWeek : Math.round(usersPerWeek * share(cohort, days));
      return stream.sample(users, count).filter(({ first }) => first + days * day <= last);
    });
    return { start, users, active };
  });
  const events = cohorts
    .flatMap(({ active }) =>
      active.flatMap((users, days) => users.flatMap((user) => usesOf(stream, user, user.first + days * day))),
    )
    .sort((a, b) => a.time - b.time || (a.user.id < b.user.id ? -1 : a.user.id > b.user.id ? 1 : 0));
  const retention = (days) =>
    Object.fromEntries(
      cohorts
        .filter(({ start }) => start + (6 + days) * day <= last)
        .map(({ start, active }) => [isoDay(start), round(active[days].length / usersPerWeek, 4)]),
    );
  return {
    files: {
      'events_engagement.csv': csv(
        ['user_id', 'event_time', 'feature'],
        events.map(({ user, time, feature }) => [user.id, isoSecond(time), feature]),
      ),
    },
    truths: {
      'events_engagement.csv': {
        events: events.length,
        users: people.length,
        eventsByFeature: tally(events, ({ feature }) => feature),
        retentionOnDay1ByCohort: retention(1),
        retentionOnDay7ByCohort: retention(7),
        retentionOnDay30ByCohort: retention(30),
        activeUsersOn20260515: new Set(
          events.filter(({ time }) => isoDay(time) === '2026-05-15').map(({ user }) => user),
        ).size,
      },
    },
  };
}

function usesOf(stream, user, date) {
  const start = date + stream.between(6 * 60, 21 * 60) * 60_000;
  return Array.from(
    {
      length: stream.weighted([
        [1, 55],
        [2, 30],
        [3, 15],
      ]),
    },
    (_, index) => ({ user, time: start + index * stream.between(10, 200) * 1000, feature: stream.weighted(features) }),
  );
}
