import type { Audience } from '../../../../src/audiences/audience.ts';
import { type AudienceDraft, draftOf, newDraft } from '../../../../src/audiences/draft.ts';
import { catalogView } from '../../../../src/modules/catalog-view.ts';
import { projectStore } from '../../../project/project-store.ts';
import type { AudienceTab } from '../../../store/view-state.ts';
import type { Services } from '../../services.ts';

/** Opens an audience, or the screen of a new one, which may begin with a draft. */
export function openAudience({ tabs }: Services, audience?: Audience, draft?: AudienceDraft): void {
  const catalog = catalogView(projectStore.getState().datasets);
  const shown = draft ?? (audience === undefined ? newDraft(catalog) : draftOf(audience, catalog));
  const tab: AudienceTab = {
    kind: 'audience',
    title: audience?.name ?? 'New audience',
    draft: shown,
    page: 'members',
    builderWidth: 500,
    ...(audience !== undefined && { audience: audience.name }),
  };
  tabs.open(tab, audience === undefined ? {} : { id: `audience:${audience.name}` });
}

/** The draft of an audience that a query gives: its identity once each. */
export function queryDraft(text: string, identity: string): AudienceDraft {
  const catalog = catalogView(projectStore.getState().datasets);
  const query = text.replace(/;\s*$/, '');
  const unique = `SELECT DISTINCT ON (${identity}) *\nFROM (\n${query}\n)\nWHERE ${identity} IS NOT NULL\nORDER BY ALL`;
  return { ...newDraft(catalog), mode: 'sql', sql: unique, identity };
}
