import { StillhouseError } from '../../core/error.ts';

const perMinute = 60_000;
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

/** Minutes east of Greenwich at a moment, in milliseconds since 1970. */
export interface Zone {
  offsetAt(epochMs: number): number;
}

/** A zone by its name or offset: `Europe/Berlin`, `PST`, `UTC`, `+02:00`, `GMT+2`. Throws `sql-value` for others. */
export function zoneNamed(written: string): Zone {
  const name = shortNames[written] ?? written;
  const fixed = fixedOffset(name);
  return fixed === undefined ? regionZone(name) : { offsetAt: () => fixed };
}

/** The offset of a zone at the moment its clocks show: the first of two such moments, the earlier offset where there is none. */
export function offsetAtLocal(zone: Zone, localMs: number): number {
  const [before, after] = [zone.offsetAt(localMs - day), zone.offsetAt(localMs + day)];
  if (before === after || zone.offsetAt(localMs - before * perMinute) === before) return before;
  return zone.offsetAt(localMs - after * perMinute) === after ? after : before;
}

function fixedOffset(name: string): number | undefined {
  const match = /^(?:Z|(?:UTC|GMT|UT)?(?:([+-])(\d\d?)(?::?([0-5]\d))?(?::?[0-5]\d)?)?)$/.exec(name);
  if (match === null || name === '') return undefined;
  const [, sign, hours = '0', minutes = '0'] = match;
  const offset = Number(hours) * 60 + Number(minutes);
  if (offset > 18 * 60) throw unknownZone(name);
  return sign === '-' ? -offset : offset;
}

function regionZone(name: string): Zone {
  const format = formatterOf(name);
  const known = new Map<number, number>();
  const measure = (epochMs: number) => {
    const second = Math.floor(epochMs / 1000) * 1000;
    const parts: Partial<Record<string, number>> = {};
    for (const { type, value } of format.formatToParts(second)) parts[type] = Number(value);
    const { year = 0, month = 1, day: date = 1, hour = 0, minute = 0, second: seconds = 0 } = parts;
    const local = new Date(0);
    local.setUTCFullYear(year, month - 1, date);
    return Math.floor((local.getTime() + ((hour * 60 + minute) * 60 + seconds) * 1000 - second) / perMinute);
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

function formatterOf(name: string): Intl.DateTimeFormat {
  const numeric = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  } as const;
  try {
    return new Intl.DateTimeFormat('en-u-ca-iso8601', { ...numeric, hourCycle: 'h23', timeZone: name });
  } catch (error) {
    throw unknownZone(name, error);
  }
}

const unknownZone = (name: string, cause?: unknown) =>
  new StillhouseError('sql-value', `There is no time zone "${name}". Zones are written Europe/Berlin or +02:00.`, {
    cause,
  });
