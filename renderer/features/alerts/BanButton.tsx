import { Button } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../components/DateField.tsx';
import { useChange } from '../../lib/api.ts';
import { dayFromToday } from '../../lib/dates.ts';
import { useMay } from '../../lib/officer.ts';
import { tellDone } from '../../lib/tell.tsx';
import { ReasonDialog } from '../exchange/ReasonDialog.tsx';

/** Bans somebody from visiting, from a day on and until another or until it is lifted. */
export function BanButton({ personId, name }: { readonly personId: string; readonly name: string }) {
  const { t } = useTranslation('detection');
  const [asking, setAsking] = useState(false);
  const [from, setFrom] = useState(() => dayFromToday(0));
  const [until, setUntil] = useState('');
  const create = useChange('bans.create');
  const mayBan = useMay('bans.write');
  if (!mayBan) return null;

  const ban = (reason: string): void =>
    create.mutate(
      { personId, from, reason, ...(until === '' ? {} : { until }) },
      {
        onSuccess: () => {
          setAsking(false);
          tellDone(t('bans.created', { name }));
        },
      },
    );
  return (
    <>
      <Button variant="default" leftSection={<IconBan size={16} />} onClick={() => setAsking(true)}>
        {t('bans.add')}
      </Button>
      {asking && (
        <ReasonDialog
          title={t('bans.addOf', { name })}
          label={t('bans.reason')}
          confirm={t('bans.confirm')}
          maxLength={1000}
          busy={create.isPending}
          error={create.error}
          onReason={ban}
          onClose={() => setAsking(false)}
        >
          <DateField label={t('bans.from')} value={from} required onChange={(day) => setFrom(day ?? dayFromToday(0))} />
          <DateField
            label={t('bans.until')}
            description={t('bans.untilText')}
            value={until}
            onChange={(day) => setUntil(day ?? '')}
          />
        </ReasonDialog>
      )}
    </>
  );
}
