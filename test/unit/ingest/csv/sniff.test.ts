import { describe, expect, test } from 'vitest';
import type { CsvDialect } from '../../../../src/ingest/csv/dialect.ts';
import { sniffDialect } from '../../../../src/ingest/csv/sniff.ts';

const sniff = (text: string, fixed: Partial<CsvDialect> = {}, whole = true) =>
  sniffDialect({ bytes: new TextEncoder().encode(text), whole }, fixed);

describe('marks', () => {
  test.each<readonly [string, string, Partial<CsvDialect>, number]>([
    ['comma', 'a,b\n1,2\n', { delimiter: ',' }, 2],
    ['semicolon with decimal comma', 'a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,5\n', { delimiter: ';' }, 3],
    ['semicolon with decimal comma and no header', '1,5;2,5\n1,6;2,6\n', { delimiter: ';' }, 2],
    ['tab', "id\tname\n1\tO'Brien\n2\tx, y\n", { delimiter: '\t' }, 2],
    ['bar', 'a|b|c\n1|2|3\n', { delimiter: '|' }, 3],
    ['caret', 'a^b\n1^2\n', { delimiter: '^' }, 2],
    ['tilde', 'a~b\n1~2\n', { delimiter: '~' }, 2],
    ['one column', 'name\nAnna\nBen\n', { delimiter: ',' }, 1],
    ['one column of sentences', 'text\nHello, world\nfoo\nbar, baz, x\nquux\n', { delimiter: '\u001f' }, 1],
    ['delimiters inside quotes', 'x;y\n"a;b";"c\nd"\n"e";f\n', { delimiter: ';', quote: '"' }, 2],
    ['apostrophes as quotes', "id,name\n1,'a,b'\n2,'c'\n", { quote: "'" }, 2],
    ['apostrophes in text', "id,name\n1,it's\n2,'tis\n3,x\n", { quote: '"' }, 2],
    ['quotes that are text', 'h\tw\n1\t"odd\n2\t"one\n3\t"out\n4\tx\n', { quote: '' }, 2],
    ['one stray quote', 'a,b\n1,x\n2,"y\n3,z\n', { quote: '"' }, 2],
    ['doubled quotes', 'a,b\n1,"x ""y"""\n', { escape: 'doubled' }, 2],
    ['backslashes before quotes', 'a,b\n1,"x \\"y\\", z"\n', { escape: 'backslash' }, 2],
    ['backslashes in paths', 'a,b\n1,"C:\\dir\\"\n2,"D:\\"\n', { escape: 'doubled' }, 2],
  ])('%s', (_, text, dialect, columns) => {
    const found = sniff(text);
    expect(found.dialect).toMatchObject(dialect);
    expect(found.names.length).toBe(columns);
    expect(found.evidence.map(({ about }) => about).sort()).toEqual([
      'comment',
      'delimiter',
      'escape',
      'header',
      'newline',
      'quote',
      'skipLines',
    ]);
  });

  test('what is chosen is taken as it is, and the rest follows it', () => {
    const found = sniff('a,b;c\n1,2;3\n', { delimiter: ';', header: false });
    expect(found.dialect).toMatchObject({ delimiter: ';', header: false });
    expect(found.names).toEqual(['column_1', 'column_2']);
    expect(found.evidence.find(({ about }) => about === 'delimiter')?.words).toBe('as chosen');
  });

  test('lines that are said to be no part of the table do not count', () => {
    const titles = 'Export of today\n\nby nobody\n';
    const chosen = { skipLines: 3, delimiter: '|' } as const;
    expect(sniff(`${titles}a|b|c\n`, chosen).names).toEqual(['a', 'b', 'c']);
    const remarks = '% one\n% two\n% three\na|b\n1|2\n';
    expect(sniff(remarks, { comment: '%' })).toMatchObject({ dialect: { delimiter: '|' }, names: ['a', 'b'] });
  });
});

describe('line ends', () => {
  test.each<readonly [string, string, CsvDialect['newline'], number]>([
    ['LF', 'a,b\n1,2\n', 'lf', 1],
    ['CR LF', 'a,b\r\n1,2\r\n', 'crlf', 1],
    ['CR', 'a,b\r1,2\r3,4\r', 'cr', 2],
    ['all kinds', 'a,b\n1,2\r\n3,4\r5,6\n', 'any', 3],
    ['lone CR inside fields', 'a,b\n1,x\ry\n2,z\n3,u\rv\n', 'lf', 3],
    ['lone CR inside quotes', 'a,b\n1,"x\ry"\n2,z\n', 'lf', 2],
  ])('%s', (_, text, newline, records) => {
    const found = sniff(text);
    expect(found.dialect.newline).toBe(newline);
    expect(found.records.length).toBe(records);
  });
});

describe('the top of the file', () => {
  test.each<readonly [string, string, boolean]>([
    ['names above numbers', 'id,zip\n1,12345\n2,23456\n', true],
    ['numbers everywhere', '1,2\n3,4\n', false],
    ['a first line whose values return', 'Anna,Berlin\nBen,Hamburg\nCarla,Berlin\n', false],
    ['names above text', 'name,city\nAnna,Berlin\nBen,Hamburg\n', true],
    ['a single line of names', 'id,name\n', true],
    ['a single line with a value', 'x,5\n', false],
    ['dates below a name', 'when\n2024-01-05\n', true],
  ])('header or not: %s', (_, text, header) => {
    expect(sniff(text).dialect.header).toBe(header);
  });

  test('titles above the table', () => {
    const found = sniff('Report 2024\n\nid,name\n1,Anna\n2,Ben\n');
    expect(found.dialect.skipLines).toBe(2);
    expect(found.names).toEqual(['id', 'name']);
  });

  test('titles that a spreadsheet padded', () => {
    expect(sniff('Report;;\n;;\nid;name;zip\n1;Anna;1\n').dialect.skipLines).toBe(2);
  });

  test('remarks', () => {
    const found = sniff('# exported\nid,name\n# middle\n1,Anna\n');
    expect(found.dialect).toMatchObject({ comment: '#', skipLines: 0 });
    expect(found.records.length).toBe(1);
  });

  test('a hash that belongs to the table', () => {
    expect(sniff('#id,name\n1,Anna\n').dialect.comment).toBe('');
  });

  test('a record that the sample cuts off is left out', () => {
    expect(sniff('a,b\n1,2\n3', {}, false).records.length).toBe(1);
  });

  test('nothing gives no names', () => {
    expect(sniff('').names).toEqual([]);
    expect(sniff('\n  \n').names).toEqual([]);
  });
});
