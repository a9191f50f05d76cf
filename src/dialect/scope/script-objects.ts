import { createCursor } from '../token-cursor.ts';
import type { StatementRange } from '../split.ts';

/** A table or view that a statement of the script creates. */
export interface ScriptRelation {
  readonly name: readonly string[];
  readonly kind: 'table' | 'view';
  /** The creating statement's place in the script. */
  readonly statement: StatementRange;
}

/** Names that the script itself brings into being, which the catalog may not know yet. */
export interface ScriptObjects {
  readonly relations: readonly ScriptRelation[];
  readonly macros: readonly string[];
  readonly schemas: readonly string[];
  /** Names set by `SET VARIABLE`. */
  readonly variables: readonly string[];
}

/** Reads what every statement of a script creates, without looking deeper than its first words. */
export function scriptObjects(script: string, statements: readonly StatementRange[]): ScriptObjects {
  const relations: ScriptRelation[] = [];
  const macros: string[] = [];
  const schemas: string[] = [];
  const variables: string[] = [];
  for (const statement of statements) {
    if (!/^(create|set|attach)\b/i.test(script.slice(statement.start, statement.start + 8))) continue;
    const cursor = createCursor(script.slice(statement.start, Math.min(statement.end, statement.start + 400)));
    const verb = cursor.accept('CREATE', 'SET', 'ATTACH');
    if (verb === 'SET' && cursor.accept('VARIABLE') !== undefined) variables.push(...(cursor.relation() ?? []));
    if (verb !== 'CREATE') continue;
    while (cursor.accept('OR', 'REPLACE', 'TEMP', 'TEMPORARY', 'PERSISTENT', 'RECURSIVE') !== undefined);
    const kind = cursor.accept('TABLE', 'VIEW', 'MACRO', 'FUNCTION', 'SCHEMA');
    while (cursor.accept('IF', 'NOT', 'EXISTS') !== undefined);
    const name = cursor.relation();
    if (name === undefined) continue;
    if (kind === 'TABLE' || kind === 'VIEW')
      relations.push({ name, kind: kind === 'TABLE' ? 'table' : 'view', statement });
    if (kind === 'MACRO' || kind === 'FUNCTION') macros.push(name.at(-1) ?? '');
    if (kind === 'SCHEMA') schemas.push(name.at(-1) ?? '');
  }
  return { relations, macros, schemas, variables };
}
