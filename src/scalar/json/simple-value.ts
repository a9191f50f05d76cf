import { parseDatePattern } from '../time/date-pattern.ts';
import { formatMoment } from '../time/format-moment.ts';
import type { MomentReader } from '../time/parse-moment.ts';
import { isNumber, type Json } from './parse-json.ts';
import type { SparkType } from './spark-type.ts';

type SimpleType = Extract<SparkType, { kind: 'simple' }>;

const integerBits: Readonly<Partial<Record<SimpleType['name'], number>>> = {
  TINYINT: 8,
  SMALLINT: 16,
  INT: 32,
  BIGINT: 64,
};
const specialNumbers: Readonly<Partial<Record<string, string>>> = {
  ...{
    NaN: 'nan',
    Infinity: 'inf',
    '+INF': 'inf',
    INF: 'inf',
    '+Infinity': 'inf',
    '-Infinity': '-inf',
    '-INF': '-inf',
  },
};
const momentShape = /^\d{4}-\d\d?-\d\d?(?:[T ]\d\d?:\d\d?(?::\d\d?(?:\.\d{1,9})?)?)?(?:Z|[+-]\d\d:?\d\d)?$/;

/** How moments are read where a pattern says it. */
export interface SimpleReading {
  readonly timestamp: MomentReader | undefined;
  readonly date: MomentReader | undefined;
}

/** A simple JSON value as a text that casts to the type; `undefined` where it does not fit. `asText` is it as STRING. */
export function simpleText(
  json: Json,
  { name, precision, scale }: SimpleType,
  asText: string | undefined,
  reading: SimpleReading,
): string | undefined {
  if (name === 'STRING') return asText;
  if (name === 'BOOLEAN') return typeof json === 'boolean' ? String(json) : undefined;
  if (typeof json === 'string') return textAs(json, name, precision - scale, reading);
  if (json === null || typeof json !== 'object' || !isNumber(json)) return undefined;
  const bits = integerBits[name];
  if (bits !== undefined) {
    const fits = /^-?\d+$/.test(json.number) && BigInt.asIntN(bits, BigInt(json.number)) === BigInt(json.number);
    return fits ? json.number : undefined;
  }
  if (name === 'DOUBLE' || name === 'FLOAT') return json.number;
  if (name === 'DECIMAL') return fitsDecimal(json.number, precision - scale) ? json.number : undefined;
  return undefined;
}

function textAs(
  text: string,
  name: SimpleType['name'],
  wholeDigits: number,
  reading: SimpleReading,
): string | undefined {
  switch (name) {
    case 'FLOAT':
    case 'DOUBLE':
      return specialNumbers[text];
    case 'DECIMAL': {
      const plain = text.replaceAll(',', '');
      return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(plain) && fitsDecimal(plain, wholeDigits)
        ? plain
        : undefined;
    }
    case 'DATE':
      if (reading.date !== undefined) return momentBy(reading.date, text)?.slice(0, 10);
      return momentShape.test(text) ? momentText(text, name) : undefined;
    case 'TIMESTAMP':
      if (reading.timestamp !== undefined) return momentBy(reading.timestamp, text);
      return momentShape.test(text) ? momentText(text, name) : undefined;
    case 'BINARY':
      return binaryText(text);
    default:
      return undefined;
  }
}

function momentBy(read: MomentReader, text: string): string | undefined {
  const moment = read(text);
  return moment === undefined ? undefined : formatMoment(Number(moment), plainPattern);
}

const plainPattern = parseDatePattern('yyyy-MM-dd HH:mm:ss.SSSSSS');

const fitsDecimal = (number: string, wholeDigits: number): boolean =>
  Math.abs(Number(number)) < 10 ** wholeDigits - 0.5;

/** A moment of any zone as one of UTC; `undefined` for days that do not exist. */
function momentText(text: string, name: 'DATE' | 'TIMESTAMP'): string | undefined {
  const [, year = '', month = '', day = '', rest = ''] = /^(\d{4})-(\d\d?)-(\d\d?)(.*)$/.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const start = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(start) || new Date(start).getUTCDate() !== Number(day)) return undefined;
  if (name === 'DATE') return date;
  const [, hour = '0', minute = '0', second = '0', fraction = '', zone = ''] =
    /^(?:[T ](\d\d?):(\d\d?)(?::(\d\d?)(?:\.(\d+))?)?)?(Z|[+-].*)?$/.exec(rest) ?? [];
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const shift = zone === '' || zone === 'Z' ? 0 : zoneMinutes(zone);
  const seconds = Number(hour) * 3600 + (Number(minute) - shift) * 60 + Number(second);
  const shown = new Date(start + seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
  return `${shown}.${fraction.slice(0, 6).padEnd(6, '0')}`;
}

function zoneMinutes(zone: string): number {
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
}

/** Base 64 as the engine writes bytes: `\\x41`. */
function binaryText(text: string): string | undefined {
  if (!/^[A-Za-z0-9+/\s]*={0,2}$/.test(text)) return undefined;
  let written = '';
  let [bits, count] = [0, 0];
  for (const letter of text.replace(/[^A-Za-z0-9+/]/g, '')) {
    bits = ((bits << 6) | alphabet.indexOf(letter)) & 0xffffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    written += `\\x${((bits >> count) & 0xff).toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return written;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
