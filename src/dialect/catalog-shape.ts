/** What the editor knows of the database, as plain data: the caller rebuilds it when the catalog changes. */
export interface CatalogShape {
  readonly schemas: readonly SchemaShape[];
  readonly relations: readonly RelationShape[];
  readonly functions: readonly FunctionShape[];
  /** Files that SQL may read by path, such as attached CSV files. */
  readonly files: readonly FileShape[];
  /** User-defined types such as enums. */
  readonly types: readonly string[];
  /** Schemas whose relations need no prefix, in order of precedence. */
  readonly searchPath: readonly string[];
}

export interface SchemaShape {
  readonly name: string;
  /** Set for schemas of another database than the project's own. */
  readonly database?: string;
}

export interface RelationShape {
  readonly schema: string;
  readonly database?: string;
  readonly name: string;
  readonly kind: 'table' | 'view';
  readonly columns: readonly ColumnShape[];
  readonly rowCount?: number;
  readonly comment?: string;
}

export interface ColumnShape {
  readonly name: string;
  /** The engine's name of the type; absent when it is not known, as for most computed columns. */
  readonly sqlType?: string;
}

export interface FileShape {
  readonly path: string;
  readonly columns?: readonly ColumnShape[];
}

export type FunctionKind = 'scalar' | 'aggregate' | 'window' | 'table-function' | 'macro' | 'table-macro' | 'pragma';

export interface FunctionShape {
  readonly name: string;
  readonly kind: FunctionKind;
  readonly signatures: readonly SignatureShape[];
  readonly description?: string;
  readonly examples: readonly string[];
}

export interface SignatureShape {
  readonly parameters: readonly ParameterShape[];
  /** Absent where the engine does not tell, as for macros. */
  readonly returns?: string;
  /** The type of any number of further arguments. */
  readonly varargs?: string;
}

export interface ParameterShape {
  readonly name: string;
  readonly type?: string;
  /** Written as `name := value` and may be left out. */
  readonly named?: true;
}

/** A catalog that knows nothing, for an editor that opens before the engine does. */
export const emptyCatalog: CatalogShape = {
  schemas: [],
  relations: [],
  functions: [],
  files: [],
  types: [],
  searchPath: ['main'],
};
