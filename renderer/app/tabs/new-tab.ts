import { identifier, relation } from '../../../src/core/sql.ts';
import type { DatasetTab, QueryTab } from '../../store/view-state.ts';

/** A new query tab with some text in it. */
export function queryTab(title: string, text: string): QueryTab {
  return { kind: 'query', title, text, parameters: {}, editorHeight: 240, view: 'table', chartWidth: 560 };
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
