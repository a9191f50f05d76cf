import { type CatalogColumn, type CatalogView, columnKind } from '../../catalog-view.ts';
import { looksPersonal } from '../personal-names.ts';
import type { TreatmentName } from './treatments.ts';

interface Suggestion {
  readonly pattern: RegExp;
  readonly kind: 'text' | 'number' | 'time';
  readonly treatment: TreatmentName;
}

/** What is usual for columns of these names; the first that fits counts. */
const suggestions: readonly Suggestion[] = [
  { pattern: /mail/i, kind: 'text', treatment: 'email-first-four' },
  { pattern: /phone|mobile/i, kind: 'text', treatment: 'phone-last-four' },
  { pattern: /address|street/i, kind: 'text', treatment: 'last-part' },
  { pattern: /name$/i, kind: 'text', treatment: 'random-name' },
  { pattern: /(customer|user|patient|person|member)_?(id|number)$/i, kind: 'text', treatment: 'pseudonym' },
  { pattern: /^age$/i, kind: 'number', treatment: 'band' },
  { pattern: /spent|salary|income|balance/i, kind: 'number', treatment: 'noise' },
  { pattern: /birth|^dob$/i, kind: 'time', treatment: 'truncate-date' },
];

/** The dataset with most columns that name people, and a treatment for each. */
export function suggestMask({ datasets }: CatalogView) {
  const personal = (columns: readonly CatalogColumn[]) => columns.filter(({ name }) => looksPersonal(name)).length;
  const [best] = [...datasets].sort((a, b) => personal(b.columns) - personal(a.columns));
  if (best === undefined || personal(best.columns) === 0) return {};
  const treatments = best.columns.flatMap(({ name, type }) => {
    const found = suggestions.find(({ pattern, kind }) => pattern.test(name) && columnKind(type) === kind);
    return found === undefined ? [] : [{ column: name, treatment: found.treatment, setting: '' }];
  });
  return { dataset: best.label, treatments };
}
