import { Badge, Button, Group, Stack, Table, Text, UnstyledButton } from '@mantine/core';
import { IconBox, IconFileText, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../shared/contract/cases.ts';
import { EmptyState, ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import { showDay } from '../../lib/dates.ts';
import { useMayInCase } from '../../lib/officer.ts';
import { ExhibitDialog } from './ExhibitDialog.tsx';
import { ExhibitPanel } from './ExhibitPanel.tsx';
import { HandOverDialog } from './HandOverDialog.tsx';

/** The exhibits of a case; one opens with its files and everybody who had it. */
export function EvidenceSection({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('evidence');
  const { file } = view;
  const writes = useMayInCase('cases.write', file);
  const exports = useMayInCase('cases.export', file);
  const { data, error, refetch } = useCall('evidence.list', { caseId: file.id });
  const [adding, setAdding] = useState(false);
  const [handing, setHanding] = useState(false);
  const [shown, setShown] = useState<string | null>(null);

  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingState />;
  const add = writes && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  );
  return (
    <Stack gap="sm">
      {data.length === 0 ? (
        <EmptyState
          icon={<IconBox size={36} stroke={1.4} />}
          title={t('empty')}
          {...(writes ? { text: t('emptyText'), action: add } : {})}
        />
      ) : (
        <>
          <Group justify="flex-end">
            {writes && exports && (
              <Button variant="default" leftSection={<IconFileText size={16} />} onClick={() => setHanding(true)}>
                {t('handOver.open')}
              </Button>
            )}
            {add}
          </Group>
          <Table.ScrollContainer minWidth={760} type="native" tabIndex={0}>
            <Table highlightOnHover aria-label={t('title')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w={170}>{t('number')}</Table.Th>
                  <Table.Th>{t('description')}</Table.Th>
                  <Table.Th>{t('amount')}</Table.Th>
                  <Table.Th>{t('seized')}</Table.Th>
                  <Table.Th>{t('heldBy')}</Table.Th>
                  <Table.Th ta="right">{t('files')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data.map(({ exhibit, files }) => (
                  <Table.Tr key={exhibit.id}>
                    <Table.Td>
                      <UnstyledButton onClick={() => setShown(exhibit.id)}>
                        <Text size="sm" fw={500} td="underline">
                          {exhibit.number}
                        </Text>
                      </UnstyledButton>
                    </Table.Td>
                    <Table.Td maw={320}>
                      <Text size="sm" lineClamp={2}>
                        {exhibit.description}
                      </Text>
                      <Badge size="xs" variant="default" mt={2}>
                        {t(`domain:exhibitKind.${exhibit.kind}`)}
                      </Badge>
                    </Table.Td>
                    <Table.Td>
                      <Text size="sm">{[exhibit.gross, exhibit.net, exhibit.count].filter(Boolean).join(' · ')}</Text>
                    </Table.Td>
                    <Table.Td>
                      <Text size="sm">{showDay(exhibit.seizedOn)}</Text>
                      <Text size="xs" c="dimmed" lineClamp={1}>
                        {exhibit.place}
                      </Text>
                    </Table.Td>
                    <Table.Td>
                      <Text size="sm" lineClamp={2}>
                        {exhibit.heldBy}
                      </Text>
                    </Table.Td>
                    <Table.Td ta="right">{files}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </>
      )}
      {adding && <ExhibitDialog view={view} exhibit={null} onClose={() => setAdding(false)} onSaved={setShown} />}
      {handing && <HandOverDialog file={file} rows={data ?? []} onClose={() => setHanding(false)} />}
      {shown !== null && (
        <ExhibitPanel view={view} id={shown} writes={writes} copies={exports} onClose={() => setShown(null)} />
      )}
    </Stack>
  );
}
