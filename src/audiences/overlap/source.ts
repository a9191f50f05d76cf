import { z } from 'zod';

/** People to compare: those a dataset names, or those of a segment within a column of segment memberships. */
export const overlapSourceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('dataset'),
    /** The dataset's label; an audience is the dataset of its name. */
    dataset: z.string().min(1),
    /** The path of the identity. */
    identity: z.string().min(1),
  }),
  z.object({
    kind: z.literal('segment'),
    dataset: z.string().min(1),
    identity: z.string().min(1),
    /** The path of the memberships: namespace → segment → struct with a `status`. */
    memberships: z.string().min(1),
    namespace: z.string(),
    segment: z.string(),
  }),
]);
export type OverlapSource = z.output<typeof overlapSourceSchema>;

/** Bits of a signed 32-bit mask, less one for safety: more sources cannot be compared at once. */
export const mostSources = 30;

/** The same text for the same source, whatever its identity column is. */
export function sourceKey(source: OverlapSource): string {
  return JSON.stringify(
    source.kind === 'dataset'
      ? [source.dataset]
      : [source.dataset, source.memberships, source.namespace, source.segment],
  );
}

/** How people call a source; not unique where two datasets hold the same segment. */
export function sourceTitle(source: OverlapSource): string {
  return source.kind === 'dataset' ? source.dataset : source.segment;
}
