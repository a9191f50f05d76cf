import { TextInput } from '@mantine/core';

export interface DestinationTextProps {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly issue: string | undefined;
  readonly onChange: (value: string) => void;
}

/** One line of text of a destination. */
export function DestinationText({ label, description, value, issue, onChange }: DestinationTextProps) {
  return (
    <TextInput
      label={label}
      description={description}
      value={value}
      error={issue}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}
