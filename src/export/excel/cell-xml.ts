import { type Column, isNull } from '../../engine/batch.ts';
import { textAt } from '../../engine/text.ts';
import { numberAt } from '../../engine/value.ts';
import type { ExportNote } from '../export-format.ts';
import { cellStyles } from './package-parts.ts';

/** What Excel could not take as it is, counted while cells are written. */
export interface CellNotes {
  add(kind: NoteKind): void;
  list(): ExportNote[];
}

type NoteKind = keyof typeof noteWords;

const noteWords = {
  digits: 'numbers with more digits than Excel keeps were written as text',
  dates: 'dates before March 1900, or infinite, were written as text',
  fractions: 'times lost digits beyond milliseconds',
  length: 'texts longer than 32,767 characters were cut',
} as const;

/** Excel's limit for the text of one cell. */
const maxText = 32_767;
const dayMs = 86_400_000;
/** Days from Excel's day 0, 1899-12-30, to 1970-01-01. */
const epochSerial = 25_569;
/** 1900-03-01: before it Excel counts a day that never was. */
const firstSerial = 61;

export function createCellNotes(): CellNotes {
  const counts = new Map<NoteKind, number>();
  return {
    add: (kind) => counts.set(kind, (counts.get(kind) ?? 0) + 1),
    list: () => [...counts].map(([kind, count]) => ({ message: noteWords[kind], count })),
  };
}

/** One cell as SpreadsheetML; `''` for NULL. `reference` is its place, such as `B7`. */
export function cellXml(column: Column, row: number, reference: string, notes: CellNotes): string {
  if (isNull(column, row)) return '';
  const { type } = column;
  switch (type.kind) {
    case 'boolean':
      return `<c r="${reference}" t="b"><v>${numberAt(column, row)}</v></c>`;
    case 'integer':
    case 'float':
    case 'decimal':
      return numberXml(textAt(column, row) ?? '', reference, notes);
    case 'date':
      return timeXml(column, row, reference, cellStyles.date, notes);
    case 'timestamp':
      return timeXml(column, row, reference, cellStyles.timestamp, notes);
    case 'time':
      return valueXml(reference, numberAt(column, row) / dayMs, cellStyles.time);
    default:
      return textXml(textAt(column, row) ?? '', reference, notes);
  }
}

/** Text in the cell itself, not in a table of shared texts: so sheets are written in constant memory. */
export function textXml(text: string, reference: string, notes: CellNotes, style = 0): string {
  if (text.length > maxText) notes.add('length');
  const styled = style === 0 ? '' : ` s="${style}"`;
  return `<c r="${reference}"${styled} t="inlineStr"><is><t xml:space="preserve">${escapeXml(text.slice(0, maxText))}</t></is></c>`;
}

function valueXml(reference: string, value: number, style: number): string {
  return `<c r="${reference}" s="${style}"><v>${value}</v></c>`;
}

/** Excel keeps 15 significant digits. */
function numberXml(text: string, reference: string, notes: CellNotes): string {
  const digits = /^-?0*(\d*)\.?(\d*?)0*(?:e[+-]?\d+)?$/.exec(text);
  if (digits === null) return textXml(text, reference, notes);
  const significant = `${digits[1] ?? ''}${digits[2] ?? ''}`.replace(/^0+|0+$/g, '');
  if (significant.length <= 15 || isDoubleText(text)) return `<c r="${reference}"><v>${text}</v></c>`;
  notes.add('digits');
  return textXml(text, reference, notes);
}

/** 16 and 17 digits of a double are the noise of a binary fraction; the file keeps them, Excel shows 15. */
function isDoubleText(text: string): boolean {
  return /[.e]/.test(text) && String(Number(text)) === text;
}

function timeXml(column: Column, row: number, reference: string, style: number, notes: CellNotes): string {
  const milliseconds = numberAt(column, row);
  const serial = milliseconds / dayMs + epochSerial;
  const text = textAt(column, row) ?? '';
  if (!(serial >= firstSerial) || serial >= 2_958_466 || text.includes('infinity')) {
    notes.add('dates');
    return textXml(text, reference, notes);
  }
  if (/\.\d{3}\d*[1-9]/.test(text)) notes.add('fractions');
  return valueXml(reference, serial, style);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Control characters, which XML cannot hold, in Office's own escape `_x0001_`. */
function escapeXml(text: string): string {
  return text
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>]/g, (character) => entities[character] ?? character)
    .replace(/(?![\t\n])[\p{Cc}\ufffe\uffff]/gu, escapeCode);
}

function escapeCode(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
