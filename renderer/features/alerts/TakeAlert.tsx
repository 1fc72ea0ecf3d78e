import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertRow } from '../../../shared/contract/alerts.ts';
import { FormError } from '../../components/FormError.tsx';
import { LoadingState } from '../../components/States.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { showDay } from '../../lib/dates.ts';
import { useMay } from '../../lib/officer.ts';
import { offerUndo } from '../../lib/tell.tsx';
import { NewCaseDialog } from '../cases/NewCaseDialog.tsx';

/** Takes an alert into a case. The case worked on last is chosen already, so that Enter is enough. */
export function TakeAlert({ row, onClose }: { readonly row: AlertRow; onClose(): void }) {
  const { t } = useTranslation('detection');
  const cases = useCall('cases.list', {});
  const take = useChange('alerts.take');
  const creates = useMay('cases.create');
  const [picked, setPicked] = useState<string | null>(null);
  const [making, setMaking] = useState(false);
  const open = (cases.data ?? []).filter(({ status }) => status === 'open');
  const offered = open.sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
  const caseId = picked ?? offered[0]?.id ?? null;

  function into(id: string, number: string): void {
    const { finding, foundAt } = row;
    const source =
      finding === null
        ? t('inbox.sourcePlain')
        : t('inbox.source', {
            kind: t(`kind.${finding.kind}`),
            rows: finding.rows,
            day: showDay((foundAt ?? '').slice(0, 10)),
          });
    take.mutate(
      { key: row.key, caseId: id, source },
      {
        onSuccess: ({ undoId, members }) => {
          onClose();
          offerUndo(undoId, t(members === 0 ? 'inbox.takenNobody' : 'inbox.taken', { count: members, number }));
        },
      },
    );
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    const file = offered.find(({ id }) => id === caseId);
    if (file !== undefined && !take.isPending) into(file.id, file.number);
  }

  if (making)
    return <NewCaseDialog opened onClose={() => setMaking(false)} onCreated={({ id, number }) => into(id, number)} />;
  return (
    <Modal opened onClose={onClose} title={t('inbox.takeOf')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t('inbox.takeText')}</Text>
          {cases.isPending ? (
            <LoadingState />
          ) : offered.length === 0 ? (
            <Text size="sm">{t('inbox.noCases')}</Text>
          ) : (
            <Select
              searchable
              allowDeselect={false}
              label={t('inbox.case')}
              data={offered.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
              value={caseId}
              onChange={setPicked}
            />
          )}
          <FormError error={take.error ?? cases.error} />
          <Group justify="flex-end">
            {creates && (
              <Button variant="subtle" onClick={() => setMaking(true)}>
                {t('inbox.newCase')}
              </Button>
            )}
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" data-autofocus disabled={caseId === null} loading={take.isPending}>
              {t('inbox.takeConfirm')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
