import { Checkbox, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyFileField } from './KeyFileField.tsx';

interface NewKeyFileProps {
  /** Null without a key file, empty while its place has not been chosen. */
  readonly value: string | null;
  readonly error?: string | undefined;
  onChange(path: string | null): void;
}

/** Offers a key file to go with a passphrase that is being set. */
export function NewKeyFile({ value, error, onChange }: NewKeyFileProps) {
  const { t } = useTranslation('vault');
  return (
    <Stack gap="sm">
      <Checkbox
        label={t('keyFile.use')}
        description={t('keyFile.useHint')}
        checked={value !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? '' : null)}
      />
      {value !== null && <KeyFileField purpose="make" value={value} error={error} onChange={onChange} />}
    </Stack>
  );
}
