import { relation } from '../../../src/core/sql.ts';
import type { SqlDialect } from '../../../src/dialect/sql-dialect.ts';
import { readSqlFile } from '../../../src/dialect/sql-file.ts';
import type { SavedQuery } from '../../../src/host/protocol.ts';
import type { CatalogView } from '../../../src/modules/catalog-view.ts';
import type { GuidedModule } from '../../../src/modules/contract.ts';
import type { Lesson } from '../../../src/lessons/contract.ts';
import { settingsStore } from '../../store/settings.ts';
import type { DatasetTab, LessonTab, ModuleTab, QueryTab } from '../../store/view-state.ts';

/** A new query tab with some text in it. */
export function queryTab(title: string, text: string, dialect: SqlDialect = 'duckdb'): QueryTab {
  return { kind: 'query', title, text, dialect, parameters: {}, editorHeight: 240, view: 'table', chartWidth: 560 };
}

/** A query tab for the user to write in, in the dialect chosen for new ones. */
export function newQueryTab(title = 'Query', text = ''): QueryTab {
  return queryTab(title, text, settingsStore.getState().queryDialect);
}

/** A tab with what a `.sql` file holds. */
export function fileTab(title: string, content: string): QueryTab {
  const { text, dialect } = readSqlFile(content);
  return queryTab(title, text, dialect);
}

/** A tab with a saved query of the project, which it writes back. */
export function savedQueryTab({ name, text: content }: SavedQuery): QueryTab {
  const tab = fileTab(name, content);
  return { ...tab, saved: { name, text: tab.text, dialect: tab.dialect } };
}

/** A tab that shows a dataset. */
export function datasetTab(schema: string, name: string): DatasetTab {
  return { kind: 'dataset', title: name, schema, name, page: 'rows' };
}

const ticked = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

/** A query tab that begins with all rows of a dataset. */
export function queryOn(schema: string, name: string): QueryTab {
  const { queryDialect } = settingsStore.getState();
  const path = schema === 'main' ? [name] : [...(queryDialect === 'duckdb' ? [schema] : schema.split('.')), name];
  const isPlain = /^[a-z_][a-z0-9_]*$/.test(name) && schema === 'main';
  const shown = isPlain ? name : queryDialect === 'duckdb' ? relation(path).text : path.map(ticked).join('.');
  return newQueryTab(name, `SELECT *\nFROM ${shown}\nLIMIT 1000;\n`);
}

/** A tab for a module with the input it suggests, or with the one given. */
export function moduleTab(
  module: GuidedModule,
  catalog: CatalogView,
  input?: Readonly<Record<string, unknown>>,
): ModuleTab {
  return {
    kind: 'module',
    title: module.title,
    module: module.id,
    input: { ...(input ?? module.suggest?.(catalog)) },
    page: 'findings',
    formWidth: 280,
    charts: {},
  };
}

/** A tab for a lesson, at its first page. */
export function lessonTab({ id, title }: Lesson): LessonTab {
  return { kind: 'lesson', title, lesson: id, page: 0, answers: {} };
}
