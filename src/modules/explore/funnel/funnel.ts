import { defineModule, type SqlStep } from '../../contract.ts';
import { eventChecks } from '../events/event-checks.ts';
import { keptRows, tableStep } from '../events/steps.ts';
import { suggestEvents } from '../events/suggest-events.ts';
import { type Counted, stepFindings } from './funnel-findings.ts';
import { groupChecks, groupFindings } from './funnel-groups.ts';
import { funnelInput, funnelSteps } from './funnel-input.ts';
import { peopleSql, stepEventsSql } from './funnel-sql.ts';

const people: Counted = { one: 'person', many: 'people' };
const visits: Counted = { one: 'visit', many: 'visits' };

/** How many get from step to step, how long they take, and which groups do better. */
export const funnel = defineModule({
  id: 'explore.funnel',
  version: 1,
  title: 'Conversion funnel',
  summary:
    'How many people get from one step to the next, where they are lost, how long they take, and who does better.',
  input: funnelInput,
  suggest(catalog) {
    const { event, ...found } = suggestEvents(catalog);
    if (event === undefined) return found;
    return { ...found, event, ...(/(^|\.)eventType$/.test(event) && { steps: [...commerceSteps] }) };
  },
  plan(input, context) {
    const source = context.dataset(input.dataset);
    const steps = funnelSteps(input);
    const who = input.visit === '' ? people : visits;
    const isScanned = input.order === 'loose' && input.window === 0;
    const marked = tableStep(context, {
      id: 'step_events',
      title: 'Events that are steps',
      what: 'Gives the chosen columns their standard names and marks for each event which steps it is.',
      why: 'All further work reads a few narrow columns, and what counts as a step is written down in one place.',
      caution: 'An event without a person, without a time or with a time in the future is left out.',
      query: stepEventsSql(source, input, steps, context.now),
    });
    const events: SqlStep = { ...marked, as: isScanned ? 'view' : 'table' };
    const reached = tableStep(context, {
      id: 'furthest_steps',
      title: `How far each ${who.one} came`,
      what:
        input.order === 'strict'
          ? 'Looks from each first step at the events right after it, and keeps the longest run of expected steps.'
          : 'Finds from each first step the nearest later event of the second, from there of the third, and so on.',
      why: 'A step counts only after the one before it: counting events of each kind alone would also count those who came in by another door.',
      caution: 'Events with the same time count as in order, so that data with days only can be used.',
      query: peopleSql(events.creates, input, steps),
    });
    const grouped = input.breakdown !== '';
    return {
      steps: [events, reached],
      checks: [
        ...eventChecks(source, input, events.creates, context.now),
        ...(grouped ? groupChecks(reached.creates, steps) : []),
      ],
      findings: [
        ...stepFindings(reached.creates, steps, who),
        ...(grouped ? groupFindings(reached.creates, steps, who) : []),
      ],
      outputs: keptRows(input.saveAs, reached, `Funnel of ${source.label}`, source),
    };
  },
});

const commerceSteps = [
  'commerce.productViews',
  'commerce.productListAdds',
  'commerce.checkouts',
  'commerce.purchases',
] as const;
