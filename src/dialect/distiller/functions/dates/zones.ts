import { type Sql, sql } from '../../../../core/sql.ts';
import { asText, asTimestamp } from '../../translate/coerce.ts';
import { once } from '../../translate/once.ts';
import { timestamp, typed } from '../../translate/typed.ts';
import type { FunctionCall, FunctionEntry } from '../contract.ts';
import { scalar } from '../scalar-entry.ts';

/** The clock of a zone at a moment of UTC. */
function fromUtc(moment: Sql, zone: Sql): Sql {
  return once(moment, (at) => sql`(${at} + to_seconds(sh_zone_offset(CAST(epoch_us(${at}) AS DOUBLE), ${zone})))`);
}

/** The moment of UTC at which a zone's clock shows this. */
export function toUtc(moment: Sql, zone: Sql): Sql {
  return once(
    moment,
    (at) => sql`(${at} - to_seconds(sh_local_zone_offset(CAST(epoch_us(${at}) AS DOUBLE), ${zone})))`,
  );
}

function converted(call: FunctionCall): Sql {
  if (call.count === 2) return fromUtc(asTimestamp(call.argument(1)), asText(call.argument(0)));
  const utc = toUtc(asTimestamp(call.argument(2)), asText(call.argument(0)));
  return fromUtc(utc, asText(call.argument(1)));
}

/** Clocks of other zones. Zones are names such as Europe/Berlin, or offsets such as +02:00. */
export const zoneFunctions: readonly FunctionEntry[] = [
  scalar(
    'convert_timezone([from, ]to, moment)',
    'What a zone’s clock shows when another’s, or UTC’s, shows this.',
    (call) => typed(converted(call), timestamp),
  ),
  scalar('from_utc_timestamp(moment, zone)', 'What a zone’s clock shows at this moment of UTC.', (call) =>
    typed(fromUtc(asTimestamp(call.argument(0)), asText(call.argument(1))), timestamp),
  ),
  scalar('to_utc_timestamp(moment, zone)', 'The moment of UTC at which the zone’s clock shows this.', (call) =>
    typed(toUtc(asTimestamp(call.argument(0)), asText(call.argument(1))), timestamp),
  ),
];
