import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  type HeadObjectCommandOutput,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { S3Destination } from '../../../../src/activation/destinations/destination.ts';
import { destinationWords, joinPath } from '../../../../src/activation/destinations/destination-words.ts';
import { hostWords, parseWebAddress } from '../../../../src/activation/destinations/web-address.ts';
import { StillhouseError } from '../../../../src/core/error.ts';
import { conflictError } from '../conflict.ts';
import { readPart } from '../local-part.ts';
import type { Arrival, Courier, CourierTools, OutgoingFile, Passage, SecretValues } from '../courier.ts';
import { abortMultipart, carryMultipart, type S3Target } from './multipart.ts';
import { describeS3Error, isMissingObject, isWordlessRefusal } from './s3-errors.ts';

/** Up to here a file goes in one request; above, in parts of this size and more. The services take no smaller ones. */
const smallestPart = 5 << 20;

/** Carries files to S3 or a service that speaks its protocol. */
export function createS3Courier(destination: S3Destination, secrets: SecretValues, tools: CourierTools): Courier {
  const { bucket } = destination;
  const address = destination.endpoint === null ? undefined : parseWebAddress(destination.endpoint);
  const where = address === undefined ? `Amazon S3 in ${destination.region}` : hostWords(address);
  const client = openClient(destination, secrets, tools);
  const told = <Result>(work: Promise<Result>): Promise<Result> =>
    work.catch((error: unknown) => {
      throw describeS3Error(error, { bucket, where, now: tools.now() });
    });
  const keyOf = (name: string) => joinPath(destination.prefix, name);
  const targetOf = (file: OutgoingFile): S3Target => ({ client, bucket, key: keyOf(file.name), smallestPart });

  const head = async (key: string): Promise<HeadObjectCommandOutput | undefined> => {
    try {
      return await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
    } catch (error) {
      if (isMissingObject(error)) return undefined;
      // HEAD is refused without words: listing is refused with them.
      if (isWordlessRefusal(error)) {
        await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: key, MaxKeys: 1 }));
      }
      throw error;
    }
  };

  const put = async (file: OutgoingFile, { signal, progress }: Passage): Promise<string | undefined> => {
    const body = await readPart(file.path, 0, file.bytes);
    const { ETag } = await client.send(
      new PutObjectCommand({
        ...{ Bucket: bucket, Key: keyOf(file.name), Body: body, ContentLength: body.length },
        ...{ ContentType: file.contentType, ContentMD5: md5(body), Metadata: { sha256: file.sha256 } },
      }),
      { abortSignal: signal },
    );
    progress(file.bytes);
    return ETag;
  };

  const carry = async (file: OutgoingFile, passage: Passage): Promise<Arrival> => {
    const key = keyOf(file.name);
    const uri = `s3://${bucket}/${key}`;
    const existing = await head(key);
    if (existing !== undefined) {
      if (await isSameContent(existing, file)) return arrival(uri, file, existing.ETag, false);
      if (!destination.overwrite) throw conflictError(uri);
    }
    const single = file.bytes <= smallestPart;
    const etag = await (single ? put(file, passage) : carryMultipart(targetOf(file), file, passage, tools.now()));
    return arrival(uri, file, etag, true);
  };

  const probe = async (): Promise<string> => {
    const Key = keyOf(`.stillhouse-test-${randomBytes(6).toString('hex')}`);
    const content = randomBytes(32);
    await client.send(new PutObjectCommand({ Bucket: bucket, Key, Body: content, ContentMD5: md5(content) }));
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
    const back = await Body?.transformToByteArray();
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
    if (back === undefined || !content.equals(back)) {
      throw new StillhouseError('destination-refused', `What was written to ${where} came back changed.`);
    }
    return `A test object was written to ${destinationWords(destination)}, read back and removed.`;
  };

  return {
    carry: (file, passage) => told(carry(file, passage)),
    abandon: (file, passage) => told(abortMultipart(targetOf(file), file, passage.journal)),
    probe: () => told(probe()),
    close() {
      client.destroy();
      return Promise.resolve();
    },
  };
}

/** Every setting the library would otherwise look for in files and variables of the machine is given here. */
function openClient(destination: S3Destination, secrets: SecretValues, { now }: CourierTools): S3Client {
  const { accessKeyId = '', secretAccessKey = '', sessionToken } = secrets;
  return new S3Client({
    region: destination.region,
    ...(destination.endpoint !== null && { endpoint: destination.endpoint }),
    forcePathStyle: destination.pathStyle,
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) },
    maxAttempts: 1,
    retryMode: 'standard',
    defaultsMode: 'standard',
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
    useArnRegion: false,
    disableMultiregionAccessPoints: true,
    disableS3ExpressSessionAuth: true,
    userAgentAppId: 'stillhouse',
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    systemClockOffset: now().getTime() - Date.now(),
    requestHandler: { connectionTimeout: 15_000, socketTimeout: 60_000 },
  });
}

/** By our own mark, or by the service's where that is the MD5 of the content. */
async function isSameContent(there: HeadObjectCommandOutput, file: OutgoingFile): Promise<boolean> {
  if (there.ContentLength !== file.bytes) return false;
  const mark = there.Metadata?.sha256;
  if (mark !== undefined) return mark === file.sha256;
  const etag = /^"?([0-9a-f]{32})"?$/.exec(there.ETag ?? '')?.[1];
  return etag !== undefined && etag === (await md5OfFile(file.path));
}

async function md5OfFile(path: string): Promise<string> {
  const hash = createHash('md5');
  for await (const block of createReadStream(path) as AsyncIterable<Buffer>) hash.update(block);
  return hash.digest('hex');
}

function md5(bytes: Buffer): string {
  return createHash('md5').update(bytes).digest('base64');
}

function arrival(address: string, file: OutgoingFile, etag: string | undefined, uploaded: boolean): Arrival {
  return { address, bytes: file.bytes, uploaded, ...(etag !== undefined && { etag: etag.replaceAll('"', '') }) };
}
