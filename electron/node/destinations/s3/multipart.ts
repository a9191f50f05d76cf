import { createHash } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { cutIntoParts, partSize } from '../../../../src/activation/sends/parts.ts';
import type { Journal } from '../../sends/journal.ts';
import type { OutgoingFile, Passage } from '../courier.ts';
import { readPart } from '../local-part.ts';
import { uploadParts } from '../upload-parts.ts';
import { isMissingObject } from './s3-errors.ts';

export interface S3Target {
  readonly client: S3Client;
  readonly bucket: string;
  readonly key: string;
  /** Bytes a part has at least; the services want 5 MiB. */
  readonly smallestPart: number;
}

/** The protocol's limit. */
const mostParts = 10_000;

/** Uploads a file in parts, leaving out those an earlier try brought there. Answers with the object's mark. */
export async function carryMultipart(
  target: S3Target,
  file: OutgoingFile,
  { journal, signal, progress }: Passage,
  now: Date,
): Promise<string | undefined> {
  const { client, bucket: Bucket, key: Key } = target;
  const parts = cutIntoParts(file.bytes, partSize(file.bytes, target.smallestPart, mostParts));
  const known = await findUpload(target, file, journal);
  const UploadId = known?.uploadId ?? (await beginUpload(target, file, journal, now));
  const etags = new Map<number, string>();
  for (const { number, bytes } of parts) {
    const there = known?.parts.get(number);
    if (there?.bytes === bytes) etags.set(number, there.etag);
  }
  let sent = parts.reduce((sum, { number, bytes }) => sum + (etags.has(number) ? bytes : 0), 0);
  progress(sent);
  await uploadParts(
    parts.filter(({ number }) => !etags.has(number)),
    async ({ number, start, bytes }) => {
      const Body = await readPart(file.path, start, bytes);
      const ContentMD5 = createHash('md5').update(Body).digest('base64');
      const { ETag = '' } = await client.send(
        new UploadPartCommand({ Bucket, Key, UploadId, PartNumber: number, Body, ContentLength: bytes, ContentMD5 }),
        { abortSignal: signal },
      );
      etags.set(number, ETag);
    },
    ({ bytes }) => {
      sent += bytes;
      progress(sent);
    },
  );
  const Parts = parts.map(({ number: PartNumber }) => ({ PartNumber, ETag: etags.get(PartNumber) }));
  const { ETag } = await client.send(
    new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }),
    { abortSignal: signal },
  );
  return ETag;
}

/** Removes the parts of an unfinished upload, and of one that was begun but never noted. */
export async function abortMultipart(target: S3Target, file: OutgoingFile, journal: Journal): Promise<void> {
  const noted = journal.entries.flatMap((entry) =>
    entry.kind === 'upload-begun' && entry.file === file.index ? [entry.uploadId] : [],
  );
  const all = new Set([...noted, ...(await unnotedUploads(target, file, journal))]);
  for (const uploadId of all) await abortUpload(target, uploadId);
}

interface KnownUpload {
  readonly uploadId: string;
  readonly parts: ReadonlyMap<number, { readonly bytes: number; readonly etag: string }>;
}

/** The upload an earlier try noted, if the service still has it. */
async function findUpload(target: S3Target, file: OutgoingFile, journal: Journal): Promise<KnownUpload | undefined> {
  const { client, bucket: Bucket, key: Key } = target;
  const noted = journal.entries.findLast((entry) => entry.kind === 'upload-begun' && entry.file === file.index);
  if (noted?.kind !== 'upload-begun') return undefined;
  const parts = new Map<number, { bytes: number; etag: string }>();
  try {
    let PartNumberMarker: string | undefined;
    do {
      const page = await client.send(new ListPartsCommand({ Bucket, Key, UploadId: noted.uploadId, PartNumberMarker }));
      for (const { PartNumber = 0, Size = -1, ETag = '' } of page.Parts ?? []) {
        parts.set(PartNumber, { bytes: Size, etag: ETag });
      }
      PartNumberMarker = page.IsTruncated === true ? page.NextPartNumberMarker : undefined;
    } while (PartNumberMarker !== undefined);
  } catch (error) {
    if (isMissingObject(error)) return undefined;
    throw error;
  }
  return { uploadId: noted.uploadId, parts };
}

async function beginUpload(target: S3Target, file: OutgoingFile, journal: Journal, now: Date): Promise<string> {
  for (const uploadId of await unnotedUploads(target, file, journal)) await abortUpload(target, uploadId);
  await journal.append({ kind: 'upload-intended', file: file.index, at: now.toISOString() });
  const { UploadId = '' } = await target.client.send(
    new CreateMultipartUploadCommand({
      ...{ Bucket: target.bucket, Key: target.key },
      ...{ ContentType: file.contentType, Metadata: { sha256: file.sha256 } },
    }),
  );
  await journal.append({ kind: 'upload-begun', file: file.index, uploadId: UploadId });
  return UploadId;
}

/** Uploads of this very key begun after we meant to begin one: the program was killed before it could note the id. */
async function unnotedUploads(target: S3Target, file: OutgoingFile, journal: Journal): Promise<readonly string[]> {
  const ours = journal.entries.filter((entry) => entry.file === file.index);
  const last = ours.findLast(({ kind }) => kind === 'upload-intended' || kind === 'upload-begun');
  if (last?.kind !== 'upload-intended') return [];
  const noted = new Set(ours.map((entry) => (entry.kind === 'upload-begun' ? entry.uploadId : '')));
  const since = Date.parse(last.at) - clockTolerance;
  const command = new ListMultipartUploadsCommand({ Bucket: target.bucket, Prefix: target.key });
  const { Uploads = [] } = await target.client.send(command);
  return Uploads.flatMap(({ Key, UploadId = '', Initiated }) =>
    Key === target.key && !noted.has(UploadId) && (Initiated?.getTime() ?? 0) >= since ? [UploadId] : [],
  );
}

/** How far the service's clock may be from ours and still accept us, in milliseconds. */
const clockTolerance = 15 * 60_000;

async function abortUpload({ client, bucket, key }: S3Target, uploadId: string): Promise<void> {
  try {
    await client.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key: key, UploadId: uploadId }));
  } catch (error) {
    if (!isMissingObject(error)) throw error;
  }
}
