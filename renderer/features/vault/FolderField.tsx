import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { tellError } from '../../lib/tell.tsx';

interface FolderFieldProps {
  readonly purpose: 'create' | 'open';
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (folder: string) => void;
}

/** Chosen in the system's dialog; the page never types a path of its own. */
export function FolderField({ purpose, value, error, onChange }: FolderFieldProps) {
  const { t } = useTranslation('vault');

  async function choose(): Promise<void> {
    const { folder } = await call('vault.chooseFolder', { purpose });
    if (folder !== null) onChange(folder);
  }

  return (
    <TextInput
      label={t('folder')}
      readOnly
      value={value}
      error={error}
      title={value}
      rightSectionWidth={130}
      rightSection={
        <Button size="compact-sm" variant="light" onClick={() => void choose().catch(tellError)}>
          {t('chooseFolder')}
        </Button>
      }
    />
  );
}
