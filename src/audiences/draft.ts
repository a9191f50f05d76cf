import { z } from 'zod';
import { guessCustomerColumn } from '../customers/customer-filter.ts';
import type { CatalogView } from '../modules/catalog-view.ts';
import type { Audience } from './audience.ts';
import { columnName } from './members-sql.ts';
import { ruleSchema } from './rule/rule.ts';

const draftSchema = z.object({
  name: z.string(),
  mode: z.enum(['rule', 'sql']),
  rule: ruleSchema,
  attributes: z.array(z.string()),
  sql: z.string(),
  /** The identity column of a query; a rule has its own. */
  identity: z.string(),
  namespace: z.string(),
  /** Percent; empty for none. */
  alertAt: z.string(),
});

/** What an audience's screen holds, complete or not. */
export type AudienceDraft = z.output<typeof draftSchema>;

/** A saved draft; one that cannot be read begins anew. */
export function readDraft(value: unknown, catalog: CatalogView): AudienceDraft {
  const parsed = draftSchema.safeParse(value);
  return parsed.success ? parsed.data : newDraft(catalog);
}

/** The draft of a new audience: the first dataset that knows customers and no times is the people's. */
export function newDraft(catalog: CatalogView): AudienceDraft {
  const known = catalog.datasets.filter((dataset) => guessCustomerColumn(dataset) !== '');
  const named = known.find(({ label }) => /customer|profile|people|person|user|member/i.test(label));
  const people = named ?? known[0] ?? catalog.datasets[0];
  return {
    name: '',
    mode: 'rule',
    rule: {
      people: people?.label ?? '',
      identity: people === undefined ? '' : guessCustomerColumn(people),
      root: { kind: 'group', id: 'root', join: 'all', negated: false, nodes: [] },
    },
    attributes: [],
    sql: '',
    identity: '',
    namespace: 'CRMID',
    alertAt: '50',
  };
}

/** An audience as its screen shows it. */
export function draftOf(audience: Audience, catalog: CatalogView): AudienceDraft {
  const { definition, name, identity, namespace, alertAt } = audience;
  const shared = { ...newDraft(catalog), name, namespace, alertAt: alertAt === undefined ? '' : String(alertAt * 100) };
  return definition.kind === 'rule'
    ? { ...shared, mode: 'rule', rule: definition.rule, attributes: definition.attributes, identity }
    : { ...shared, mode: 'sql', sql: definition.sql, identity };
}

/** The audience that a complete draft stands for. */
export function audienceOf(draft: AudienceDraft, before: Audience | undefined, now: Date): Audience {
  const { name, mode, rule, attributes, sql, identity, namespace, alertAt } = draft;
  const moment = now.toISOString();
  const percent = Number.parseFloat(alertAt);
  return {
    version: 1,
    createdAt: moment,
    ...before,
    name: name.trim(),
    definition: mode === 'rule' ? { kind: 'rule', rule, attributes } : { kind: 'sql', sql },
    identity: mode === 'rule' ? columnName(rule.identity) : identity,
    namespace,
    refreshedAt: moment,
    alertAt: Number.isFinite(percent) ? percent / 100 : undefined,
  };
}
