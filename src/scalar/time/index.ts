import { scalarFunction } from '../contract.ts';
import { rememberLast } from '../remember-last.ts';
import { microsecondsOfWritten } from './moment-text.ts';
import { parseDatePattern } from './date-pattern.ts';
import { formatMoment } from './format-moment.ts';
import { momentReader } from './parse-moment.ts';
import { offsetAtLocal, zoneNamed } from './zone.ts';

const piecesOf = rememberLast(parseDatePattern);
const readerOf = rememberLast((pattern) => momentReader(parseDatePattern(pattern)));
const zoneOf = rememberLast(zoneNamed);

/** Moments are microseconds since 1970: as DOUBLE, which holds them exactly until the year 2255, where they are arguments. */
export const timeFunctions = [
  scalarFunction({
    name: 'sh_format_timestamp',
    takes: ['double', 'text'],
    gives: 'text',
    row: (microseconds, pattern) => formatMoment(microseconds, piecesOf(pattern)),
  }),
  scalarFunction({
    name: 'sh_parse_timestamp',
    takes: ['text', 'text'],
    gives: 'bigint',
    row: (text, pattern) => readerOf(pattern)(text) ?? null,
  }),
  scalarFunction({
    name: 'sh_timestamp',
    takes: ['text'],
    gives: 'bigint',
    row: (text) => microsecondsOfWritten(text) ?? null,
  }),
  scalarFunction({
    name: 'sh_zone_offset',
    takes: ['double', 'text'],
    gives: 'integer',
    row: (microseconds, zone) => zoneOf(zone).offsetAt(microseconds / 1000),
  }),
  scalarFunction({
    name: 'sh_local_zone_offset',
    takes: ['double', 'text'],
    gives: 'integer',
    row: (microseconds, zone) => offsetAtLocal(zoneOf(zone), microseconds / 1000),
  }),
];
