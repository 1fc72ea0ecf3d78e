import { Button, Select, TextInput } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { watchInstructions } from '../../../shared/domain/watch.ts';
import { DateField } from '../../components/DateField.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { dayFromToday } from '../../lib/dates.ts';
import { useMay } from '../../lib/officer.ts';
import { tellDone } from '../../lib/tell.tsx';
import { ReasonDialog } from '../exchange/ReasonDialog.tsx';

const usualDays = 90;

/** Has the counter told when somebody comes, for a time. */
export function WatchButton({ personId, name }: { readonly personId: string; readonly name: string }) {
  const { t } = useTranslation('desk');
  const mayWatch = useMay('watches.write');
  const [asking, setAsking] = useState(false);
  if (!mayWatch) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconEye size={16} />} onClick={() => setAsking(true)}>
        {t('watch.add')}
      </Button>
      {asking && <WatchDialog personId={personId} name={name} onClose={() => setAsking(false)} />}
    </>
  );
}

interface WatchDialogProps {
  readonly personId: string;
  readonly name: string;
  onClose(): void;
}

function WatchDialog({ personId, name, onClose }: WatchDialogProps) {
  const { t } = useTranslation('desk');
  const create = useChange('watches.create');
  const cases = useCall('cases.list', {}, { enabled: useMay('cases.read') });
  const [from, setFrom] = useState(() => dayFromToday(0));
  const [until, setUntil] = useState(() => dayFromToday(usualDays));
  const [instruction, setInstruction] = useState<(typeof watchInstructions)[number]>('tell');
  const [note, setNote] = useState('');
  const [caseId, setCaseId] = useState<string | null>(null);

  const watch = (reason: string): void =>
    create.mutate(
      { fields: { personId, from, until, instruction, note, reason, ...(caseId === null ? {} : { caseId }) } },
      {
        onSuccess: () => {
          onClose();
          tellDone(t('watch.created', { name }));
        },
      },
    );
  return (
    <ReasonDialog
      title={t('watch.addOf', { name })}
      text={t('watch.text')}
      label={t('watch.reason')}
      confirm={t('watch.confirm')}
      maxLength={1000}
      busy={create.isPending}
      error={create.error}
      onReason={watch}
      onClose={onClose}
    >
      <DateField label={t('watch.from')} value={from} required onChange={(day) => setFrom(day ?? from)} />
      <DateField label={t('watch.until')} value={until} required onChange={(day) => setUntil(day ?? until)} />
      <Select
        label={t('watch.instruction')}
        allowDeselect={false}
        data={watchInstructions.map((value) => ({ value, label: t(`instruction.${value}`) }))}
        value={instruction}
        onChange={(value) => setInstruction(watchInstructions.find((each) => each === value) ?? 'tell')}
      />
      <TextInput
        label={t('watch.note')}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {(cases.data ?? []).length > 0 && (
        <Select
          clearable
          searchable
          clearButtonProps={{ 'aria-label': t('common:remove') }}
          label={t('watch.case')}
          description={t('watch.caseText')}
          data={(cases.data ?? []).map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
          value={caseId}
          onChange={setCaseId}
        />
      )}
    </ReasonDialog>
  );
}
