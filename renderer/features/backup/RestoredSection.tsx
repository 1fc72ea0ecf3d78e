import { Button, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract.ts';
import { Section } from '../../components/Section.tsx';
import { useCall } from '../../lib/api.ts';
import { showMoment } from '../../lib/dates.ts';
import { useMay } from '../../lib/officer.ts';
import { CompareDialog } from './CompareDialog.tsx';
import { SwitchDialog } from './SwitchDialog.tsx';

type Restored = Output<'restoring.list'>[number];

/** Backups that were restored beside this vault; nothing at all when there are none. */
export function RestoredSection() {
  const { t } = useTranslation('backup');
  const restored = useCall('restoring.list', {});
  const [comparing, setComparing] = useState<Restored | null>(null);
  const [switching, setSwitching] = useState<Restored | null>(null);
  const restores = useMay('vault.restore');
  const rows = restored.data ?? [];
  if (rows.length === 0) return null;
  return (
    <Section title={t('restored.title')} note={t('restored.note')}>
      <Table aria-label={t('restored.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('restored.at')}</Table.Th>
            <Table.Th>{t('restored.by')}</Table.Th>
            <Table.Th>{t('restored.folder')}</Table.Th>
            <Table.Th aria-label={t('common:actions')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Td>{showMoment(row.backupAt)}</Table.Td>
              <Table.Td>{t('restored.byText', { at: showMoment(row.restoredAt), name: row.restoredBy })}</Table.Td>
              <Table.Td>
                <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                  {row.folder}
                </Text>
              </Table.Td>
              <Table.Td>
                <Group gap="xs" justify="flex-end" wrap="nowrap">
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t('restored.compareOf', { at: showMoment(row.backupAt) })}
                    onClick={() => setComparing(row)}
                  >
                    {t('restored.compare')}
                  </Button>
                  {restores && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={t('restored.switchOf', { at: showMoment(row.backupAt) })}
                      onClick={() => setSwitching(row)}
                    >
                      {t('restored.switch')}
                    </Button>
                  )}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {comparing !== null && <CompareDialog folder={comparing.folder} onClose={() => setComparing(null)} />}
      {switching !== null && <SwitchDialog restored={switching} onClose={() => setSwitching(null)} />}
    </Section>
  );
}
