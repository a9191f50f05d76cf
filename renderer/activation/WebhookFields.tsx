import { ActionIcon, Button, Group, NumberInput, SegmentedControl, Select, Switch, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { WebhookDestination } from '../../src/activation/destinations/destination.ts';
import type { DestinationFieldsProps } from './destination-fields-props.ts';

const methods = ['POST', 'PUT', 'PATCH'] as const;

/** The endpoint of a webhook, its headers, and how records are packed into requests. */
export function WebhookFields({ draft, issues, onChange }: DestinationFieldsProps<WebhookDestination>) {
  const setHeader = (index: number, change: Partial<WebhookDestination['headers'][number]>) => {
    onChange({ ...draft, headers: draft.headers.map((one, at) => (at === index ? { ...one, ...change } : one)) });
  };
  return (
    <>
      <TextInput
        label="Address"
        placeholder="https://example.com/hooks/audience"
        value={draft.url}
        error={issues.url}
        onChange={(event) => {
          onChange({ ...draft, url: event.currentTarget.value });
        }}
      />
      <Select
        label="Method"
        data={[...methods]}
        value={draft.method}
        onChange={(chosen) => {
          onChange({ ...draft, method: methods.find((known) => known === chosen) ?? 'POST' });
        }}
      />
      <SegmentedControl
        aria-label="What one request carries"
        data={[
          { value: 'records', label: 'Records as a JSON array' },
          { value: 'file', label: 'A whole file' },
        ]}
        value={draft.body.kind}
        onChange={(kind) => {
          onChange({ ...draft, body: kind === 'file' ? { kind } : { kind: 'records', batch: 500 } });
        }}
      />
      {draft.body.kind === 'records' && (
        <NumberInput
          label="Records a request"
          description="The file must be JSON lines."
          value={draft.body.batch}
          min={1}
          max={10_000}
          onChange={(batch) => {
            onChange({ ...draft, body: { kind: 'records', batch: Number(batch) } });
          }}
        />
      )}
      {draft.headers.map((header, index) => (
        <Group key={index} gap="xs" wrap="nowrap" align="flex-end">
          <TextInput
            label={`Header ${index + 1}`}
            value={header.name}
            onChange={(event) => {
              setHeader(index, { name: event.currentTarget.value });
            }}
          />
          <TextInput
            label="Value"
            disabled={header.value === null}
            placeholder={header.value === null ? 'Kept as a secret, below' : ''}
            value={header.value ?? ''}
            onChange={(event) => {
              setHeader(index, { value: event.currentTarget.value });
            }}
          />
          <Switch
            size="xs"
            label="Secret"
            mb={6}
            checked={header.value === null}
            onChange={(event) => {
              setHeader(index, { value: event.currentTarget.checked ? null : '' });
            }}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            mb={2}
            aria-label={`Remove header ${index + 1}`}
            onClick={() => {
              onChange({ ...draft, headers: draft.headers.filter((_, at) => at !== index) });
            }}
          >
            <IconX size={14} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={14} />}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => {
          onChange({ ...draft, headers: [...draft.headers, { name: 'Authorization', value: null }] });
        }}
      >
        Add header
      </Button>
      <Switch
        size="xs"
        label="Takes a request twice and acts once"
        description="By its Idempotency-Key: then a lost answer is asked for again."
        checked={draft.idempotent}
        onChange={(event) => {
          onChange({ ...draft, idempotent: event.currentTarget.checked });
        }}
      />
    </>
  );
}
