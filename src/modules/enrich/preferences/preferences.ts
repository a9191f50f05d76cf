import type { CatalogView } from '../../catalog-view.ts';
import { defineModule } from '../../contract.ts';
import { type ColumnWish, guessDataset } from '../guess-columns.ts';
import { preferenceChecks } from './checks.ts';
import { preferenceFindings } from './findings.ts';
import { likesStep, peopleStep, rankedStep } from './steps.ts';
import { preferencesInput } from './input.ts';

/** What each group likes best, and who in it does. */
export const preferences = defineModule({
  id: 'enrich.preferences',
  version: 1,
  title: 'Preferences',
  summary: 'What each group of people likes best, from fields that hold several values, with the people to write to.',
  input: preferencesInput,
  suggest: suggestPreferences,
  plan(input, context) {
    const source = context.dataset(input.dataset);
    const likes = likesStep(source, input, context);
    const ranked = rankedStep(likes, context);
    const people = peopleStep(likes, ranked, input, context);
    return {
      steps: [likes, ranked, people],
      checks: preferenceChecks(source, likes, ranked, input),
      findings: preferenceFindings(ranked, people, input),
      outputs:
        input.saveAs === ''
          ? []
          : [{ relation: people.creates, name: input.saveAs, title: 'People by favourite', from: [source.label] }],
    };
  },
});

const valuesWish: ColumnWish = {
  kinds: ['text', 'list'],
  names: [/genres|interests|preferences|activities|hobbies|tags|likes/i],
};
const emailWish: ColumnWish = {
  kinds: ['text', 'number'],
  names: [/^email/i, /(customer|person|user|member).*id$/i, /^id$/i],
};
const groupWish: ColumnWish = { kinds: ['text'], names: [/^state$/i, /region|country|segment|city/i] };

function suggestPreferences(catalog: CatalogView) {
  const basis = { person: emailWish, values: valuesWish };
  const preferred = /preference|movie/i;
  return (
    guessDataset(catalog, preferred, { ...basis, group: groupWish }) ?? guessDataset(catalog, preferred, basis) ?? {}
  );
}
