import { hiddenSchema } from '../../catalog/store/names.ts';
import { relation } from '../../core/sql.ts';

/** One row a finished send: what the size guard, the frequency cap and a removal need of it. */
export const sendTable = relation([hiddenSchema, 'send']);

/** Who a send reached, with the keys they were known by at the platform. */
export const sentMemberTable = relation([hiddenSchema, 'sent_member']);
