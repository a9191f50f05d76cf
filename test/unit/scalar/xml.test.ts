import { describe, expect, test } from 'vitest';
import { callScalar } from './call-scalar.ts';

// The first of each are in the documentation of Spark.
describe('XPath', () => {
  test.each([
    ['<a><b>b1</b><b>b2</b><b>b3</b><c>c1</c><c>c2</c></a>', 'a/b/text()', '["b1", "b2", "b3"]'],
    ['<a><b>b1</b><b>b2</b><b>b3</b><c>c1</c><c>c2</c></a>', 'a/b', '[NULL, NULL, NULL]'],
    ['<a><b id="1"/><b id="2"/></a>', '//@id', '["1", "2"]'],
    ['<a/>', '/a/b', '[]'],
  ])('xpath(%s, %s)', (xml, path, expected) => {
    expect(callScalar('sh_xpath', xml, path)).toBe(expected);
  });

  const shop = `<?xml version="1.0"?><!-- a shop --><shop><item sku='x1' price="2.5">Tea &amp; more</item>
    <item sku="x2" price="10"><name lang="de"><![CDATA[<Kaffee>]]></name></item></shop>`;
  test.each([
    ['<a><b>b</b><c>cc</c></a>', 'a/c', 'cc'],
    [shop, '/shop/item[1]', 'Tea & more'],
    [shop, "/shop/item[@sku='x2']/name", '<Kaffee>'],
    [shop, '/shop/item[last()]/@sku', 'x2'],
    [shop, '//name[@lang]/../@price', '10'],
    [shop, '//item[@price > 5]/@sku', 'x2'],
    [shop, "//item[contains(., 'Tea') and @price < 3]/@sku", 'x1'],
    [shop, "concat(/shop/item[1]/@sku, '-', count(//item))", 'x1-2'],
    [shop, '/shop/*[2]/name/@lang', 'de'],
    [shop, '//nothing', ''],
  ])('xpath_string(%.30s, %s)', (xml, path, expected) => {
    expect(callScalar('sh_xpath_string', xml, path)).toBe(expected);
  });

  test('numbers and conditions', () => {
    expect(callScalar('sh_xpath_number', '<a><b>1</b><b>2</b></a>', 'sum(a/b)')).toBe(3);
    expect(callScalar('sh_xpath_number', '<a><b>x</b></a>', 'a/b')).toBeNaN();
    expect(callScalar('sh_xpath_number', '<a/>', 'a/b')).toBe(0);
    expect(callScalar('sh_xpath_boolean', '<a><b>1</b></a>', 'a/b')).toBe(true);
    expect(callScalar('sh_xpath_boolean', '<a><b>1</b></a>', "a/b = '2'")).toBe(false);
  });

  test('says what it does not read', () => {
    expect(() => callScalar('sh_xpath_string', '<a><b></a>', 'a')).toThrow('no well-formed XML');
    expect(() => callScalar('sh_xpath_string', 'plain', 'a')).toThrow('no well-formed XML');
    expect(() => callScalar('sh_xpath_string', '<a/>', 'a[')).toThrow('The XPath "a[" cannot be read');
    expect(() => callScalar('sh_xpath_string', '<a/>', 'following::b')).toThrow('cannot be read');
    expect(() => callScalar('sh_xpath_string', '<a/>', 'id(1)')).toThrow('There is no function id()');
    expect(callScalar('sh_xpath_string', '', 'a')).toBeNull();
  });
});
