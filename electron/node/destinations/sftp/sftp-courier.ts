import type { SftpDestination } from '../../../../src/activation/destinations/destination.ts';
import { destinationWords, joinPath } from '../../../../src/activation/destinations/destination-words.ts';
import type { Courier, SecretValues } from '../courier.ts';
import { createPartFileCourier } from '../part-file-courier.ts';
import { openSession } from './session.ts';
import { createSftpFiles } from './sftp-files.ts';
import { doubtfulBytes } from './sftp-writer.ts';

/** Carries files to a server by SFTP. */
export function createSftpCourier(destination: SftpDestination, secrets: SecretValues): Courier {
  const where = `${destination.host}:${destination.port}`;
  const locate = (name: string) =>
    destination.folder === '/' ? `/${name}` : joinPath(destination.folder.replace(/\/$/, ''), name);
  return createPartFileCourier({
    port: createSftpFiles(() => openSession(destination, secrets), where),
    locate,
    address: (name) => `${locate(name)} on ${where}`,
    words: destinationWords(destination),
    overwrite: destination.overwrite,
    doubtful: doubtfulBytes,
  });
}
