import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { PathField } from './PathField.tsx';

interface KeyFileFieldProps {
  /** One there is, or a place for a new one. */
  readonly purpose: 'use' | 'make';
  readonly value: string;
  readonly error?: string | undefined;
  onChange(path: string): void;
}

/** The file a passphrase needs beside itself, on a medium that the officer carries. */
export function KeyFileField({ purpose, value, error, onChange }: KeyFileFieldProps) {
  const { t } = useTranslation('vault');
  const making = purpose === 'make';
  return (
    <PathField
      label={t(making ? 'keyFile.make' : 'keyFile.file')}
      description={t(making ? 'keyFile.makeHint' : 'keyFile.lost')}
      placeholder={t('keyFile.none')}
      button={t(making ? 'keyFile.choosePlace' : 'keyFile.choose')}
      value={value}
      error={error}
      choose={async () => (await call('vault.chooseKeyFile', { purpose })).path}
      onChange={onChange}
    />
  );
}
