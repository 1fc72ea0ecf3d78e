import { Box, Button, Group, Text } from '@mantine/core';
import { IconArchive, IconCalendarCheck, IconLock, IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Case } from '../../../shared/domain/case.ts';
import { useCall } from '../../lib/api.ts';
import { showMoment } from '../../lib/dates.ts';
import { useMayInCase } from '../../lib/officer.ts';
import { Notice } from '../people/forms/Notice.tsx';
import { CloseForm } from './CloseForm.tsx';
import { GoOnForm } from './GoOnForm.tsx';

/** Whether a closed case is looked at, why it was closed, and opening it again. */
export function ClosedNotice({ file }: { readonly file: Case }) {
  const { t } = useTranslation('casework');
  const reopens = useMayInCase('cases.close', file);
  const officers = useCall('officers.list', {});
  const [reopening, setReopening] = useState(false);
  const { closing } = file;
  if (file.status === 'open') return null;
  return (
    <Box mb="sm">
      <Notice icon={<IconLock size={16} />} title={t('standing.closed')}>
        {closing !== undefined && (
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {t('standing.closedBy', {
              at: showMoment(closing.at),
              name: officers.data?.find(({ id }) => id === closing.by)?.name ?? '…',
              outcome: t(`domain:caseOutcome.${closing.outcome}`),
              reason: closing.reason,
            })}
          </Text>
        )}
        {reopens && (
          <Group mt="xs">
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconLockOpen size={14} />}
              onClick={() => setReopening(true)}
            >
              {t('standing.reopen')}
            </Button>
          </Group>
        )}
        {reopening && <GoOnForm file={file} as="cases.reopen" onClose={() => setReopening(false)} />}
      </Notice>
    </Box>
  );
}

/** Reviewing and closing an open case. */
export function StandingButtons({ file }: { readonly file: Case }) {
  const { t } = useTranslation('casework');
  const may = useMayInCase('cases.close', file);
  const [doing, setDoing] = useState<'review' | 'close' | null>(null);
  if (!may || file.status === 'closed') return null;
  return (
    <>
      <Button variant="default" leftSection={<IconCalendarCheck size={16} />} onClick={() => setDoing('review')}>
        {t('standing.review')}
      </Button>
      <Button variant="default" leftSection={<IconArchive size={16} />} onClick={() => setDoing('close')}>
        {t('standing.close')}
      </Button>
      {doing === 'review' && <GoOnForm file={file} as="cases.review" onClose={() => setDoing(null)} />}
      {doing === 'close' && <CloseForm file={file} onClose={() => setDoing(null)} />}
    </>
  );
}
