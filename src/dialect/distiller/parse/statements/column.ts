import type { ColumnDefinition } from '../../syntax/statement.ts';
import type { Parser } from '../parser.ts';
import { readType } from '../type.ts';

/** Reads `(name type …, …)`. */
export function readColumnDefinitions(parser: Parser): ColumnDefinition[] {
  return parser.bracketed('before the columns', () => readColumnDefinition(parser));
}

/** Reads `name type [NOT NULL] [COMMENT '…'] [PRIMARY KEY] [PRIMARY IDENTITY NAMESPACE '…']`. */
export function readColumnDefinition(parser: Parser): ColumnDefinition {
  const { start } = parser;
  if (beginsTableConstraint(parser)) {
    throw parser.fault(
      parser.token,
      'Keys of several columns and foreign keys are declared once the table is there.',
      'ALTER TABLE t ADD CONSTRAINT PRIMARY KEY (a) NOT ENFORCED; a column may say PRIMARY KEY behind its type.',
    );
  }
  const name = parser.name('a column name');
  parser.accept(':');
  const type = readType(parser);
  let column: ColumnDefinition = { span: parser.spanFrom(start), name, type, notNull: false };
  for (let more = readProperty(parser); more !== undefined; more = readProperty(parser))
    column = { ...column, ...more };
  if (unknownProperties.has(parser.token.symbol)) {
    throw parser.fault(
      parser.token,
      `${parser.token.symbol} of a column is not known.`,
      'A column takes NOT NULL, COMMENT, PRIMARY KEY and PRIMARY IDENTITY NAMESPACE.',
    );
  }
  return { ...column, span: parser.spanFrom(start) };
}

const beginsTableConstraint = (parser: Parser) =>
  parser.sees('PRIMARY', 'KEY') ||
  parser.sees('FOREIGN', 'KEY') ||
  (parser.is('CONSTRAINT') && ['PRIMARY', 'FOREIGN'].includes(parser.peek(2).symbol));

const unknownProperties = new Set([
  'DEFAULT',
  'UNIQUE',
  'CHECK',
  'REFERENCES',
  'GENERATED',
  'COLLATE',
  'AUTO_INCREMENT',
]);

function readProperty(parser: Parser): Partial<ColumnDefinition> | undefined {
  if (parser.accept('NOT', 'NULL')) return { notNull: true };
  if (parser.accept('NULL')) return { notNull: false };
  if (parser.accept('COMMENT')) return { comment: parser.string('a text in quotes behind COMMENT') };
  if (parser.accept('PRIMARY', 'KEY')) {
    parser.accept('NOT', 'ENFORCED');
    return { primaryKey: true };
  }
  const primary = parser.accept('PRIMARY', 'IDENTITY');
  if (!primary && !parser.accept('IDENTITY')) return undefined;
  const namespace = readNamespace(parser);
  return { identity: { primary, ...namespace } };
}

/** Reads `NAMESPACE 'Email'` or `NAMESPACE Email`, or nothing. */
export function readNamespace(parser: Parser): { readonly namespace?: string } {
  if (!parser.accept('NAMESPACE')) return {};
  if (parser.token.kind === 'string') return { namespace: parser.string('a namespace') };
  return { namespace: parser.anyName('the name of a namespace').text };
}
