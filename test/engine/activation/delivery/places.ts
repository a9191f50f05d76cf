import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { BlobServiceClient, StorageSharedKeyCredential } from '@azure/storage-blob';
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { startAzurite } from '../../../support/servers/azurite.ts';
import { type CuttingProxy, startCuttingProxy } from '../../../support/servers/cutting-proxy.ts';
import { serverFolder } from '../../../support/servers/server-process.ts';
import { startSshd } from '../../../support/servers/sshd.ts';
import { startSwift } from '../../../support/servers/swift-s3.ts';
import type { Place } from './fixture.ts';

/** A destination of files that tests can look into, past our own code. */
export interface FilePlace extends Place {
  /** The line to the server, where there is one. */
  readonly proxy?: CuttingProxy;
  read(name: string): Promise<Buffer>;
  /** Every file there, also hidden ones. */
  list(): Promise<readonly string[]>;
  plant(name: string, content: Uint8Array): Promise<void>;
  /** Uploads begun and neither finished nor called off, where the service would keep them. */
  pending(): Promise<number>;
  stop(): Promise<void>;
}

const common = { id: 'there', name: 'There', overwrite: false, manifest: true } as const;

/** Each kind of destination that takes files, with its server. */
export const filePlaces: Readonly<Record<'folder' | 's3' | 'azure' | 'sftp', () => Promise<FilePlace>>> = {
  folder: () => Promise.resolve(folderPlace()),
  s3: s3Place,
  azure: azurePlace,
  sftp: sftpPlace,
};

function folderPlace(): FilePlace {
  const folder = serverFolder('target');
  return {
    destination: { ...common, kind: 'folder', folder: path.join(folder, 'out going') },
    secrets: {},
    ...filesOf(path.join(folder, 'out going')),
    stop: () => fs.promises.rm(folder, { recursive: true, force: true }),
  };
}

async function s3Place(): Promise<FilePlace> {
  const server = await startSwift();
  const proxy = await startCuttingProxy(server.port);
  const client = new S3Client({
    ...{ endpoint: server.endpoint, region: 'us-east-1', forcePathStyle: true, credentials: server.secrets },
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  const Bucket = 'bucket';
  await client.send(new CreateBucketCommand({ Bucket }));
  const key = (name: string) => `exports/${name}`;
  return {
    proxy,
    destination: {
      ...{ ...common, kind: 's3', provider: 'other', region: 'us-east-1', bucket: Bucket, prefix: 'exports' },
      ...{ endpoint: `http://127.0.0.1:${proxy.port}`, pathStyle: true },
    },
    secrets: server.secrets,
    async read(name) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: key(name) }));
      return Buffer.from((await Body?.transformToByteArray()) ?? []);
    },
    async list() {
      const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }));
      return Contents.map(({ Key = '' }) => Key.replace('exports/', '')).sort();
    },
    plant: async (name, Body) => {
      await client.send(new PutObjectCommand({ Bucket, Key: key(name), Body }));
    },
    async pending() {
      const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket }));
      return Uploads.length;
    },
    async stop() {
      client.destroy();
      await proxy.stop();
      await server.stop();
    },
  };
}

async function azurePlace(): Promise<FilePlace> {
  const server = await startAzurite();
  const proxy = await startCuttingProxy(server.port);
  const credential = new StorageSharedKeyCredential(server.account, server.accountKey);
  const container = new BlobServiceClient(server.endpoint, credential).getContainerClient('container');
  await container.create();
  const blob = (name: string) => container.getBlockBlobClient(`exports/${name}`);
  return {
    proxy,
    destination: {
      ...{ ...common, kind: 'azure', auth: 'account-key', account: server.account, container: 'container' },
      ...{ endpoint: `http://127.0.0.1:${proxy.port}/${server.account}`, prefix: 'exports' },
    },
    secrets: { accountKey: server.accountKey },
    read: (name) => blob(name).downloadToBuffer(),
    async list() {
      const names: string[] = [];
      for await (const { name } of container.listBlobsFlat()) names.push(name.replace('exports/', ''));
      return names.sort();
    },
    plant: async (name, content) => {
      await blob(name).upload(Buffer.from(content), content.length);
    },
    pending: () => Promise.resolve(0),
    async stop() {
      await proxy.stop();
      await server.stop();
    },
  };
}

async function sftpPlace(): Promise<FilePlace> {
  const server = await startSshd();
  const proxy = await startCuttingProxy(server.port);
  const folder = path.join(server.folder, 'out going');
  return {
    proxy,
    destination: {
      ...{ ...common, kind: 'sftp', host: '127.0.0.1', port: proxy.port, user: server.user, auth: 'private-key' },
      ...{ folder, hostKey: server.hostKey },
    },
    secrets: { privateKey: server.privateKey },
    ...filesOf(folder),
    async stop() {
      await proxy.stop();
      await server.stop();
    },
  };
}

function filesOf(folder: string): Pick<FilePlace, 'read' | 'list' | 'plant' | 'pending'> {
  return {
    read: (name) => fs.promises.readFile(path.join(folder, name)),
    list() {
      if (!fs.existsSync(folder)) return Promise.resolve([]);
      const found = execFileSync('find', [folder, '-type', 'f', '-printf', '%P\\n'], { encoding: 'utf8' });
      return Promise.resolve(
        found
          .split('\n')
          .filter((name) => name !== '')
          .sort(),
      );
    },
    async plant(name, content) {
      const file = path.join(folder, name);
      await fs.promises.mkdir(path.dirname(file), { recursive: true });
      await fs.promises.writeFile(file, content);
    },
    pending: () => Promise.resolve(0),
  };
}
