import type { Started } from '../catalog/session/handle.ts';
import type { Statement } from '../dialect/distiller/syntax/statement.ts';
import { anchorOf } from './anchor.ts';
import { resolveMembers } from './memberships.ts';
import type { Place } from './place.ts';
import { alterHandler } from './statements/alter.ts';
import { analyzeHandler } from './statements/analyze.ts';
import { createAudienceHandler, createNamespaceHandler } from './statements/audiences.ts';
import { blockHandler, raiseHandler, setVariableHandler } from './statements/block.ts';
import {
  createDatabaseHandler,
  createSchemaHandler,
  createViewHandler,
  dropHandler,
  useHandler,
} from './statements/catalog.ts';
import { copyHandler } from './statements/copy.ts';
import { createTableHandler } from './statements/create-table.ts';
import { closeCursorHandler, declareCursorHandler, fetchHandler } from './statements/cursors.ts';
import { describeHandler } from './statements/describe.ts';
import { explainHandler } from './statements/explain.ts';
import type { Shown } from './shown.ts';
import type { Handler } from './statements/handler.ts';
import { insertHandler } from './statements/insert.ts';
import {
  createModelHandler,
  createTransformHandler,
  dropModelHandler,
  unsupportedHandler,
} from './statements/not-here.ts';
import { deallocateHandler, executeHandler, prepareHandler } from './statements/prepared.ts';
import { queryHandler } from './statements/query.ts';
import { setSettingHandler } from './statements/settings.ts';
import { showHandler } from './statements/show.ts';
import { transactionHandler } from './statements/transactions.ts';

const handlers: { readonly [Kind in Statement['kind']]: Handler<Kind> } = {
  query: queryHandler,
  'create-table': createTableHandler,
  'create-transform': createTransformHandler,
  insert: insertHandler,
  'create-view': createViewHandler,
  drop: dropHandler,
  'create-database': createDatabaseHandler,
  'create-schema': createSchemaHandler,
  alter: alterHandler,
  'set-setting': setSettingHandler,
  'set-variable': setVariableHandler,
  block: blockHandler,
  raise: raiseHandler,
  transaction: transactionHandler,
  'declare-cursor': declareCursorHandler,
  fetch: fetchHandler,
  'close-cursor': closeCursorHandler,
  prepare: prepareHandler,
  execute: executeHandler,
  deallocate: deallocateHandler,
  explain: explainHandler,
  show: showHandler,
  describe: describeHandler,
  analyze: analyzeHandler,
  copy: copyHandler,
  use: useHandler,
  'create-audience': createAudienceHandler,
  'create-namespace': createNamespaceHandler,
  'create-model': createModelHandler,
  'drop-model': dropModelHandler,
  unsupported: unsupportedHandler,
};

const handlerOf = (statement: Statement): Handler => handlers[statement.kind] as Handler; // its own kind's handler

/** Carries a statement out. */
export async function runStatement(statement: Statement, place: Place): Promise<Started> {
  const resolved = await resolveMembers(statement, place);
  return handlerOf(resolved).run(resolved, anchored(resolved, place), runStatement);
}

/** What a statement comes down to, step by step, as it would run now. `place` needs a preview. */
export async function showStatement(statement: Statement, place: Place): Promise<readonly Shown[]> {
  const resolved = await resolveMembers(statement, place);
  return handlerOf(resolved).show(resolved, anchored(resolved, place), showStatement);
}

const anchored = (statement: Statement, place: Place): Place => ({
  ...place,
  anchor: anchorOf(statement, place.source),
});
