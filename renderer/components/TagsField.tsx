import { TagsInput } from '@mantine/core';

interface TagsFieldProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly description?: string;
  readonly placeholder?: string;
  readonly error?: string | undefined;
  readonly required?: boolean;
  onChange(value: string[]): void;
}

/** Several short texts; Enter ends one. */
export function TagsField({ value, required, ...props }: TagsFieldProps) {
  return (
    <TagsInput
      size="sm"
      splitChars={[';']}
      acceptValueOnBlur
      withAsterisk={required ?? false}
      value={[...value]}
      {...props}
    />
  );
}
