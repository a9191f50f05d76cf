import { relation, sql } from '../../../core/sql.ts';
import { type Check, defineModule, type SqlStep } from '../../contract.ts';
import { eventChecks } from '../events/event-checks.ts';
import { keptRows, tableStep } from '../events/steps.ts';
import { suggestEvents } from '../events/suggest-events.ts';
import { retentionFindings } from './retention-findings.ts';
import { retentionInput } from './retention-input.ts';
import { activeDaysSql, firstDaysSql, gridSql } from './retention-sql.ts';

/** Who comes back, how long after their first time, and whether newer cohorts do better. */
export const retention = defineModule({
  id: 'explore.retention',
  version: 1,
  title: 'Retention by cohort',
  summary:
    'Which share of people comes back after days, weeks or months, by the time they began, and whether it gets better.',
  input: retentionInput,
  suggest(catalog) {
    const { event: _event, ...found } = suggestEvents(catalog);
    return found;
  },
  plan(input, context) {
    const source = context.dataset(input.dataset);
    const days = tableStep(context, {
      id: 'active_days',
      title: 'Days on which each person was active',
      what: 'Gives the columns their standard names and keeps one row for each person and day.',
      why: 'Retention asks whether somebody was there, not how often: days are all it needs, and far fewer than events.',
      caution: 'Days are those of the times as they are stored: in another time zone, late events fall on other days.',
      query: activeDaysSql(source, input, context.now),
    });
    const firstDays = tableStep(context, {
      id: 'first_days',
      title: 'First and last day of each person',
      what: 'Finds the day on which each person began, and the last on which they were back.',
      why: 'Everybody is measured from their own first day, so that people of one cohort are compared at the same age.',
      caution:
        'Somebody who was active before the data begins seems new here: leave out the first cohorts if that is so.',
      query: firstDaysSql(days.creates),
    });
    const grid = tableStep(context, {
      id: 'cohort_periods',
      title: 'Figures of each cohort and period',
      what: `Names cohorts after the ${input.cohort} of the first day, counts complete ${input.period}s from it to each active day, and so who was back in each, and who in it or later.`,
      why: 'One small table from which the curve, the heat map and the comparison are read.',
      caution:
        'A period that the youngest of a cohort has not lived through yet is left out, or it would look like a loss.',
      query: gridSql(days.creates, firstDays.creates, input),
    });
    return {
      steps: [days, firstDays, grid],
      checks: [...eventChecks(source, input, days.creates, context.now), cohortsAreLarge(grid)],
      findings: retentionFindings(grid.creates, input),
      outputs: keptRows(input.saveAs, grid, `Retention of ${source.label}`, source),
    };
  },
});

function cohortsAreLarge(grid: SqlStep): Check {
  return {
    id: 'cohorts_are_large',
    title: 'Every cohort has 30 people or more',
    severity: 'note',
    when: 'after',
    violations: sql`SELECT cohort, people
FROM ${relation(grid.creates)}
WHERE period = 0
  AND people < 30
ORDER BY cohort`,
    remedy: 'Shares of few people jump by chance: choose longer cohorts, such as months.',
    field: 'cohort',
  };
}
