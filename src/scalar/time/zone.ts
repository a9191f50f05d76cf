import { StillhouseError } from '../../core/error.ts';

const day = 86_400_000;
const block = 7 * day;

/** Java's `ZoneId.SHORT_IDS`, which Spark takes. */
const shortNames: Readonly<Partial<Record<string, string>>> = {
  ...{ ACT: 'Australia/Darwin', AET: 'Australia/Sydney', AGT: 'America/Argentina/Buenos_Aires', ART: 'Africa/Cairo' },
  ...{ AST: 'America/Anchorage', BET: 'America/Sao_Paulo', BST: 'Asia/Dhaka', CAT: 'Africa/Harare' },
  ...{ CNT: 'America/St_Johns', CST: 'America/Chicago', CTT: 'Asia/Shanghai', EAT: 'Africa/Addis_Ababa' },
  ...{ ECT: 'Europe/Paris', IET: 'America/Indiana/Indianapolis', IST: 'Asia/Kolkata', JST: 'Asia/Tokyo' },
  ...{ MIT: 'Pacific/Apia', NET: 'Asia/Yerevan', NST: 'Pacific/Auckland', PLT: 'Asia/Karachi', PNT: 'America/Phoenix' },
  ...{ PRT: 'America/Puerto_Rico', PST: 'America/Los_Angeles', SST: 'Pacific/Guadalcanal', VST: 'Asia/Ho_Chi_Minh' },
  ...{ EST: '-05:00', MST: '-07:00', HST: '-10:00' },
};

/** Seconds east of Greenwich at a moment, in milliseconds since 1970. */
export interface Zone {
  offsetAt(epochMs: number): number;
}

/** A zone by its name or offset: `Europe/Berlin`, `PST`, `UTC`, `+02:00`, `+1:30`, `GMT+2`. Throws `sql-value` for others. */
export function zoneNamed(written: string): Zone {
  const zone = findZone(written);
  if (zone !== undefined) return zone;
  const message = `There is no time zone "${written}". Zones are written Europe/Berlin or +02:00.`;
  throw new StillhouseError('sql-value', message);
}

/** The same; `undefined` where there is no such zone. */
export function findZone(written: string): Zone | undefined {
  const name = shortNames[written] ?? written;
  const fixed = fixedOffset(name);
  if (fixed !== undefined) return { offsetAt: () => fixed };
  const format = formatterOf(name);
  return format === undefined ? undefined : regionZone(format);
}

/** The offset of a zone at the moment its clocks show: the first of two such moments, the earlier offset where there is none. */
export function offsetAtLocal(zone: Zone, localMs: number): number {
  const [before, after] = [zone.offsetAt(localMs - day), zone.offsetAt(localMs + day)];
  if (before === after || zone.offsetAt(localMs - before * 1000) === before) return before;
  return zone.offsetAt(localMs - after * 1000) === after ? after : before;
}

/** The moment at which a zone's clocks show this: both in microseconds since 1970. */
export function momentInZone(local: bigint, zone: Zone): bigint {
  return local - BigInt(offsetAtLocal(zone, Number(local / 1000n))) * 1_000_000n;
}

const offsetShape =
  /^(?:Z|UTC|GMT|UT|(?:UTC|GMT|UT)?([+-])(\d\d?)(?::([0-5]?\d)(?::([0-5]\d))?)?|(?:UTC|GMT|UT)?([+-])(\d\d)([0-5]\d)([0-5]\d)?)$/;

/** Java's offsets, and Spark's shorter ones: `+2`, `+1:30`, `+10:3`, `-0330`. */
function fixedOffset(name: string): number | undefined {
  const match = offsetShape.exec(name);
  if (match === null) return undefined;
  const [sign, ...numbers] = match[1] === undefined ? match.slice(5) : match.slice(1, 5);
  const [hours, minutes, seconds] = numbers.map((digits: string | undefined) => Number(digits ?? 0));
  const offset = (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
  if (offset > 18 * 3600) return undefined;
  return sign === '-' ? -offset : offset;
}

function regionZone(format: Intl.DateTimeFormat): Zone {
  const known = new Map<number, number>();
  const measure = (epochMs: number) => {
    const second = Math.floor(epochMs / 1000) * 1000;
    const parts: Partial<Record<string, number>> = {};
    for (const { type, value } of format.formatToParts(second)) parts[type] = Number(value);
    const { year = 0, month = 1, day: date = 1, hour = 0, minute = 0, second: seconds = 0 } = parts;
    const local = new Date(0);
    local.setUTCFullYear(year, month - 1, date);
    return (local.getTime() - second) / 1000 + (hour * 60 + minute) * 60 + seconds;
  };
  const measureOnce = (epochMs: number) => {
    let offset = known.get(epochMs);
    if (offset === undefined) known.set(epochMs, (offset = measure(epochMs)));
    return offset;
  };
  return {
    offsetAt(epochMs) {
      const start = Math.floor(epochMs / block) * block;
      const offset = measureOnce(start);
      return offset === measureOnce(start + block) ? offset : measure(epochMs);
    },
  };
}

/** Names are told by their letters' case too, as Java tells them. */
function formatterOf(name: string): Intl.DateTimeFormat | undefined {
  const numeric = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  } as const;
  try {
    const format = new Intl.DateTimeFormat('en-u-ca-iso8601', { ...numeric, hourCycle: 'h23', timeZone: name });
    const { timeZone } = format.resolvedOptions();
    const isOtherCase = timeZone !== name && timeZone.toLowerCase() === name.toLowerCase();
    return isOtherCase || !/^[A-Z]/.test(name) ? undefined : format;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
