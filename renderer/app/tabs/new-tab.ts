import { identifier, relation } from '../../../src/core/sql.ts';
import type { SqlDialect } from '../../../src/dialect/sql-dialect.ts';
import type { CatalogView } from '../../../src/modules/catalog-view.ts';
import type { GuidedModule } from '../../../src/modules/contract.ts';
import type { Lesson } from '../../../src/lessons/contract.ts';
import type { DatasetTab, LessonTab, ModuleTab, QueryTab } from '../../store/view-state.ts';

/** A new query tab with some text in it. */
export function queryTab(title: string, text: string, dialect: SqlDialect = 'duckdb'): QueryTab {
  return { kind: 'query', title, text, dialect, parameters: {}, editorHeight: 240, view: 'table', chartWidth: 560 };
}

/** A tab that shows a dataset. */
export function datasetTab(schema: string, name: string): DatasetTab {
  return { kind: 'dataset', title: name, schema, name, page: 'rows' };
}

/** A query tab that begins with all rows of a dataset. */
export function queryOn(schema: string, name: string): QueryTab {
  const target = schema === 'main' ? identifier(name).text : relation([schema, name]).text;
  const shown = /^[a-z_][a-z0-9_]*$/.test(name) && schema === 'main' ? name : target;
  return queryTab(name, `SELECT *\nFROM ${shown}\nLIMIT 1000;\n`);
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
