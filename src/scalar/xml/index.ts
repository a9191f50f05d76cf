import { StillhouseError } from '../../core/error.ts';
import { scalarFunction } from '../contract.ts';
import { nestedItem, nestedList, nestedNull } from '../json/nested-text.ts';
import { rememberLast } from '../remember-last.ts';
import { asBoolean, asNumber, asString, evaluateXPath, type XPathValue } from './evaluate-path.ts';
import { parseXPath } from './parse-path.ts';
import { parseXml } from './parse-xml.ts';

const documentOf = rememberLast(parseXml);
const pathOf = rememberLast(parseXPath);

/** Reads what a path finds in a document; an empty text has nothing. */
const reading =
  <Given>(read: (value: XPathValue) => Given) =>
  (xml: string, path: string): Given | null =>
    xml === '' ? null : read(evaluateXPath(pathOf(path), documentOf(xml)));

const takes = ['text', 'text'] as const;

/** Spark's functions on XML. `sh_xpath` gives an array as text, for `CAST(… AS VARCHAR[])`: elements are NULL in it. */
export const xmlFunctions = [
  scalarFunction({ name: 'sh_xpath', takes, gives: 'text', row: reading(nodeTexts) }),
  scalarFunction({ name: 'sh_xpath_boolean', takes, gives: 'boolean', row: reading(asBoolean) }),
  scalarFunction({ name: 'sh_xpath_number', takes, gives: 'double', row: reading(numberOrZero) }),
  scalarFunction({ name: 'sh_xpath_string', takes, gives: 'text', row: reading(asString) }),
];

function nodeTexts(value: XPathValue): string {
  if (typeof value !== 'object')
    throw new StillhouseError('sql-value', 'This XPath finds no nodes; xpath_string takes it.');
  return nestedList(value.map((node) => ('value' in node ? nestedItem(node.value) : nestedNull)));
}

function numberOrZero(value: XPathValue): number {
  return typeof value === 'object' && value.length === 0 ? 0 : asNumber(value);
}
