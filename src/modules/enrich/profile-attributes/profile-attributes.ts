import type { CatalogView } from '../../catalog-view.ts';
import { defineModule } from '../../contract.ts';
import { eventChecks } from '../event-checks.ts';
import { guessDataset, personWish, timeWish } from '../guess-columns.ts';
import { profileChecks } from './checks.ts';
import { attributeFindings } from './findings.ts';
import { attributesInput } from './input.ts';
import { derivedStep, profilesStep } from './steps.ts';

/** Attributes derived from events, one row a person, with the column by which each is known. */
export const profileAttributes = defineModule({
  id: 'enrich.profile-attributes',
  version: 1,
  title: 'Profile attributes',
  summary: 'Derives attributes of each person from what they did, one row a person, ready to be joined to profiles.',
  input: attributesInput,
  suggest: suggestProfiles,
  plan(input, context) {
    const profiles = context.dataset(input.profiles);
    const events = context.dataset(input.events);
    const derived = derivedStep(events, input, context);
    const made = profilesStep(profiles, derived, input, context);
    return {
      steps: [derived, made],
      checks: [...profileChecks(profiles, derived, made, input), ...eventChecks(events, input, context.now)],
      findings: attributeFindings(derived, made, input),
      outputs:
        input.saveAs === ''
          ? []
          : [
              {
                relation: made.creates,
                name: input.saveAs,
                title: 'Profiles with attributes',
                from: [profiles.label, events.label],
                profile: { identity: 'identity', namespace: input.namespace },
              },
            ],
    };
  },
});

function suggestProfiles(catalog: CatalogView) {
  const profiles = guessDataset(catalog, /customer|profile|people|member/i, { identity: personWish });
  if (profiles === undefined) return {};
  const others = { datasets: catalog.datasets.filter(({ label }) => label !== profiles.dataset) };
  const events = guessDataset(others, /order|purchase|event/i, { person: personWish, time: timeWish });
  return {
    profiles: profiles.dataset,
    identity: profiles.identity,
    ...(events !== undefined && { events: events.dataset, person: events.person, time: events.time }),
  };
}
