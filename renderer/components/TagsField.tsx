import { TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface TagsFieldProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly description?: string;
  readonly placeholder?: string;
  readonly error?: string | undefined;
  readonly required?: boolean;
  onChange(value: string[]): void;
}

/** Several short texts; Enter or leaving the field ends one. */
export function TagsField({ value, required, placeholder, ...props }: TagsFieldProps) {
  const { t } = useTranslation();
  return (
    <TagsInput
      splitChars={[';']}
      acceptValueOnBlur
      withAsterisk={required ?? false}
      placeholder={placeholder ?? t('tags.placeholder')}
      value={[...value]}
      {...props}
    />
  );
}
