import { literal, relation, sql } from '../../../core/sql.ts';
import { type Check, defineModule, type Finding, type SqlStep } from '../../contract.ts';
import { eventChecks } from '../events/event-checks.ts';
import { keptRows, tableStep, viewStep } from '../events/steps.ts';
import { attributionFindings, touchesSql } from './attribution.ts';
import { pageFindings } from './page-findings.ts';
import { overviewFinding, propertyFinding, trendFindings } from './traffic-findings.ts';
import { hasConversions, suspectsSql, visitEventsSql, visitsSql, webEventsSql } from './visits-sql.ts';
import { suggestWeb, type WebInput, webInput } from './web-input.ts';

/** Visits made of events, and all that a web team asks of them. */
export const webAnalytics = defineModule({
  id: 'explore.web-analytics',
  version: 1,
  title: 'Web analytics',
  summary:
    'Visitors, visits, bounces, pages and paths, channels and what they are credited with, by day, hour, device and place.',
  input: webInput,
  suggest: (catalog) => suggestWeb(catalog),
  plan(input, context) {
    const source = context.dataset(input.dataset);
    const events = viewStep(context, {
      id: 'web_events',
      title: 'Events under standard names',
      what: 'Gives the chosen columns their standard names, keeps each event once, and marks conversions.',
      why: 'Nested fields are read once, and all that follows reads flat, narrow rows.',
      caution: 'Without an event identifier, copies of an event count again, and a visit of one page looks like two.',
      query: webEventsSql(source, input, context.now),
    });
    const visitEvents = tableStep(context, {
      id: 'visit_events',
      title: 'Events numbered by visit',
      what: `Starts a new visit where more than ${input.timeout} minutes passed since the visitor’s event before, and numbers visits and events.`,
      why: 'A visit is not in the data: it is a rule. Comparing each event with the one before, and adding up the beginnings, makes the rule two windows.',
      caution: 'Another timeout gives other visits, bounces and entry pages: name it with the figures.',
      query: visitEventsSql(events.creates, input),
    });
    const suspects = tableStep(context, {
      id: 'suspects',
      title: 'Visitors who are hardly people',
      what: `Lists visitors with a visit of ${input.botEvents} events or more, or of 20 or more whose pauses differ by less than 5 % of their mean.`,
      why: 'A handful of bots can make a fifth of all events, and all of them bounce or never buy.',
      caution:
        'The rule is a guess: look at the list before you trust it, and at people who share one browser in a shop.',
      query: suspectsSql(visitEvents.creates, input),
    });
    const visits = tableStep(context, {
      id: 'visits',
      title: 'One row for each visit',
      what: `Takes from each visit its start, length, pages, channel and conversions${input.withoutBots ? ', without the suspects' : ''}.`,
      why: 'Every figure about traffic is a count over this table.',
      caution: 'The length of a visit ends with its last event: how long the last page was read is not known.',
      query: visitsSql(visitEvents.creates, suspects.creates, input),
    });
    const touches = hasConversions(input) && input.channel !== '' ? [touchesStep(context, visits, input)] : [];
    return {
      steps: [events, visitEvents, suspects, visits, ...touches],
      checks: [
        ...eventChecks(source, input, events.creates, context.now),
        noBots(suspects, input),
        ...(hasConversions(input) ? [thereAreConversions(visits, input)] : []),
      ],
      findings: findingsOf(visitEvents, visits, touches, input),
      outputs: keptRows(input.saveAs, visits, `Visits of ${source.label}`, source),
    };
  },
});

function touchesStep(context: Parameters<typeof tableStep>[0], visits: SqlStep, input: WebInput): SqlStep {
  return tableStep(context, {
    id: 'touches',
    title: 'Visits that led to a conversion',
    what: 'Joins each visit with a conversion to the visits of the same visitor before it, and weighs them by five rules.',
    why: 'Weights of one conversion add up to 1, so that the credits of all channels add up to all conversions.',
    caution: 'Only visits of the same browser are joined: what somebody saw on another device is not credited.',
    query: touchesSql(visits.creates, input),
  });
}

function findingsOf(
  visitEvents: SqlStep,
  visits: SqlStep,
  touches: readonly SqlStep[],
  input: WebInput,
): readonly Finding[] {
  return [
    overviewFinding(visits.creates),
    ...(input.channel === '' ? [] : [propertyFinding(visits.creates, 'channel', 'Visits by channel')]),
    ...touches.flatMap(({ creates }) => attributionFindings(creates, input.revenue !== '')),
    ...(input.page === '' ? [] : pageFindings(visitEvents.creates, visits.creates)),
    ...trendFindings(visits.creates),
    ...(input.device === '' ? [] : [propertyFinding(visits.creates, 'device', 'Visits by device')]),
    ...(input.place === '' ? [] : [propertyFinding(visits.creates, 'place', 'Visits by place')]),
  ];
}

function noBots(suspects: SqlStep, { withoutBots }: WebInput): Check {
  return {
    id: 'visitors_are_people',
    title: 'Every visitor behaves like a person',
    severity: withoutBots ? 'note' : 'warning',
    when: 'after',
    violations: sql`FROM ${relation(suspects.creates)}
ORDER BY events DESC, person`,
    remedy: withoutBots
      ? 'They are left out of all figures. Look at the list, and raise the limit if people are among them.'
      : 'Leave out bots, or every figure holds their visits.',
    field: 'withoutBots',
  };
}

function thereAreConversions(visits: SqlStep, { conversion }: WebInput): Check {
  return {
    id: 'there_are_conversions',
    title: 'There are conversions',
    severity: 'warning',
    when: 'after',
    violations: sql`SELECT ${literal(conversion)} AS conversion, count(*) AS visits
FROM ${relation(visits.creates)}
HAVING coalesce(sum(conversions), 0) = 0`,
    remedy: 'Compare the value with those of the event column: case and spaces count.',
    field: 'conversion',
  };
}
