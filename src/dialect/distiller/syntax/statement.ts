import type { Expression, NamePart } from './expression.ts';
import type { Query } from './query.ts';
import type { Span } from './span.ts';
import type { WrittenType } from './type.ts';

/** `a.b.c`, outermost part first. */
export type QualifiedName = readonly NamePart[];

/** `key = value` of a WITH or OPTIONS list; the key is lower-cased, quotes round the value are taken off. */
export interface Option {
  readonly span: Span;
  readonly key: string;
  readonly value: string;
  /** Set when the value has arguments, as in `DISTRIBUTION = HASH(customer_id)`. */
  readonly arguments?: readonly string[];
}

interface Node<Kind extends string> {
  readonly kind: Kind;
  readonly span: Span;
}

export interface QueryStatement extends Node<'query'> {
  readonly query: Query;
}
export interface ColumnDefinition {
  readonly span: Span;
  readonly name: NamePart;
  readonly type: WrittenType;
  readonly notNull: boolean;
  readonly comment?: string;
  /** `PRIMARY KEY`. */
  readonly primaryKey?: boolean;
  /** `PRIMARY IDENTITY NAMESPACE 'Email'`, `IDENTITY NAMESPACE 'IDFA'`. */
  readonly identity?: { readonly primary: boolean; readonly namespace?: string };
}
/** `CREATE TABLE … WITH (…) AS (…)`, or with columns. `SELECT … INTO` comes as a query. */
export interface CreateTable extends Node<'create-table'> {
  readonly name: QualifiedName;
  readonly ifNotExists: boolean;
  readonly orReplace: boolean;
  readonly temporary: boolean;
  readonly columns: readonly ColumnDefinition[];
  readonly options: readonly Option[];
  readonly query?: Query;
}
/** `CREATE TABLE name TRANSFORM (…) OPTIONS (…) AS …`: transformers without a model. */
export interface CreateTransform extends Node<'create-transform'> {
  readonly name: QualifiedName;
  readonly ifNotExists: boolean;
  readonly transforms: readonly Transform[];
  readonly options: readonly Option[];
  readonly query: Query;
}
export interface Insert extends Node<'insert'> {
  readonly target: QualifiedName;
  readonly columns: readonly NamePart[];
  readonly overwrite: boolean;
  /** `INSERT INTO AUDIENCE …`. */
  readonly audience: boolean;
  readonly query: Query;
}
export interface CreateView extends Node<'create-view'> {
  readonly name: QualifiedName;
  readonly orReplace: boolean;
  readonly ifNotExists: boolean;
  readonly temporary: boolean;
  readonly columns: readonly NamePart[];
  readonly query: Query;
}
export interface Drop extends Node<'drop'> {
  readonly what: 'table' | 'view' | 'database' | 'schema' | 'audience';
  readonly name: QualifiedName;
  readonly ifExists: boolean;
  readonly cascade: boolean;
  /** `DROP TABLE t PURGE`. */
  readonly purge: boolean;
}
export interface CreateDatabase extends Node<'create-database'> {
  readonly name: QualifiedName;
  readonly ifNotExists: boolean;
  readonly options: readonly Option[];
}
export interface CreateSchema extends Node<'create-schema'> {
  readonly name: QualifiedName;
  readonly ifNotExists: boolean;
}
export type TableConstraint =
  | { readonly kind: 'primary-key'; readonly columns: readonly QualifiedName[]; readonly namespace?: string }
  | {
      readonly kind: 'foreign-key';
      readonly columns: readonly QualifiedName[];
      readonly table: QualifiedName;
      readonly referenced: readonly QualifiedName[];
    }
  | {
      readonly kind: 'identity';
      readonly primary: boolean;
      readonly column: QualifiedName;
      readonly namespace?: string;
    };
export type AlterAction =
  | { readonly kind: 'add-columns'; readonly columns: readonly ColumnDefinition[] }
  | { readonly kind: 'add-constraint'; readonly constraint: TableConstraint; readonly name?: NamePart }
  | {
      readonly kind: 'drop-constraint';
      readonly constraint: TableConstraint | { readonly kind: 'named'; readonly name: NamePart };
    }
  | { readonly kind: 'schema'; readonly verb: 'add' | 'remove' | 'set'; readonly schema: QualifiedName }
  | { readonly kind: 'rename'; readonly name: QualifiedName };
export interface Alter extends Node<'alter'> {
  readonly what: 'table' | 'view';
  readonly name: QualifiedName;
  readonly ifExists: boolean;
  readonly action: AlterAction;
}
/** `SET key = value`; `SET key` shows it. */
export interface SetSetting extends Node<'set-setting'> {
  readonly key: string;
  readonly value?: string;
}
/** `SET @name = SELECT …` or `SET @name = expression`. */
export interface SetVariable extends Node<'set-variable'> {
  readonly name: string;
  readonly value: Query | Expression;
}
/** `$$ BEGIN … EXCEPTION WHEN OTHERS THEN … END $$`. */
export interface Block extends Node<'block'> {
  readonly statements: readonly Statement[];
  readonly exception?: readonly Statement[];
}
/** `RAISE [EXCEPTION] 'message'`. */
export interface Raise extends Node<'raise'> {
  readonly message?: Expression;
}
export interface Transaction extends Node<'transaction'> {
  readonly verb: 'begin' | 'commit' | 'rollback';
}
export interface DeclareCursor extends Node<'declare-cursor'> {
  readonly name: NamePart;
  readonly query: Query;
}
/** `FETCH [n|ALL] [IN|FROM] name`; one row without a number. */
export interface Fetch extends Node<'fetch'> {
  readonly name: NamePart;
  readonly count: number | 'all';
}
export interface CloseCursor extends Node<'close-cursor'> {
  readonly name: NamePart | 'all';
}
export interface Prepare extends Node<'prepare'> {
  readonly name: NamePart;
  readonly types: readonly WrittenType[];
  readonly statement: Statement;
}
export interface Execute extends Node<'execute'> {
  readonly name: NamePart;
  readonly arguments: readonly Expression[];
}
export interface Deallocate extends Node<'deallocate'> {
  readonly name: NamePart | 'all';
}
export interface Explain extends Node<'explain'> {
  readonly format: 'text' | 'json';
  readonly analyze: boolean;
  readonly statement: Statement;
}
export interface Show extends Node<'show'> {
  readonly what:
    | 'tables'
    | 'views'
    | 'databases'
    | 'schemas'
    | 'columns'
    | 'namespaces'
    | 'primary-keys'
    | 'foreign-keys'
    | 'datagroups'
    | 'statistics'
    | 'samples'
    | 'models'
    | 'functions'
    | 'create-table'
    | 'all'
    | 'setting';
  /** A table (`SHOW DATAGROUPS FOR 't'`, `SHOW COLUMNS IN t`), a database, or the setting's key. */
  readonly name?: QualifiedName;
  readonly like?: string;
}
/** `DESCRIBE [TABLE] [EXTENDED] name`, `DESCRIBE query`. */
export interface Describe extends Node<'describe'> {
  readonly target: QualifiedName | Query;
  readonly extended: boolean;
}
export interface Analyze extends Node<'analyze'> {
  readonly table: QualifiedName;
  readonly filter?: Expression;
  /** Statistics of columns, a sample in percent, or the accelerated store's plain form. */
  readonly purpose:
    | { readonly kind: 'statistics'; readonly columns: readonly QualifiedName[] | 'all' }
    | { readonly kind: 'sample'; readonly percent: number }
    | { readonly kind: 'plain' };
  readonly alias?: NamePart;
}
export interface Copy extends Node<'copy'> {
  readonly query: Query;
  readonly path: string;
  readonly format: 'parquet' | 'csv' | 'json';
}
export interface Use extends Node<'use'> {
  readonly name: QualifiedName;
}
export interface CreateAudience extends Node<'create-audience'> {
  readonly name: QualifiedName;
  readonly options: readonly Option[];
  readonly query: Query;
}
export interface CreateNamespace extends Node<'create-namespace'> {
  readonly name: NamePart;
  readonly options: readonly Option[];
}
/** `fn(col, 2) AS alias` of a TRANSFORM list. */
export interface Transform {
  readonly span: Span;
  readonly value: Expression;
  readonly alias?: NamePart;
}
export interface CreateModel extends Node<'create-model'> {
  readonly mode: 'create' | 'if-not-exists' | 'or-replace' | 'update';
  readonly name: QualifiedName;
  readonly transforms: readonly Transform[];
  readonly options: readonly Option[];
  readonly query?: Query;
}
export interface DropModel extends Node<'drop-model'> {
  readonly name: QualifiedName;
  readonly ifExists: boolean;
  readonly version?: number;
}
/** A statement that another product has and this one refuses by its name, such as GRANT or MERGE. */
export interface Unsupported extends Node<'unsupported'> {
  readonly name: string;
}

export type Statement =
  | QueryStatement
  | CreateTable
  | CreateTransform
  | Insert
  | CreateView
  | Drop
  | CreateDatabase
  | CreateSchema
  | Alter
  | SetSetting
  | SetVariable
  | Block
  | Raise
  | Transaction
  | DeclareCursor
  | Fetch
  | CloseCursor
  | Prepare
  | Execute
  | Deallocate
  | Explain
  | Show
  | Describe
  | Analyze
  | Copy
  | Use
  | CreateAudience
  | CreateNamespace
  | CreateModel
  | DropModel
  | Unsupported;
