import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconEdit, IconPrinter, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationView } from '../../../shared/contract/coordination.ts';
import { handlingLabel } from '../../../shared/domain/handling.ts';
import { MarkingBadge } from '../../components/badges.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import { useMay } from '../../lib/officer.ts';
import { useSave } from '../casework/useSave.ts';
import { Origins } from '../exchange/HandlingNote.tsx';
import classes from './coordination.module.css';
import { OperationForm } from './OperationForm.tsx';
import { OperationPhases } from './OperationPhases.tsx';
import { OperationStateForm } from './OperationStateForm.tsx';
import { PrintDialog } from './PrintDialog.tsx';

/** One operation: why, by which law, phase by phase, and whom to call. */
export function OperationPanel({ id, onClose }: { readonly id: string; onClose(): void }) {
  const { t } = useTranslation('coordination');
  const view = useCall('operations.get', { id });
  return (
    <SidePanel opened title={view.data?.operation.name ?? t('tab.operations')} size={760} onClose={onClose}>
      {view.error !== null ? (
        <ErrorState error={view.error} onRetry={() => void view.refetch()} />
      ) : view.data === undefined ? (
        <LoadingState />
      ) : (
        <Operation view={view.data} onClose={onClose} />
      )}
    </SidePanel>
  );
}

function Operation({ view: { operation, cases }, onClose }: { readonly view: OperationView; onClose(): void }) {
  const { t } = useTranslation('coordination');
  const { id, version } = operation;
  const writes = useMay('coordination.write');
  const [doing, setDoing] = useState<'change' | 'set' | 'print' | null>(null);
  const remove = useSave('operations.remove', t('removed'), onClose);
  const end = (): void => setDoing(null);
  const facts = [
    ['purpose', operation.purpose],
    ['legalBasis', operation.legalBasis],
    ['outcome', operation.outcome],
    ['cases', cases.map(({ number, title }) => `${number} ${title}`).join('\n')],
    ['risks', operation.risks],
    ['notes', operation.notes],
  ] as const;
  return (
    <Stack gap="md">
      <Group gap="xs">
        <MarkingBadge marking={operation.marking} />
        <Text size="sm">{t(`operationState.${operation.state}`)}</Text>
        <Text size="sm" c="dimmed">
          {handlingLabel(operation.handling)}
        </Text>
      </Group>
      <Origins of={operation.origins} />
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPrinter size={14} />}
          onClick={() => setDoing('print')}
        >
          {t('operation.print')}
        </Button>
        {writes && (
          <>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconEdit size={14} />}
              onClick={() => setDoing('change')}
            >
              {t('operation.change')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setDoing('set')}>
              {t('operation.set')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconTrash size={14} />}
              loading={remove.busy}
              onClick={() => remove.save({ id, version })}
            >
              {t('operation.remove')}
            </Button>
          </>
        )}
      </Group>
      {facts
        .filter(([, value]) => value !== '')
        .map(([key, value]) => (
          <div key={key}>
            <Text size="xs" c="dimmed">
              {t(`operation.${key}`)}
            </Text>
            <Text size="sm" className={classes.prose}>
              {value}
            </Text>
          </div>
        ))}
      <OperationPhases operation={operation} />
      <Contacts contacts={operation.contacts} />
      {doing === 'change' && <OperationForm operation={operation} onClose={end} />}
      {doing === 'set' && <OperationStateForm operation={operation} onClose={end} />}
      {doing === 'print' && (
        <PrintDialog channel="operations.print" id={id} title={t('operation.print')} onClose={end} />
      )}
    </Stack>
  );
}

function Contacts({ contacts }: Pick<OperationView['operation'], 'contacts'>) {
  const { t } = useTranslation('coordination');
  if (contacts.length === 0) return null;
  return (
    <section aria-label={t('operation.contacts')}>
      <Title order={3} size="h5" mb={4}>
        {t('operation.contacts')}
      </Title>
      <Table aria-label={t('operation.contacts')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('contact.name')}</Table.Th>
            <Table.Th>{t('contact.role')}</Table.Th>
            <Table.Th>{t('agency')}</Table.Th>
            <Table.Th>{t('contact.phone')}</Table.Th>
            <Table.Th>{t('contact.radio')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {contacts.map(({ name, role, agency, phone, radio }) => (
            <Table.Tr key={[name, role, agency, phone, radio].join(' ')}>
              <Table.Td>{name}</Table.Td>
              <Table.Td>{role}</Table.Td>
              <Table.Td>{agency}</Table.Td>
              <Table.Td>{phone}</Table.Td>
              <Table.Td>{radio}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
