import path from 'node:path';
import type { Destination } from '../../../src/activation/destinations/destination.ts';
import { secretFields } from '../../../src/activation/destinations/secret-fields.ts';
import { destinationWords } from '../../../src/activation/destinations/destination-words.ts';
import { StillhouseError } from '../../../src/core/error.ts';
import type { Courier, CourierTools, SecretValues } from './courier.ts';
import { createLocalFiles } from './local-files.ts';
import { createPartFileCourier } from './part-file-courier.ts';

/** Opens the way to a destination. The library of its kind is loaded only now. */
export async function openCourier(
  destination: Destination,
  secrets: SecretValues,
  tools: CourierTools,
): Promise<Courier> {
  const missing = secretFields(destination).find(({ name, required }) => required && (secrets[name] ?? '') === '');
  if (missing !== undefined) {
    throw new StillhouseError('secret-missing', `“${destination.name}” has no “${missing.title}” on this machine.`, {
      remedy: 'Open the destination and enter it.',
    });
  }
  switch (destination.kind) {
    case 'folder':
      return createPartFileCourier({
        port: createLocalFiles(),
        locate: (name) => path.join(destination.folder, ...name.split('/')),
        address: (name) => path.join(destination.folder, ...name.split('/')),
        words: destinationWords(destination),
        overwrite: destination.overwrite,
        doubtful: 0,
      });
    case 's3':
      return (await import('./s3/s3-courier.ts')).createS3Courier(destination, secrets, tools);
    case 'azure':
      return (await import('./azure/azure-courier.ts')).createAzureCourier(destination, secrets, tools);
    case 'sftp':
      return (await import('./sftp/sftp-courier.ts')).createSftpCourier(destination, secrets);
    case 'webhook':
      return (await import('./webhook/webhook-courier.ts')).createWebhookCourier(destination, secrets);
  }
}
