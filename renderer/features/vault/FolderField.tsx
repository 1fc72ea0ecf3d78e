import { Button, Input, TextInput } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { tellError } from '../../lib/tell.tsx';
import classes from './FolderField.module.css';

interface FolderFieldProps {
  readonly purpose: 'create' | 'open';
  readonly value: string;
  /** Where another folder than that of a vault is chosen. */
  readonly label?: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly onChange: (folder: string) => void;
}

/** Chosen in the system's dialog; the page never types a path of its own. */
export function FolderField({ purpose, value, label, hint, error, onChange }: FolderFieldProps) {
  const { t } = useTranslation('vault');
  const id = useId();

  async function choose(): Promise<void> {
    const { folder } = await call('vault.chooseFolder', { purpose });
    if (folder !== null) onChange(folder);
  }

  return (
    <Input.Wrapper id={id} label={label ?? t('folder')} description={hint ?? t(`folderHint.${purpose}`)} error={error}>
      <div className={classes.line}>
        <TextInput
          id={id}
          className={classes.path}
          readOnly
          value={value}
          placeholder={t('folderNone')}
          error={error !== undefined}
          title={value}
        />
        <Button
          variant="default"
          leftSection={<IconFolderOpen size={16} aria-hidden />}
          onClick={() => void choose().catch(tellError)}
        >
          {t('chooseFolder')}
        </Button>
      </div>
    </Input.Wrapper>
  );
}
