import { z } from 'zod';

/** The version of `project.json` this program writes; older ones are migrated, newer ones refused. */
export const projectVersion = 1;

/**
 * `project.json`: what a project is, apart from its data. Unknown keys are kept, so that a newer minor version's
 * additions survive. `generation` grows with every copy of the database into the folder.
 */
export const projectDocumentSchema = z.looseObject({
  format: z.literal('stillhouse-project'),
  version: z.literal(projectVersion),
  id: z.uuid(),
  name: z.string().min(1).max(200),
  createdAt: z.iso.datetime(),
  generation: z.int().min(0),
});

export type ProjectDocument = z.output<typeof projectDocumentSchema>;

/** The file as text that diffs well: stable order, one key a line, a newline at its end. */
export function printProjectDocument(document: ProjectDocument): string {
  const { format, version, id, name, createdAt, generation, ...rest } = document;
  return `${JSON.stringify({ format, version, id, name, createdAt, generation, ...rest }, null, 2)}\n`;
}
