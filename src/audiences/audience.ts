import { z } from 'zod';
import { StillhouseError } from '../core/error.ts';
import { ruleSchema } from './rule/rule.ts';

const audienceSchema = z.object({
  version: z.literal(1),
  /** The dataset in schema `main` that holds the members: one row each. */
  name: z.string().min(1),
  definition: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('rule'),
      rule: ruleSchema,
      /** Columns of the people's dataset that the members keep. */
      attributes: z.array(z.string()),
    }),
    z.object({ kind: z.literal('sql'), sql: z.string().min(1) }),
  ]),
  /** The column of the primary identity in the members' dataset. */
  identity: z.string().min(1),
  /** What kind of identity that is, such as `Email` or `CRMID`. */
  namespace: z.string().min(1),
  /** A title for other systems, as CREATE AUDIENCE gives it. */
  schema: z.string().optional(),
  createdAt: z.iso.datetime(),
  refreshedAt: z.iso.datetime(),
  /** From then on its members count as too old to be sent; absent, never. */
  expiresAt: z.iso.datetime().optional(),
  /** A refresh that changes its size by more than this share (0–1) is pointed out. */
  alertAt: z.number().min(0).optional(),
});

/** People whom a rule or a query finds, kept as a dataset of members with a history of its own. */
export type Audience = z.output<typeof audienceSchema>;

/** Reads a stored audience; throws `project-invalid` for what is none. */
export function parseAudience(text: string): Audience {
  const parsed = audienceSchema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new StillhouseError('project-invalid', 'An audience of this project cannot be read.', {
    remedy: 'Open the project with the version that saved it.',
    cause: parsed.error,
  });
}

export function isExpired({ expiresAt }: Audience, now: Date): boolean {
  return expiresAt !== undefined && Date.parse(expiresAt) <= now.getTime();
}
