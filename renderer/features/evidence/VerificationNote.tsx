import { Alert, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Verification } from '../../../shared/contract/evidence.ts';
import { showMoment } from '../../lib/dates.ts';

/** What a check of an exhibit found. */
export function VerificationNote({ found }: { readonly found: Verification }) {
  const { t } = useTranslation('evidence');
  const { sound, files, steps, firstBad, checkedAt } = found;
  return (
    <Alert
      role="status"
      color={sound ? 'teal' : 'red'}
      icon={sound ? <IconShieldCheck size={18} /> : <IconAlertTriangle size={18} />}
      title={t(sound ? 'found.sound' : 'found.unsound')}
    >
      <Text size="sm">{t('found.read', { files: files.length, steps, at: showMoment(checkedAt) })}</Text>
      {!sound && (
        <List size="sm" mt={4}>
          {files
            .filter((file) => !file.sound)
            .map((file) => (
              <List.Item key={file.id}>{t('found.file', { name: file.name })}</List.Item>
            ))}
          {firstBad !== null && <List.Item>{t('found.step', { step: firstBad })}</List.Item>}
        </List>
      )}
    </Alert>
  );
}
