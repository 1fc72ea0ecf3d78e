import { Alert, Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { IconLifebuoy } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SalvageReport } from '../../../shared/domain/salvage.ts';
import { FormError } from '../../components/FormError.tsx';
import { useChange } from '../../lib/api.ts';
import { showNumber } from '../../lib/numbers.ts';
import { FolderField } from '../vault/FolderField.tsx';
import { WorkProgress } from './WorkProgress.tsx';

const most = 100;

/** For a vault that is damaged: what is still authentic into a new one, and in words what was lost. */
export function SalvageButton() {
  const { t } = useTranslation('backup');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        flex="none"
        leftSection={<IconLifebuoy size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t('salvage.open')}
      </Button>
      {opened && <SalvageDialog onClose={() => setOpened(false)} />}
    </>
  );
}

function SalvageDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('backup');
  const salvage = useChange('vault.salvage');
  const [into, setInto] = useState('');
  const report = salvage.data;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (into !== '' && !salvage.isPending) salvage.mutate({ into });
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('salvage.title')}
      closeOnEscape={!salvage.isPending}
      closeOnClickOutside={!salvage.isPending}
      withCloseButton={!salvage.isPending}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {report !== undefined ? (
        <Outcome report={report} onClose={onClose} />
      ) : (
        <form onSubmit={submit}>
          <Stack>
            <Text size="sm">{t('salvage.text')}</Text>
            <FolderField
              purpose="open"
              label={t('salvage.into')}
              hint={t('folderHint')}
              value={into}
              onChange={setInto}
            />
            <FormError error={salvage.error} />
            {salvage.isPending ? (
              <WorkProgress task="salvage" />
            ) : (
              <Group justify="flex-end">
                <Button variant="default" onClick={onClose}>
                  {t('common:cancel')}
                </Button>
                <Button type="submit" disabled={into === ''}>
                  {t('salvage.run')}
                </Button>
              </Group>
            )}
          </Stack>
        </form>
      )}
    </Modal>
  );
}

function Outcome({ report, onClose }: { readonly report: SalvageReport; onClose(): void }) {
  const { t } = useTranslation('backup');
  const { people, cases, visits, events, audit, unnamed, lost } = report;
  const [many, months] = [showNumber, (of: readonly string[]) => of.join(', ')];
  const nothing = lost.every(({ meaning }) => meaning === 'nothing');
  return (
    <Stack>
      <Alert color="teal" role="status">
        <div style={{ overflowWrap: 'anywhere' }}>{t('salvage.done', { folder: report.folder })}</div>
      </Alert>
      <Text size="sm">
        {t('salvage.kept', {
          people: many(people),
          cases: many(cases),
          visits: many(visits),
          events: many(events),
          audit: many(audit.kept),
        })}{' '}
        {nothing && t('salvage.whole')}
        {audit.lost > 0 && t('salvage.auditLost', { lost: many(audit.lost) })}{' '}
        {unnamed > 0 && t('salvage.unnamed', { rows: many(unnamed) })}
      </Text>
      {lost.length > 0 && (
        <Table aria-label={t('salvage.what')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('salvage.what')}</Table.Th>
              <Table.Th>{t('salvage.meant')}</Table.Th>
              <Table.Th>{t('salvage.file')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lost.slice(0, most).map((loss) => (
              <Table.Tr key={`${loss.file}:${loss.offset}`}>
                <Table.Td>{t(`problem.${loss.code}`)}</Table.Td>
                <Table.Td>
                  {t(`salvage.meaning.${loss.meaning}`, { rows: many(loss.rows), months: months(loss.months) })}
                </Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{`${loss.file} · ${many(loss.offset)}`}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Group justify="flex-end">
        <Button onClick={onClose}>{t('common:close')}</Button>
      </Group>
    </Stack>
  );
}
