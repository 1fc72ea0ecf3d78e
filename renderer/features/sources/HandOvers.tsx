import { Button, Group, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';
import { Notice } from '../people/forms/Notice.tsx';

type Row = Output<'sources.unsealings'>[number];

/** Identities another supervisor approved to be told, which only a handler can hand over. */
export function HandOvers() {
  const { t } = useTranslation('sources');
  const rows = (useCall('sources.unsealings', {}).data ?? []).filter(
    ({ mine, state }) => !mine && state === 'approved',
  );
  const handOver = useChange('sources.handOver');
  const [asked, setAsked] = useState<Row | null>(null);
  const words = (row: Row | null) => ({
    name: row?.pseudonym ?? '',
    by: row?.askedBy ?? '',
    reason: row?.reason ?? '',
  });

  function confirm(): void {
    if (asked === null) return;
    handOver.mutate(
      { approvalId: asked.approvalId },
      {
        onSuccess: () => tellDone(t('unseal.handed')),
        onError: tellError,
        onSettled: () => setAsked(null),
      },
    );
  }

  return (
    <>
      {rows.map((row) => (
        <Notice key={row.approvalId} tone="warn" role="status" icon={<IconEye size={16} />}>
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">{t('unseal.handText', words(row))}</Text>
            <Button
              size="compact-sm"
              variant="default"
              flex="none"
              aria-label={t('unseal.handOf', words(row))}
              onClick={() => setAsked(row)}
            >
              {t('unseal.hand')}
            </Button>
          </Group>
        </Notice>
      ))}
      <ConfirmDialog
        opened={asked !== null}
        title={t('unseal.handTitle', words(asked))}
        consequence={t('unseal.handConsequence', words(asked))}
        confirm={t('unseal.hand')}
        busy={handOver.isPending}
        onConfirm={confirm}
        onCancel={() => setAsked(null)}
      />
    </>
  );
}
