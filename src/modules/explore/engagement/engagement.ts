import { z } from 'zod';
import { sql } from '../../../core/sql.ts';
import { defineModule } from '../../contract.ts';
import { choiceField } from '../../fields.ts';
import { eventChecks } from '../events/event-checks.ts';
import { eventsField, keepField, personField, rowFields, timeField } from '../events/event-fields.ts';
import { normalisedEvents, timeSql } from '../events/normalise.ts';
import { keptRows, tableStep, viewStep } from '../events/steps.ts';
import { suggestEvents } from '../events/suggest-events.ts';
import { engagementFindings, shortTime } from './engagement-findings.ts';
import { dailyActivitySql, lifecycleSql, neighbourDaysSql } from './engagement-sql.ts';

const input = z.object({
  dataset: eventsField(),
  person: personField(),
  time: timeField(),
  period: choiceField({
    title: 'New and lost by',
    description: 'The periods in which users are new, returning, resurrected or lost.',
    choices: [
      { value: 'day', label: 'Days' },
      { value: 'week', label: 'Weeks' },
      { value: 'month', label: 'Months' },
    ],
    initial: 'week',
  }),
  ...rowFields(),
  saveAs: keepField('the active users of each day'),
});

/** How many are active by day, week and month, how often they come, and who is won and lost. */
export const engagement = defineModule({
  id: 'explore.engagement',
  version: 1,
  title: 'Active users and stickiness',
  summary: 'Users by day, by 7 and by 28 days, how often they come, and who is new, returning, resurrected or lost.',
  input,
  suggest(catalog) {
    const { event: _event, ...found } = suggestEvents(catalog);
    return found;
  },
  plan(values, context) {
    const source = context.dataset(values.dataset);
    const activeDays = viewStep(context, {
      id: 'active_days',
      title: 'Days on which each user was active',
      what: 'Gives the columns their standard names and keeps one row for each person and day.',
      why: 'A user counts once a day, however much they do.',
      caution: 'Days are those of the times as they are stored: in another time zone, late events fall on other days.',
      query: normalisedEvents(
        source,
        [
          ['person', source.column(values.person).sql],
          ['event_time', timeSql(source, values.time)],
        ],
        { ...values, now: context.now },
        sql`SELECT DISTINCT
  person,
  CAST(event_time AS DATE) AS active_day
FROM events`,
      ),
    });
    const days = tableStep(context, {
      id: 'neighbour_days',
      title: 'Days with the active days around them',
      what: 'Sets beside each active day the same person’s active day before and after, and counts how many people share the three.',
      why: 'Who comes again and who stays away is a matter of neighbouring days. Counted, they are few rows, whoever the people are.',
      caution: 'The first active day has none before it and the last none after: NULL there says that nobody knows.',
      query: neighbourDaysSql(activeDays.creates),
    });
    const daily = tableStep(context, {
      id: 'daily_activity',
      title: 'Active users of each day',
      what: 'Counts for each day the users of that day, of the 7 and of the 28 days up to it, by adding who comes in and taking away who falls out.',
      why: 'Counting different people anew for each day would read every event 28 times; entries and exits need one pass.',
      caution:
        'Users of 7 days are not the sum of seven days: who comes twice counts once. The first days have no full span yet.',
      query: dailyActivitySql(days.creates),
    });
    const lifecycle = tableStep(context, {
      id: 'lifecycle',
      title: `New, returning and lost by ${values.period}`,
      what: 'Takes from the neighbouring days the period in which users were active before, and the one after.',
      why: 'The same number of active users can hide a great coming and going.',
      caution: `Who was active before the data begins seems new in its first ${values.period}.`,
      query: lifecycleSql(days.creates, values.period),
    });
    return {
      steps: [activeDays, days, daily, lifecycle],
      checks: [
        ...eventChecks(source, values, days.creates, context.now),
        {
          id: 'time_is_long',
          title: 'The data covers 28 days or more',
          severity: 'note',
          when: 'after',
          violations: shortTime(daily.creates),
          remedy: 'Users of 28 days and stickiness need at least 28 days of events.',
        },
      ],
      findings: engagementFindings(daily.creates, lifecycle.creates, values.period),
      outputs: keptRows(values.saveAs, daily, `Active users of ${source.label}`, source),
    };
  },
});
