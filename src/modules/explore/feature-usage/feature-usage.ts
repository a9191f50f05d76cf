import { z } from 'zod';
import { sql } from '../../../core/sql.ts';
import { defineModule } from '../../contract.ts';
import { wholeNumberField } from '../../fields.ts';
import { eventChecks } from '../events/event-checks.ts';
import { eventField, eventsField, keepField, personField, rowFields, timeField } from '../events/event-fields.ts';
import { normalisedEvents, textSql, timeSql } from '../events/normalise.ts';
import { keptRows, tableStep } from '../events/steps.ts';
import { suggestEvents } from '../events/suggest-events.ts';
import { featureFiguresSql, featureFindings } from './feature-usage-findings.ts';

const input = z.object({
  dataset: eventsField(),
  person: personField(),
  time: timeField(),
  event: eventField(),
  within: wholeNumberField({
    title: 'Again within',
    description: 'Somebody who uses a feature on another day within this many days of the first time uses it again.',
    initial: 28,
    minimum: 1,
    maximum: 365,
    unit: 'days',
  }),
  ...rowFields(),
  saveAs: keepField('the figures of each feature'),
});

/** Which features people adopt, how much they use them, and whether they come back to them. */
export const featureUsage = defineModule({
  id: 'explore.feature-usage',
  version: 1,
  title: 'Use of features',
  summary: 'For each feature or kind of event: who adopted it, how often it is used, and whether people use it again.',
  input,
  suggest: (catalog) => suggestEvents(catalog),
  plan(values, context) {
    const source = context.dataset(values.dataset);
    const days = tableStep(context, {
      id: 'feature_days',
      title: 'Uses by person, feature and day',
      what: 'Gives the columns their standard names and counts the uses of each feature by person and day.',
      why: 'Users, uses, days and returns are all read from this one table, far smaller than the events.',
      caution: 'Values are compared as they are written: “Shop” and “shop” are two features.',
      query: normalisedEvents(
        source,
        [
          ['person', source.column(values.person).sql],
          ['event_time', timeSql(source, values.time)],
          ['feature', textSql(source, values.event)],
        ],
        { ...values, now: context.now },
        sql`SELECT
  person,
  feature,
  CAST(event_time AS DATE) AS active_day,
  count(*) AS uses
FROM events
WHERE feature IS NOT NULL
GROUP BY person, feature, active_day`,
      ),
    });
    const figures = tableStep(context, {
      id: 'feature_figures',
      title: 'Figures of each feature',
      what: 'Adds up, for each feature, its people, uses and days, and counts who came back to it.',
      why: 'A feature may be used much by few, or once by all: adoption, frequency and return tell which.',
      caution: 'Who first used a feature too lately to be followed is left out of the share that used it again.',
      query: featureFiguresSql(days.creates, values.within),
    });
    return {
      steps: [days, figures],
      checks: eventChecks(source, values, days.creates, context.now),
      findings: featureFindings(figures.creates, days.creates, values.within),
      outputs: keptRows(values.saveAs, figures, `Features of ${source.label}`, source),
    };
  },
});
