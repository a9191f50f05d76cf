import { createHash, randomBytes, webcrypto } from 'node:crypto';
import {
  BlobServiceClient,
  type BlobGetPropertiesResponse,
  type BlockBlobClient,
  type StoragePipelineOptions,
  StorageSharedKeyCredential,
} from '@azure/storage-blob';
import type { AzureDestination } from '../../../../src/activation/destinations/destination.ts';
import { destinationWords, joinPath } from '../../../../src/activation/destinations/destination-words.ts';
import { cutIntoParts, partSize } from '../../../../src/activation/sends/parts.ts';
import { StillhouseError } from '../../../../src/core/error.ts';
import { conflictError } from '../conflict.ts';
import { readPart } from '../local-part.ts';
import type { Arrival, Courier, CourierTools, OutgoingFile, Passage, SecretValues } from '../courier.ts';
import { uploadParts } from '../upload-parts.ts';
import { describeAzureError, isMissingBlob, isTakenName, isWordlessRefusal } from './azure-errors.ts';

/** Up to here a file goes in one request; above, in blocks of this size and more. */
const smallestBlock = 5 << 20;

/** The service's limit. */
const mostBlocks = 50_000;

/** Carries files to Azure Blob Storage as block blobs. Staged blocks that are never committed vanish after a week. */
export function createAzureCourier(
  destination: AzureDestination,
  secrets: SecretValues,
  { now }: CourierTools,
): Courier {
  // The library asks for it as a global, which the oldest Node we run on does not have.
  if (!('crypto' in globalThis)) Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
  const service = openService(destination, secrets);
  const container = service.getContainerClient(destination.container);
  const where = new URL(service.url).host;
  const blobName = (name: string) => joinPath(destination.prefix, name);
  const told = <Result>(work: Promise<Result>): Promise<Result> =>
    work.catch((error: unknown) => {
      throw describeAzureError(error, { container: destination.container, where, now: now() });
    });

  const carry = async (file: OutgoingFile, passage: Passage): Promise<Arrival> => {
    const blob = container.getBlockBlobClient(blobName(file.name));
    const address = `${destination.container}/${blobName(file.name)} at ${where}`;
    const existing = await findBlob(blob);
    if (existing !== undefined) {
      if (isSameContent(existing, file)) return arrival(address, file, existing.etag, false);
      if (!destination.overwrite) throw conflictError(address);
    }
    try {
      const single = file.bytes <= smallestBlock;
      const conditions = destination.overwrite ? {} : { ifNoneMatch: '*' };
      const etag = single
        ? await uploadWhole(blob, file, conditions, passage)
        : await uploadBlocks(blob, file, conditions, passage);
      return arrival(address, file, etag, true);
    } catch (error) {
      if (!destination.overwrite && isTakenName(error)) throw conflictError(address, error);
      throw error;
    }
  };

  const probe = async (): Promise<string> => {
    const blob = container.getBlockBlobClient(blobName(`.stillhouse-test-${randomBytes(6).toString('hex')}`));
    const content = randomBytes(32);
    await blob.upload(content, content.length);
    const back = await blob.downloadToBuffer();
    await blob.delete();
    if (!back.equals(content)) {
      throw new StillhouseError('destination-refused', `What was written to ${where} came back changed.`);
    }
    return `A test blob was written to ${destinationWords(destination)}, read back and removed.`;
  };

  return {
    carry: (file, passage) => told(carry(file, passage)),
    abandon: () => Promise.resolve(),
    probe: () => told(probe()),
    close: () => Promise.resolve(),
  };
}

function openService(destination: AzureDestination, secrets: SecretValues): BlobServiceClient {
  const options: StoragePipelineOptions = { retryOptions: { maxTries: 1 } };
  try {
    if (destination.auth === 'connection-string') {
      return BlobServiceClient.fromConnectionString(secrets.connectionString ?? '', options);
    }
    const account = destination.account ?? '';
    const credential = new StorageSharedKeyCredential(account, secrets.accountKey ?? '');
    const endpoint = destination.endpoint ?? `https://${account}.blob.core.windows.net`;
    return new BlobServiceClient(endpoint, credential, options);
  } catch (cause) {
    throw new StillhouseError(
      'destination-credentials',
      'The connection string or key of the account cannot be read.',
      {
        remedy: 'Copy it again from the portal.',
        cause,
      },
    );
  }
}

interface Conditions {
  readonly ifNoneMatch?: string;
}

async function uploadWhole(
  blob: BlockBlobClient,
  file: OutgoingFile,
  conditions: Conditions,
  { signal, progress }: Passage,
): Promise<string | undefined> {
  const body = await readPart(file.path, 0, file.bytes);
  const md5 = createHash('md5').update(body).digest();
  const { etag } = await blob.upload(body, body.length, {
    ...{ abortSignal: signal, conditions, metadata: { sha256: file.sha256 } },
    blobHTTPHeaders: { blobContentType: file.contentType, blobContentMD5: md5 },
  });
  progress(file.bytes);
  return etag;
}

/** Stages blocks under names that follow from content and place, so that a later try finds those that are there. */
async function uploadBlocks(
  blob: BlockBlobClient,
  file: OutgoingFile,
  conditions: Conditions,
  { signal, progress }: Passage,
): Promise<string | undefined> {
  const parts = cutIntoParts(file.bytes, partSize(file.bytes, smallestBlock, mostBlocks));
  const staged = await findStaged(blob);
  const idOf = (number: number) =>
    Buffer.from(`${file.sha256.slice(0, 24)}-${String(number).padStart(6, '0')}`).toString('base64');
  const missing = parts.filter(({ number, bytes }) => staged.get(idOf(number)) !== bytes);
  let sent = file.bytes - missing.reduce((sum, { bytes }) => sum + bytes, 0);
  progress(sent);
  await uploadParts(
    missing,
    async ({ number, start, bytes }) => {
      const body = await readPart(file.path, start, bytes);
      const transactionalContentMD5 = createHash('md5').update(body).digest();
      await blob.stageBlock(idOf(number), body, bytes, { abortSignal: signal, transactionalContentMD5 });
    },
    ({ bytes }) => {
      sent += bytes;
      progress(sent);
    },
  );
  const ids = parts.map(({ number }) => idOf(number));
  const { etag } = await blob.commitBlockList(ids, {
    ...{ abortSignal: signal, conditions, metadata: { sha256: file.sha256 } },
    blobHTTPHeaders: { blobContentType: file.contentType },
  });
  return etag;
}

async function findStaged(blob: BlockBlobClient): Promise<ReadonlyMap<string, number>> {
  try {
    const { uncommittedBlocks = [] } = await blob.getBlockList('uncommitted');
    return new Map(uncommittedBlocks.map(({ name, size }) => [name, size]));
  } catch (error) {
    if (isMissingBlob(error)) return new Map();
    throw error;
  }
}

async function findBlob(blob: BlockBlobClient): Promise<BlobGetPropertiesResponse | undefined> {
  try {
    return await blob.getProperties();
  } catch (error) {
    if (isMissingBlob(error)) return undefined;
    // Another question is refused with words.
    if (isWordlessRefusal(error)) await blob.getBlockList('committed');
    throw error;
  }
}

/** By our own mark; a blob that someone else wrote has none and counts as another one. */
function isSameContent(there: BlobGetPropertiesResponse, file: OutgoingFile): boolean {
  return there.contentLength === file.bytes && there.metadata?.sha256 === file.sha256;
}

function arrival(address: string, file: OutgoingFile, etag: string | undefined, uploaded: boolean): Arrival {
  return { address, bytes: file.bytes, uploaded, ...(etag !== undefined && { etag: etag.replaceAll('"', '') }) };
}
