import type { S3Destination } from './destination.ts';

/** What is known of an S3 service before the user fills in the rest. */
export interface S3Preset {
  readonly title: string;
  /** With `<…>` where the user's own words go; `null` where the library knows it by region. */
  readonly endpoint: string | null;
  readonly region: string;
  readonly pathStyle: boolean;
}

/** Services that speak S3, with the settings their documentation gives. */
export const s3Presets: Readonly<Record<S3Destination['provider'], S3Preset>> = {
  aws: { title: 'Amazon S3', endpoint: null, region: 'us-east-1', pathStyle: false },
  r2: {
    title: 'Cloudflare R2',
    endpoint: 'https://<account id>.r2.cloudflarestorage.com',
    region: 'auto',
    pathStyle: true,
  },
  gcs: {
    title: 'Google Cloud Storage (HMAC keys)',
    endpoint: 'https://storage.googleapis.com',
    region: 'auto',
    pathStyle: true,
  },
  minio: { title: 'MinIO', endpoint: 'https://<host>:9000', region: 'us-east-1', pathStyle: true },
  other: { title: 'Another S3 service', endpoint: 'https://<host>', region: 'us-east-1', pathStyle: true },
};
