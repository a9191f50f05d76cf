import type { QualifiedName, Show } from '../../syntax/statement.ts';
import type { Parser } from '../parser.ts';

/** What can be shown, by its words behind SHOW. */
const kinds: readonly (readonly [words: readonly string[], what: Show['what']])[] = [
  [['PRIMARY', 'KEYS'], 'primary-keys'],
  [['FOREIGN', 'KEYS'], 'foreign-keys'],
  [['CREATE', 'TABLE'], 'create-table'],
  [['TABLES'], 'tables'],
  [['VIEWS'], 'views'],
  [['DATABASES'], 'databases'],
  [['SCHEMAS'], 'schemas'],
  [['COLUMNS'], 'columns'],
  [['NAMESPACES'], 'namespaces'],
  [['DATAGROUPS'], 'datagroups'],
  [['STATISTICS'], 'statistics'],
  [['SAMPLES'], 'samples'],
  [['MODELS'], 'models'],
  [['FUNCTIONS'], 'functions'],
  [['ALL'], 'all'],
];

/** Reads every SHOW; other words are the name of a setting. */
export function readShow(parser: Parser): Show {
  const { start } = parser;
  parser.advance();
  const what = readWhat(parser);
  if (what === 'setting') {
    if (parser.is('TIME') && parser.peek().symbol === 'ZONE') parser.advance();
    const name = parser.qualifiedName('what to show, such as TABLES or the name of a setting');
    if (!parser.ended && !parser.is(';')) throw parser.unexpected(`the end of SHOW ${name[0]?.text ?? ''}`, []);
    return { kind: 'show', span: parser.spanFrom(start), what, name };
  }
  const name = readScope(parser, what);
  const like = readPattern(parser);
  return {
    kind: 'show',
    span: parser.spanFrom(start),
    what,
    ...(name !== undefined && { name }),
    ...(like !== undefined && { like }),
  };
}

function readWhat(parser: Parser): Show['what'] {
  const found = kinds.find(([words]) => parser.sees(...words));
  if (found === undefined || (found[1] !== 'all' && parser.peek(found[0].length).symbol === '.')) return 'setting';
  parser.accept(...found[0]);
  return found[1];
}

function readScope(parser: Parser, what: Show['what']): QualifiedName | undefined {
  const said = parser.acceptOne('FROM', 'IN', 'FOR', 'ON') !== undefined;
  if (!said && what !== 'create-table') return undefined;
  const { token } = parser;
  if (token.kind !== 'string') return parser.qualifiedName('a name of a table or database');
  const span = parser.place(token);
  return parser
    .string('a name')
    .split('.')
    .map((text) => ({ text, quoted: true, span }));
}

function readPattern(parser: Parser): string | undefined {
  const said = parser.accept('LIKE');
  return said || parser.token.kind === 'string' ? parser.string('a pattern in quotes behind LIKE') : undefined;
}
