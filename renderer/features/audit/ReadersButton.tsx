import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/officer.ts';
import { prepareReadersOf } from './auditView.ts';

interface ReadersButtonProps {
  readonly id: string;
  readonly name: string;
  readonly action: 'person.read' | 'case.read';
}

/** From a record to who has opened it, for those who may read the trail. */
export function ReadersButton({ id, name, action }: ReadersButtonProps) {
  const { t } = useTranslation('officers');
  const navigate = useNavigate();
  const reads = useMay('audit.read');
  if (!reads) return null;
  return (
    <Button
      variant="default"
      leftSection={<IconEye size={16} aria-hidden />}
      onClick={() => {
        prepareReadersOf({ id, name }, action);
        void navigate({ to: '/audit' });
      }}
    >
      {t('audit.readers')}
    </Button>
  );
}
