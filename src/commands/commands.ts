/** Where a command stands in the menu bar. */
export type CommandSection = 'File' | 'Edit' | 'Data' | 'Query' | 'View' | 'Help';

/** One action of the app: the same entry makes the menu item, the palette entry and the key binding. */
export interface CommandDefinition {
  readonly id: string;
  readonly title: string;
  readonly section: CommandSection;
  /** `Mod` is Ctrl, or Command on macOS; as `Mod+Shift+Enter`. */
  readonly shortcut?: string;
  /** Other words under which the palette finds it. */
  readonly keywords?: string;
  /** A line in the menu above this item. */
  readonly separated?: true;
}

export const commands = [
  { id: 'file.newProject', title: 'New project…', section: 'File', keywords: 'create' },
  { id: 'file.openProject', title: 'Open project…', section: 'File', shortcut: 'Mod+O', keywords: 'recent switch' },
  { id: 'file.saveProjectAs', title: 'Save project as…', section: 'File', keywords: 'copy duplicate' },
  { id: 'file.openDemo', title: 'Open demo project', section: 'File', keywords: 'sample example' },
  {
    id: 'file.import',
    title: 'Import files…',
    section: 'File',
    shortcut: 'Mod+I',
    separated: true,
    keywords: 'csv json excel parquet load',
  },
  {
    id: 'file.paste',
    title: 'Import from clipboard…',
    section: 'File',
    shortcut: 'Mod+Shift+V',
    keywords: 'paste table',
  },
  { id: 'file.sampleData', title: 'Add sample data…', section: 'File', keywords: 'demo example dataset learn' },
  {
    id: 'result.export',
    title: 'Export result…',
    section: 'File',
    shortcut: 'Mod+E',
    keywords: 'csv json ndjson parquet excel save download',
  },
  {
    id: 'view.settings',
    title: 'Settings',
    section: 'File',
    shortcut: 'Mod+,',
    separated: true,
    keywords: 'preferences options theme density',
  },

  { id: 'edit.undo', title: 'Undo', section: 'Edit', shortcut: 'Mod+Z' },
  { id: 'edit.redo', title: 'Redo', section: 'Edit', shortcut: 'Mod+Shift+Z' },
  { id: 'edit.find', title: 'Find', section: 'Edit', shortcut: 'Mod+F' },
  {
    id: 'query.format',
    title: 'Format SQL',
    section: 'Edit',
    shortcut: 'Shift+Alt+F',
    separated: true,
    keywords: 'pretty beautify',
  },

  { id: 'data.undoWrite', title: 'Undo last change to data', section: 'Data', keywords: 'restore snapshot revert' },

  { id: 'query.new', title: 'New query', section: 'Query', shortcut: 'Mod+Alt+N', keywords: 'tab sql' },
  { id: 'query.run', title: 'Run statement or selection', section: 'Query', shortcut: 'Mod+Enter', separated: true },
  {
    id: 'query.runAll',
    title: 'Run all statements',
    section: 'Query',
    shortcut: 'Mod+Shift+Enter',
    keywords: 'script',
  },
  { id: 'query.cancel', title: 'Cancel running query', section: 'Query', shortcut: 'Mod+.', keywords: 'stop abort' },
  {
    id: 'query.explain',
    title: 'Explain with timings',
    section: 'Query',
    shortcut: 'Mod+Shift+E',
    keywords: 'plan analyze slow profile',
  },
  {
    id: 'query.dialect',
    title: 'Switch dialect: DuckDB or Data Distiller',
    section: 'Query',
    keywords: 'spark adobe sql language',
  },
  {
    id: 'query.showSql',
    title: 'Show as DuckDB SQL',
    section: 'Query',
    keywords: 'translate data distiller engine',
  },
  {
    id: 'query.showAs',
    title: 'Show in another dialect',
    section: 'Query',
    keywords: 'translate export spark databricks snowflake bigquery redshift postgresql postgres trino',
  },
  {
    id: 'query.newInDuckdb',
    title: 'New query tabs: DuckDB SQL',
    section: 'Query',
    keywords: 'default dialect language setting',
  },
  {
    id: 'query.newInDistiller',
    title: 'New query tabs: Data Distiller SQL',
    section: 'Query',
    keywords: 'default dialect language setting adobe spark',
  },
  { id: 'query.save', title: 'Save query', section: 'Query', shortcut: 'Mod+S', separated: true, keywords: 'sql file' },
  { id: 'query.history', title: 'Query history', section: 'Query', shortcut: 'Mod+Shift+H', keywords: 'past log' },

  { id: 'view.palette', title: 'Command palette', section: 'View', shortcut: 'Mod+K', keywords: 'commands search' },
  {
    id: 'view.sidePanel',
    title: 'Show or hide side panel',
    section: 'View',
    shortcut: 'Mod+B',
    separated: true,
    keywords: 'catalog tree',
  },
  { id: 'audience.new', title: 'New audience', section: 'Data', keywords: 'segment people conditions rule' },
  {
    id: 'audience.overlaps',
    title: 'Overlaps of audiences',
    section: 'Data',
    keywords: 'venn upset jaccard intersection compare deduplicate priority waterfall segments',
  },
  {
    id: 'privacy.erase',
    title: 'Erase people…',
    section: 'Data',
    separated: true,
    keywords: 'privacy gdpr right to erasure be forgotten delete person customer request',
  },
  {
    id: 'view.audiences',
    title: 'Audiences',
    section: 'View',
    keywords: 'segments people members',
  },
  {
    id: 'view.activation',
    title: 'Destinations and sends',
    section: 'View',
    keywords: 'activation deliver s3 sftp azure webhook folder export audience',
  },
  {
    id: 'view.inspector',
    title: 'Show or hide inspector',
    section: 'View',
    shortcut: 'Mod+Alt+B',
    keywords: 'profile cell',
  },
  { id: 'view.themeLight', title: 'Theme: light', section: 'View', separated: true },
  { id: 'view.themeDark', title: 'Theme: dark', section: 'View' },
  { id: 'view.themeContrast', title: 'Theme: high contrast', section: 'View' },
  { id: 'view.themeSystem', title: 'Theme: as the system', section: 'View' },
  { id: 'view.closeTab', title: 'Close tab', section: 'View', shortcut: 'Mod+Alt+W', separated: true },
  { id: 'view.nextTab', title: 'Next tab', section: 'View', shortcut: 'Mod+Alt+ArrowRight' },
  { id: 'view.previousTab', title: 'Previous tab', section: 'View', shortcut: 'Mod+Alt+ArrowLeft' },

  { id: 'help.shortcuts', title: 'Keyboard shortcuts', section: 'Help', shortcut: 'F1', keywords: 'keys' },
  { id: 'help.offline', title: 'What “offline” means here', section: 'Help', keywords: 'network privacy' },
  { id: 'help.about', title: 'About Stillhouse', section: 'Help', keywords: 'version licence' },
] as const satisfies readonly CommandDefinition[];

export type CommandId = (typeof commands)[number]['id'];

export function isCommandId(id: string): id is CommandId {
  return commands.some((command) => command.id === id);
}
