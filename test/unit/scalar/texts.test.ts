import { describe, expect, test } from 'vitest';
import { callScalar } from './call-scalar.ts';

// From the documentation of Spark's built-in functions, where nothing else is said.
describe('numbers as text', () => {
  test.each([
    ['12332.123456', '4', '12,332.1235'],
    ['12332.123456', '##################.###', '12332.123'],
    ['1.23321234566E7', '2', '12,332,123.46'],
    ['0.5', '0', '0'],
    ['1.5', '0', '2'],
    ['2.5', '0', '2'],
    ['-1234.5', '1', '-1,234.5'],
    ['5', '-1', null],
    ['0.256', '#0.0%', '25.6%'],
    ['1234567', '###,###', '1,234,567'],
  ])('format_number(%s, %s)', (number, places, expected) => {
    expect(callScalar('sh_format_number', number, places)).toBe(expected);
  });

  test.each([
    ['100', 2, 10, '4'],
    ['-10', 16, -10, '-16'],
    ['-10', 16, 10, '18446744073709551600'],
    ['ff', 16, 2, '11111111'],
    ['12x', 10, 16, 'C'],
    ['x', 10, 16, '0'],
    ['99999999999999999999', 10, 16, 'FFFFFFFFFFFFFFFF'],
    ['', 10, 16, null],
    ['1', 1, 10, null],
    ['1', 10, 37, null],
  ])('conv(%s, %i, %i)', (number, from, to, expected) => {
    expect(callScalar('sh_conv', number, from, to)).toBe(expected);
  });

  test.each([
    ['454', '999', '454'],
    ['454.00', '000D00', '454.00'],
    ['12454', '99G999', '12,454'],
    ['78.12', '$99.99', '$78.12'],
    ['-12454.8', '99G999D9S', '12,454.8-'],
    ['5', '999', '  5'],
    ['5', '009', '005'],
    ['1234', '999', '###'],
  ])('to_char(%s, %s)', (number, format, expected) => {
    expect(callScalar('sh_to_char', number, format)).toBe(expected);
  });

  test.each([
    ['454', '999', '454'],
    ['454.00', '000.00', '454.00'],
    ['12,454', '99,999', '12454'],
    ['$78.12', '$99.99', '78.12'],
    ['12,454.8-', '99,999.9S', '-12454.8'],
    ['<12>', '99PR', '-12'],
    ['1234', '999', null],
    ['1,2,3', '999', null],
    ['12', '000', null],
    ['78.12', '$99.99', null],
  ])('to_number(%s, %s)', (text, format, expected) => {
    expect(callScalar('sh_to_number', text, format)).toBe(expected);
  });
});

describe('format_string', () => {
  // java.util.Formatter.
  test.each<[string, (string | number | null)[], string]>([
    ['Hello World %d %s', ['100', 'days'], 'Hello World 100 days'],
    ['%.2f|%8.3f|%-8.1f|', [3.14159, 2.5, 1], '3.14|   2.500|1.0     |'],
    ['%05d|%5d|%-5d|%+d|%,d', ['42', '42', '42', '42', '1234567'], '00042|   42|42   |+42|1,234,567'],
    ['%x %X %o', ['255', '-1', '8'], 'ff FFFFFFFF 10'],
    ['%s %S %10s|%-10s|%.3s', ['a', 'b', 'c', 'd', 'abcdef'], 'a B          c|d         |abc'],
    ['%2$s %1$s', ['a', 'b'], 'b a'],
    ['%e', [12_345.678], '1.234568e+04'],
    ['%d%%%n', ['5'], '5%\n'],
    ['%s %s', [null, 1e7], 'null 1.0E7'],
    ['%,.2f', ['12345.675'], '12,345.68'],
    ['%(d', ['-5'], '(5)'],
    ['%b', ['true'], 'true'],
    ['%05d', ['-42'], '-0042'],
  ])('%s', (format, values, expected) => {
    expect(callScalar('sh_format_string', format, ...values)).toBe(expected);
  });

  test('refuses what does not fit', () => {
    expect(() => callScalar('sh_format_string', '%d', 1.5)).toThrow('"%d" does not take the value 1.5');
    expect(() => callScalar('sh_format_string', '%s %s', 'a')).toThrow('has no value');
    expect(() => callScalar('sh_format_string', '5 %', 'a')).toThrow('cannot be read at "%"');
  });
});

describe('texts', () => {
  test('soundex', () => {
    expect(callScalar('sh_soundex', 'Miller')).toBe('M460');
    // The rules of the United States' National Archives: H and W do not part equal codes, vowels do.
    expect(callScalar('sh_soundex', 'Ashcraft')).toBe('A261');
    expect(callScalar('sh_soundex', 'Tymczak')).toBe('T522');
    expect(callScalar('sh_soundex', 'Pfister')).toBe('P236');
    expect(callScalar('sh_soundex', '中文')).toBe('中文');
  });

  test('levenshtein counts characters', () => {
    expect(callScalar('sh_levenshtein', 'kitten', 'sitting')).toBe(3);
    expect(callScalar('sh_levenshtein', 'Müller', 'Muller')).toBe(1);
    expect(callScalar('sh_levenshtein', '😀', '')).toBe(1);
  });

  test('initcap', () => {
    expect(callScalar('sh_initcap', 'sPark sql')).toBe('Spark Sql');
    expect(callScalar('sh_initcap', "o'neil  élan-vital")).toBe("O'neil  Élan-vital");
  });

  test('mask', () => {
    expect(callScalar('sh_mask', 'AbCD123-@$#', 'X', 'x', 'n', '')).toBe('XxXXnnn-@$#');
    expect(callScalar('sh_mask', 'AbCD123-@$#', 'Q', 'q', 'd', 'o')).toBe('QqQQdddoooo');
    expect(callScalar('sh_mask', 'AbCD123-@$#', '', '', '', '')).toBe('AbCD123-@$#');
  });

  test('parse_url', () => {
    const address = 'http://user:secret@spark.apache.org:8080/path;x?query=1&a=b#ref';
    const part = (name: string, ...key: string[]) => callScalar('sh_parse_url', address, name, ...key);
    expect(
      ['HOST', 'PATH', 'QUERY', 'REF', 'PROTOCOL', 'FILE', 'AUTHORITY', 'USERINFO'].map((name) => part(name)),
    ).toEqual([
      'spark.apache.org',
      '/path;x',
      'query=1&a=b',
      'ref',
      'http',
      '/path;x?query=1&a=b',
      'user:secret@spark.apache.org:8080',
      'user:secret',
    ]);
    expect(part('QUERY', 'query')).toBe('1');
    expect(part('QUERY', 'uery')).toBeNull();
    expect(part('HOST', 'query')).toBeNull();
    expect(part('host')).toBeNull();
    expect(callScalar('sh_parse_url', 'not an address', 'HOST')).toBeNull();
  });

  test('addresses of forms', () => {
    expect(callScalar('sh_url_encode', 'https://spark.apache.org')).toBe('https%3A%2F%2Fspark.apache.org');
    expect(callScalar('sh_url_encode', "a b~é*'")).toBe('a+b%7E%C3%A9*%27');
    expect(callScalar('sh_url_decode', 'a+b%7E%C3%A9*%27')).toBe("a b~é*'");
    expect(() => callScalar('sh_url_decode', '100%')).toThrow('is no encoded text');
  });

  test('sentences', () => {
    expect(callScalar('sh_sentences', 'Hi there! Good morning.')).toBe('[["Hi", "there"], ["Good", "morning"]]');
    expect(callScalar('sh_sentences', '')).toBe('[]');
  });
});
