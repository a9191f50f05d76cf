import { hiddenSchema } from '../../catalog/store/names.ts';
import { relation } from '../../core/sql.ts';

/** One row a finished send: what the size guard, the frequency cap and a removal need of it. */
export const sendTable = relation([hiddenSchema, 'send']);

/** Who a send reached: the keyed hash of each identity, and the match keys exactly as they were delivered. */
export const sentMemberTable = relation([hiddenSchema, 'sent_member']);
