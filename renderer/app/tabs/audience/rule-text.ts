import type { AudienceDraft } from '../../../../src/audiences/draft.ts';
import { audienceOf } from '../../../../src/audiences/draft.ts';
import { membersSql } from '../../../../src/audiences/members-sql.ts';
import { completePart } from '../../../../src/audiences/rule/edit-rule.ts';
import { leafSql } from '../../../../src/audiences/rule/leaf-sql.ts';
import { peopleOf } from '../../../../src/audiences/rule/rule-context.ts';
import { sql } from '../../../../src/core/sql.ts';
import type { CatalogView } from '../../../../src/modules/catalog-view.ts';

/** The query of a draft's members, of the conditions that are complete; `undefined` while it has no people. */
export function ruleText(draft: AudienceDraft, catalog: CatalogView): string | undefined {
  if (draft.mode === 'sql') return draft.sql;
  const context = { catalog, today: sql`today()` };
  try {
    const people = peopleOf(draft.rule, context);
    const { root } = completePart(draft.rule.root, (leaf) => {
      try {
        leafSql(leaf, people, context);
        return undefined;
      } catch {
        return 'incomplete';
      }
    });
    return membersSql(audienceOf({ ...draft, rule: { ...draft.rule, root } }, undefined, new Date()), context).text;
  } catch {
    return undefined;
  }
}
