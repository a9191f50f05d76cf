import type { SendWorkshop } from '../../src/activation/run/send-workshop.ts';
import type { Host } from '../../src/host/host.ts';
import { encodeInWorker } from '../export/encode-in-worker.ts';
import { gzip } from '../export/worker/web-streams.ts';
import type { LiveProject } from '../project/project-controller.ts';

/** What sends of the open project are made with. */
export function sendWorkshop(host: Host, { workspace, space, engine }: LiveProject): SendWorkshop {
  return {
    host,
    workspace,
    space,
    engine,
    now: () => new Date(),
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    gzip,
    encode: encodeInWorker,
  };
}
