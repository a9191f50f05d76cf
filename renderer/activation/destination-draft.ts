import {
  type Destination,
  type DestinationKind,
  destinationSchema,
} from '../../src/activation/destinations/destination.ts';

/** The kinds in the order of the form, with what each is in a few words. */
export const destinationKinds: readonly { readonly value: DestinationKind; readonly label: string }[] = [
  { value: 'folder', label: 'Folder on this machine or a network drive' },
  { value: 's3', label: 'S3: Amazon, Cloudflare R2, Google, MinIO' },
  { value: 'azure', label: 'Azure Blob Storage' },
  { value: 'sftp', label: 'SFTP server' },
  { value: 'webhook', label: 'Webhook: HTTP endpoint' },
];

/** A destination of a kind as the form begins with it. */
export function blankDestination(kind: DestinationKind, id: string, name: string): Destination {
  const forFiles = { id, name, overwrite: false, manifest: true };
  switch (kind) {
    case 'folder':
      return { ...forFiles, kind, folder: '' };
    case 's3':
      return {
        ...forFiles,
        kind,
        provider: 'aws',
        endpoint: null,
        region: 'eu-central-1',
        bucket: '',
        prefix: '',
        pathStyle: false,
      };
    case 'azure':
      return { ...forFiles, kind, auth: 'account-key', account: '', container: '', prefix: '', endpoint: null };
    case 'sftp':
      return { ...forFiles, kind, host: '', port: 22, user: '', folder: '', auth: 'password', hostKey: null };
    case 'webhook':
      return {
        id,
        name,
        kind,
        url: '',
        method: 'POST',
        headers: [],
        body: { kind: 'records', batch: 500 },
        idempotent: false,
        successCodes: [200, 201, 202, 204],
        timeoutSeconds: 30,
      };
  }
}

/** What is wrong with a draft, by the field it is at; the first of each. */
export function destinationIssues(draft: Destination): Readonly<Record<string, string>> {
  const checked = destinationSchema.safeParse(draft);
  if (checked.success) return {};
  const issues: Record<string, string> = {};
  for (const { path, message } of checked.error.issues) issues[String(path[0] ?? '')] ??= message;
  return issues;
}
