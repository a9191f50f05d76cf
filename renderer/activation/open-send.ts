import { platformById } from '../../src/activation/platforms/index.ts';
import { suggestFields } from '../../src/activation/platforms/suggest-fields.ts';
import type { SendSettings, SendSettingsInput } from '../../src/activation/prepare/send-settings.ts';
import type { ScheduledSend } from '../../src/activation/schedules/scheduled-send.ts';
import { catalogView } from '../../src/modules/catalog-view.ts';
import { findCatalogDataset } from '../../src/modules/source-dataset.ts';
import { audiencesStore } from '../audiences/audiences-store.ts';
import { projectStore } from '../project/project-store.ts';
import type { SendTab } from '../store/view-state.ts';
import type { Services } from '../app/services.ts';
import { activationStore } from './activation-store.ts';
import { completeSettings } from './complete-settings.ts';

/** Columns that usually say who a row is about, best first. */
const identityNames = [/^(customer|person|user|profile|member|contact|crm)_?id$/i, /^id$/i, /_id$/i, /e-?mail/i];

/** First settings for sending a dataset: with something that can be an identity it counts as an audience. */
export function suggestSettings(label: string, platformId = 'crm'): SendSettings {
  const { datasets, profiles } = projectStore.getState();
  const columns = findCatalogDataset(catalogView(datasets), label)?.columns ?? [];
  const names = columns.map(({ name }) => name);
  const audience = audiencesStore.getState().audiences.find(({ name }) => name === label);
  const profile = audience ?? profiles.get(label);
  const identity = profile?.identity ?? identityNames.flatMap((one) => names.filter((name) => one.test(name)))[0] ?? '';
  const { keys, file, id } = platformById(platformId);
  return completeSettings({
    title: label,
    kind: identity === '' ? 'dataset' : 'audience',
    dataset: label,
    identity,
    namespace: profile?.namespace ?? '',
    platform: id,
    fields: suggestFields(platformById(id), columns),
    keys,
    file,
  });
}

/** Opens a tab that sends a dataset. */
export function openSend({ tabs }: Services, label: string): void {
  const [first] = activationStore.getState().destinations;
  tabs.open(sendTab(suggestSettings(label), first?.destination.id ?? ''));
}

/** Opens a tab with the settings of an earlier send. */
export function openSendAgain({ tabs }: Services, settings: SendSettingsInput, destination: string): void {
  tabs.open(sendTab(completeSettings(settings), destination));
}

/** Opens a tab with what a schedule sends, to look at it and confirm it again. */
export function openScheduled({ tabs }: Services, { id, settings, destination }: ScheduledSend): void {
  tabs.open({ ...sendTab(completeSettings(settings), destination), schedule: id }, { id: `schedule:${id}` });
}

/** Opens the receipt of a send. */
export function openReceipt({ tabs }: Services, send: { readonly id: string; readonly title: string }): void {
  tabs.open({ kind: 'receipt', title: `Receipt: ${send.title}`, send: send.id }, { id: `receipt:${send.id}` });
}

function sendTab(settings: SendSettings, destination: string): SendTab {
  return { kind: 'send', title: `Send ${settings.title}`, settings: { ...settings }, destination, formWidth: 360 };
}
