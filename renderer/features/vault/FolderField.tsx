import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { PathField } from './PathField.tsx';

interface FolderFieldProps {
  readonly purpose: 'create' | 'open';
  readonly value: string;
  /** Where another folder than that of a vault is chosen. */
  readonly label?: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly onChange: (folder: string) => void;
}

/** Where a vault is, or where a new one or a copy goes. */
export function FolderField({ purpose, value, label, hint, error, onChange }: FolderFieldProps) {
  const { t } = useTranslation('vault');
  return (
    <PathField
      label={label ?? t('folder')}
      description={hint ?? t(`folderHint.${purpose}`)}
      placeholder={t('folderNone')}
      button={t('chooseFolder')}
      value={value}
      error={error}
      choose={async () => (await call('vault.chooseFolder', { purpose })).folder}
      onChange={onChange}
    />
  );
}
