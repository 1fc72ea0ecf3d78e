import { Badge, Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconPlus, IconZoomScan } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellSearch } from '../../../shared/domain/mitigation/cell-search.ts';
import { EmptyState, ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import { showDay } from '../../lib/dates.ts';
import { useMay } from '../../lib/officer.ts';
import { ReasonForm } from './ReasonForm.tsx';
import { ResultForm } from './ResultForm.tsx';
import { SearchForm } from './SearchForm.tsx';

type Opened = { readonly form: 'plan' | 'hold' | 'cancel'; readonly search?: CellSearch };

/** Searches of cells: what is to come, and what was found. */
export function SearchesTab() {
  const { t } = useTranslation('mitigation');
  const { data, error, refetch } = useCall('cellSearches.list', {});
  const writes = useMay('mitigation.write');
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = (): void => setOpened(null);
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingState />;
  const add = writes && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setOpened({ form: 'plan' })}>
      {t('search.add')}
    </Button>
  );
  const search = opened?.search;
  return (
    <Stack gap="sm">
      {data.length === 0 ? (
        <EmptyState
          icon={<IconZoomScan size={36} stroke={1.4} />}
          title={t('search.empty')}
          text={t('search.emptyText')}
          action={add}
        />
      ) : (
        <>
          <Group justify="flex-end">{add}</Group>
          <Table.ScrollContainer minWidth={760} type="native" tabIndex={0}>
            <Table aria-label={t('tab.searches')} verticalSpacing={6} highlightOnHover>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w={100}>{t('search.number')}</Table.Th>
                  <Table.Th w={130}>{t('search.on')}</Table.Th>
                  <Table.Th>{t('search.blocks')}</Table.Th>
                  <Table.Th>{t('search.reason')}</Table.Th>
                  <Table.Th>{t('search.state')}</Table.Th>
                  <Table.Th>{t('search.found')}</Table.Th>
                  <Table.Th w={240}>
                    <span className="visually-hidden">{t('common:actions')}</span>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data.map((row) => (
                  <SearchRow
                    key={row.id}
                    search={row}
                    writes={writes}
                    onOpen={(form) => setOpened({ form, search: row })}
                  />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </>
      )}
      {opened?.form === 'plan' && <SearchForm {...(search === undefined ? {} : { search })} onClose={close} />}
      {opened?.form === 'hold' && search !== undefined && <ResultForm search={search} onClose={close} />}
      {opened?.form === 'cancel' && search !== undefined && (
        <ReasonForm
          channel="cellSearches.cancel"
          about={{ id: search.id, version: search.version }}
          title={t('search.cancel')}
          onClose={close}
        />
      )}
    </Stack>
  );
}

interface SearchRowProps {
  readonly search: CellSearch;
  readonly writes: boolean;
  onOpen(form: Opened['form']): void;
}

function SearchRow({ search, writes, onOpen }: SearchRowProps) {
  const { t } = useTranslation('mitigation');
  const { number, plannedOn, blocks, reason, state, result, cancelled } = search;
  const act = (form: Opened['form'], label: string) => (
    <Button size="compact-sm" variant="default" aria-label={`${label}: ${number}`} onClick={() => onOpen(form)}>
      {label}
    </Button>
  );
  return (
    <Table.Tr opacity={state === 'cancelled' ? 0.6 : 1}>
      <Table.Td>{number}</Table.Td>
      <Table.Td>{showDay(result?.heldOn ?? plannedOn)}</Table.Td>
      <Table.Td>{blocks.join(', ')}</Table.Td>
      <Table.Td>
        {reason}
        {cancelled !== undefined && (
          <Text size="xs" c="dimmed">
            {cancelled.reason}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Badge variant={state === 'planned' ? 'light' : 'default'} tt="none">
          {t(`searchState.${state}`)}
        </Badge>
      </Table.Td>
      <Table.Td>
        {result?.found.length === 0 && t('search.nothing')}
        {result?.found.map(({ kind, what, quantity, block }) => (
          <Text size="sm" key={`${kind} ${what} ${quantity} ${block}`}>
            {[t(`findKind.${kind}`), what, quantity, block].filter(Boolean).join(' · ')}
          </Text>
        ))}
      </Table.Td>
      <Table.Td>
        {writes && state !== 'cancelled' && (
          <Group gap={6} justify="flex-end" wrap="nowrap">
            {act('hold', t('search.hold'))}
            {state === 'planned' && act('plan', t('common:edit'))}
            {state === 'planned' && act('cancel', t('search.cancel'))}
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
