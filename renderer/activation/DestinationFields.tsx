import { NumberInput, Select, TextInput } from '@mantine/core';
import type { DestinationFieldsProps } from './destination-fields-props.ts';
import { DestinationText } from './DestinationText.tsx';
import { S3Fields } from './S3Fields.tsx';
import { WebhookFields } from './WebhookFields.tsx';

/** Where a destination is: the fields of its kind, secrets apart. */
export function DestinationFields({ draft, issues, onChange }: DestinationFieldsProps) {
  switch (draft.kind) {
    case 'folder':
      return (
        <TextInput
          label="Folder"
          description="The whole path. It is made when it is not there."
          placeholder="/home/me/exports"
          value={draft.folder}
          error={issues.folder}
          onChange={(event) => {
            onChange({ ...draft, folder: event.currentTarget.value });
          }}
        />
      );
    case 's3':
      return <S3Fields draft={draft} issues={issues} onChange={onChange} />;
    case 'azure':
      return (
        <>
          <Select
            label="Signed in by"
            data={[
              { value: 'account-key', label: 'Account name and key' },
              { value: 'connection-string', label: 'Connection string' },
            ]}
            value={draft.auth}
            onChange={(auth) => {
              const keyed = auth !== 'connection-string';
              onChange({ ...draft, auth: keyed ? 'account-key' : 'connection-string', account: keyed ? '' : null });
            }}
          />
          {draft.account !== null && (
            <DestinationText
              label="Storage account"
              value={draft.account}
              issue={issues.account}
              onChange={(account) => {
                onChange({ ...draft, account });
              }}
            />
          )}
          <DestinationText
            label="Container"
            value={draft.container}
            issue={issues.container}
            onChange={(container) => {
              onChange({ ...draft, container });
            }}
          />
          <DestinationText
            label="Folder in the container"
            value={draft.prefix}
            issue={issues.prefix}
            onChange={(prefix) => {
              onChange({ ...draft, prefix });
            }}
          />
          <DestinationText
            label="Endpoint"
            description="Empty for Azure itself."
            value={draft.endpoint ?? ''}
            issue={issues.endpoint}
            onChange={(endpoint) => {
              onChange({ ...draft, endpoint: endpoint === '' ? null : endpoint });
            }}
          />
        </>
      );
    case 'sftp':
      return (
        <>
          <DestinationText
            label="Host"
            value={draft.host}
            issue={issues.host}
            onChange={(host) => {
              onChange({ ...draft, host });
            }}
          />
          <NumberInput
            label="Port"
            value={draft.port}
            error={issues.port}
            allowDecimal={false}
            onChange={(port) => {
              onChange({ ...draft, port: Number(port) });
            }}
          />
          <DestinationText
            label="User"
            value={draft.user}
            issue={issues.user}
            onChange={(user) => {
              onChange({ ...draft, user });
            }}
          />
          <DestinationText
            label="Folder"
            description="From the root when it begins with /, else from the user’s own folder."
            value={draft.folder}
            issue={issues.folder}
            onChange={(folder) => {
              onChange({ ...draft, folder });
            }}
          />
          <Select
            label="Signed in by"
            data={[
              { value: 'password', label: 'Password' },
              { value: 'private-key', label: 'Private key' },
            ]}
            value={draft.auth}
            onChange={(auth) => {
              onChange({ ...draft, auth: auth === 'private-key' ? 'private-key' : 'password' });
            }}
          />
          <DestinationText
            label="Fingerprint of the server’s key"
            description="Test shows it: compare it with what the server’s owner tells you."
            value={draft.hostKey ?? ''}
            issue={issues.hostKey}
            onChange={(key) => {
              onChange({ ...draft, hostKey: key === '' ? null : key });
            }}
          />
        </>
      );
    case 'webhook':
      return <WebhookFields draft={draft} issues={issues} onChange={onChange} />;
  }
}
