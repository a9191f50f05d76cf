import { z } from 'zod';

/** Whom to erase, and what with them, as users decide it. */
export const erasureOrderSchema = z.object({
  /** As `readIdentities` gives them. */
  identities: z.array(z.string().min(1)).min(1).readonly(),
  /** The columns that name people by dataset label, where they are not the guessed ones; an empty list leaves a dataset whole. */
  columns: z.record(z.string(), z.array(z.string()).readonly()),
  /** Whether dated backups are deleted: they are databases that cannot be searched as they lie. */
  deleteBackups: z.boolean(),
});
export type ErasureOrder = z.output<typeof erasureOrderSchema>;

/** One order for what two ask; the columns of the first come first. */
export function joinOrders(first: ErasureOrder, second: ErasureOrder): ErasureOrder {
  return {
    identities: [...new Set([...first.identities, ...second.identities])],
    columns: { ...second.columns, ...first.columns },
    deleteBackups: first.deleteBackups || second.deleteBackups,
  };
}
