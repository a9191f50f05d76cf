import { Select, Switch } from '@mantine/core';
import type { S3Destination } from '../../src/activation/destinations/destination.ts';
import { s3Presets } from '../../src/activation/destinations/s3-presets.ts';
import { DestinationText } from './DestinationText.tsx';
import type { DestinationFieldsProps } from './destination-fields-props.ts';

const providers = ['aws', 'r2', 'gcs', 'minio', 'other'] as const;

/** A bucket of Amazon or of a service that speaks its protocol. */
export function S3Fields({ draft, issues, onChange }: DestinationFieldsProps<S3Destination>) {
  return (
    <>
      <Select
        label="Service"
        data={Object.entries(s3Presets).map(([value, { title }]) => ({ value, label: title }))}
        value={draft.provider}
        onChange={(chosen) => {
          const provider = providers.find((known) => known === chosen) ?? 'aws';
          const { endpoint, region, pathStyle } = s3Presets[provider];
          onChange({ ...draft, provider, endpoint, region, pathStyle });
        }}
      />
      {draft.endpoint !== null && (
        <DestinationText
          label="Endpoint"
          value={draft.endpoint}
          issue={issues.endpoint}
          onChange={(endpoint) => {
            onChange({ ...draft, endpoint });
          }}
        />
      )}
      <DestinationText
        label="Region"
        value={draft.region}
        issue={issues.region}
        onChange={(region) => {
          onChange({ ...draft, region });
        }}
      />
      <DestinationText
        label="Bucket"
        value={draft.bucket}
        issue={issues.bucket}
        onChange={(bucket) => {
          onChange({ ...draft, bucket });
        }}
      />
      <DestinationText
        label="Folder in the bucket"
        value={draft.prefix}
        issue={issues.prefix}
        onChange={(prefix) => {
          onChange({ ...draft, prefix });
        }}
      />
      <Switch
        size="xs"
        label="Bucket in the path"
        description="As most services but Amazon want it."
        checked={draft.pathStyle}
        onChange={(event) => {
          onChange({ ...draft, pathStyle: event.currentTarget.checked });
        }}
      />
    </>
  );
}
