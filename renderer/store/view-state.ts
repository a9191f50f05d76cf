import { z } from 'zod';
import { mostSources, overlapSourceSchema } from '../../src/audiences/overlap/source.ts';
import { sqlDialects } from '../../src/dialect/sql-dialect.ts';
import { customerFilterSchema } from '../../src/customers/customer-filter.ts';
import { parameterValueSchema } from './parameter-value.ts';
import { createStore } from 'zustand/vanilla';

const queryTab = z.object({
  kind: z.literal('query'),
  title: z.string(),
  text: z.string(),
  /** The saved query this tab shows, and what its file held when it was last read or written. */
  saved: z.object({ name: z.string(), text: z.string(), dialect: z.enum(sqlDialects).catch('duckdb') }).optional(),
  /** The editor's scroll, selection and folds: opaque. */
  editor: z.unknown().optional(),
  parameters: z.record(z.string(), parameterValueSchema).catch({}),
  dialect: z.enum(sqlDialects).catch('duckdb'),
  editorHeight: z.int().min(60).catch(260),
  /** What is shown of a result; `both` puts the chart beside the table. */
  view: z.enum(['table', 'chart', 'both']).catch('table'),
  /** The chart chosen last: a chart spec, checked where it is used. */
  chart: z.unknown().optional(),
  /** Widths, pins and hidden columns of the grid: opaque. */
  grid: z.unknown().optional(),
  chartWidth: z.int().min(200).catch(500),
});

const datasetTab = z.object({
  kind: z.literal('dataset'),
  title: z.string(),
  schema: z.string(),
  name: z.string(),
  page: z.enum(['rows', 'columns', 'history', 'imports']).catch('rows'),
  grid: z.unknown().optional(),
});
const moduleTab = z.object({
  kind: z.literal('module'),
  title: z.string(),
  module: z.string(),
  /** What the form holds; fields that were never touched may be missing. */
  input: z.record(z.string(), z.unknown()).catch({}),
  page: z.enum(['findings', 'steps', 'runs']).catch('findings'),
  formWidth: z.int().min(200).catch(320),
  /** Charts the user changed, by finding: chart specs, checked where they are used. */
  charts: z.record(z.string(), z.unknown()).catch({}),
});
const lessonTab = z.object({
  kind: z.literal('lesson'),
  title: z.string(),
  lesson: z.string(),
  page: z.int().min(0).catch(0),
  /** What the reader answered, by question. */
  answers: z.record(z.string(), z.string()).catch({}),
});
const audienceTab = z.object({
  kind: z.literal('audience'),
  title: z.string(),
  /** The name it was kept under; absent for a new one. */
  audience: z.string().optional(),
  /** What the screen holds: an audience's draft, checked where it is used. */
  draft: z.unknown(),
  page: z.enum(['members', 'sql', 'why', 'history', 'settings']).catch('members'),
  builderWidth: z.int().min(200).catch(500),
});
const overlapTab = z.object({
  kind: z.literal('overlap'),
  title: z.string(),
  sources: z.array(overlapSourceSchema).max(mostSources).catch([]),
  page: z.enum(['regions', 'matrix', 'figures', 'priority']).catch('regions'),
  /** Keys of sources by priority, the first taking all of its people; sources not named here follow. */
  order: z.array(z.string()).catch([]),
  paneWidth: z.int().min(200).catch(300),
});
const sendTab = z.object({
  kind: z.literal('send'),
  title: z.string(),
  /** What the form holds: settings of a send, checked where they are used. */
  settings: z.record(z.string(), z.unknown()).catch({}),
  /** The id of the destination; empty where none is chosen. */
  destination: z.string().catch(''),
  /** The schedule whose send is shown, to be confirmed again. */
  schedule: z.string().optional().catch(undefined),
  formWidth: z.int().min(200).catch(360),
});
const receiptTab = z.object({ kind: z.literal('receipt'), title: z.string(), send: z.string() });
const simpleTab = z.object({ kind: z.enum(['welcome', 'history']), title: z.string() });

const tab = z.discriminatedUnion('kind', [
  queryTab,
  datasetTab,
  moduleTab,
  lessonTab,
  audienceTab,
  overlapTab,
  sendTab,
  receiptTab,
  simpleTab,
]);

/** What a project's window looks like, saved in the project so that it comes back after a crash. */
const viewStateSchema = z.object({
  rail: z.enum(['data', 'sql', 'modules', 'audiences', 'activation']).catch('data'),
  sidePanelOpen: z.boolean().catch(true),
  sidePanelWidth: z.int().catch(280),
  inspectorOpen: z.boolean().catch(false),
  inspectorWidth: z.int().catch(320),
  tabs: z.record(z.string(), tab).catch({}),
  /** What the window is narrowed to; absent shows everybody. */
  customer: customerFilterSchema.optional().catch(undefined),
  activeTab: z.string().optional(),
  /** The dock's own layout: opaque. */
  layout: z.unknown().optional(),
});

export type ViewState = z.output<typeof viewStateSchema>;
export type Tab = z.output<typeof tab>;
export type QueryTab = z.output<typeof queryTab>;
export type DatasetTab = z.output<typeof datasetTab>;
export type ModuleTab = z.output<typeof moduleTab>;
export type LessonTab = z.output<typeof lessonTab>;
export type AudienceTab = z.output<typeof audienceTab>;
export type OverlapTab = z.output<typeof overlapTab>;
export type SendTab = z.output<typeof sendTab>;

export const viewStore = createStore<ViewState>()(() => viewStateSchema.parse({}));

/** Reads a saved view; anything unreadable counts as a window never used. */
export function parseViewState(text: string): ViewState {
  try {
    return viewStateSchema.parse(JSON.parse(text));
  } catch {
    return viewStateSchema.parse({});
  }
}

/** Changes one tab, when it is still open and of that kind. */
export function updateTab<Kind extends Tab['kind']>(
  id: string,
  kind: Kind,
  change: Partial<Extract<Tab, { kind: Kind }>>,
): void {
  viewStore.setState(({ tabs }) => {
    const current = tabs[id];
    return current?.kind === kind ? { tabs: { ...tabs, [id]: { ...current, ...change } } } : {};
  });
}

/** Whether a tab's file holds something else than the tab. */
export function isUnsaved({ saved, text, dialect }: QueryTab): boolean {
  return saved !== undefined && (saved.text !== text || saved.dialect !== dialect);
}

/** Lets the tabs of a saved query follow it to its new name. */
export function renameSaved(from: string, to: string): void {
  viewStore.setState(({ tabs }) => ({
    tabs: Object.fromEntries(
      Object.entries(tabs).map(([id, tab]) =>
        tab.kind === 'query' && tab.saved?.name === from
          ? [id, { ...tab, title: tab.title === from ? to : tab.title, saved: { ...tab.saved, name: to } }]
          : [id, tab],
      ),
    ),
  }));
}
