import { text } from '../../src/catalog/store/execute.ts';
import { scalar } from '../../src/engine/collect.ts';
import { withReader } from '../../src/engine/with-reader.ts';
import { readReports } from '../../src/ingest/run/report-store.ts';
import type { ImportReport } from '../../src/ingest/run/request.ts';
import type { ProjectController } from '../project/project-controller.ts';

/** The reports of imports into one table of the open project, the latest first. */
export async function readProjectReports(
  project: ProjectController,
  target: { readonly schema: string; readonly name: string },
): Promise<readonly ImportReport[]> {
  const { engine } = await project.whenLive();
  return withReader(engine, async (reader) => {
    const database = text(await scalar(reader, 'SELECT current_database()'));
    return readReports(reader, database, target);
  });
}
