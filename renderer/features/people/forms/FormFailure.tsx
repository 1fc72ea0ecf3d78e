import { Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { toSinergiError } from '../../../../shared/errors.ts';
import { errorText } from '../../../lib/tell.tsx';
import { Notice } from './Notice.tsx';

interface FormFailureProps {
  readonly error: unknown;
  /** Fetches the newest state of the record; what was typed stays in the form. */
  onReload?(): void;
}

/** Why saving failed. The form below keeps everything that was typed. */
export function FormFailure({ error, onReload }: FormFailureProps) {
  const { t } = useTranslation('people');
  if (error === null || error === undefined) return null;
  const conflict = toSinergiError(error).code === 'conflict';
  return (
    <Notice tone="bad" role="alert" icon={<IconAlertTriangle size={16} />} title={t('common:failed')}>
      <Text size="sm">{conflict ? t('conflict.text') : errorText(error)}</Text>
      {conflict && onReload !== undefined && (
        <Group mt="xs">
          <Button size="compact-sm" variant="light" color="red" onClick={onReload}>
            {t('conflict.reload')}
          </Button>
        </Group>
      )}
    </Notice>
  );
}
