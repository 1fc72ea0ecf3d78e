import { Anchor, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TaskRow } from '../../../shared/contract/casework.ts';
import type { Task } from '../../../shared/domain/casework/task.ts';
import { showDay } from '../../lib/dates.ts';
import { TaskDay } from './TaskDay.tsx';

interface TaskTableProps {
  readonly rows: readonly TaskRow[];
  /** Null for who may only look. */
  readonly onOpen: ((task: Task) => void) | null;
}

export function TaskTable({ rows, onOpen }: TaskTableProps) {
  const { t } = useTranslation('casework');
  return (
    <Table.ScrollContainer minWidth={760} type="native" tabIndex={0}>
      <Table highlightOnHover aria-label={t('task.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('task.what')}</Table.Th>
            <Table.Th>{t('task.owner')}</Table.Th>
            <Table.Th>{t('task.bringForwardOn')}</Table.Th>
            <Table.Th>{t('task.dueOn')}</Table.Th>
            <Table.Th>{t('task.state')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ task, ownerName, gap }) => (
            <Table.Tr key={task.id}>
              <Table.Td>
                {onOpen === null ? (
                  <Text size="sm">{task.what}</Text>
                ) : (
                  <Anchor component="button" type="button" size="sm" ta="left" onClick={() => onOpen(task)}>
                    {task.what}
                  </Anchor>
                )}
                {gap !== null && (
                  <Text size="xs" c="dimmed">
                    {gap}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{ownerName}</Table.Td>
              <Table.Td>{showDay(task.bringForwardOn)}</Table.Td>
              <Table.Td>{showDay(task.dueOn)}</Table.Td>
              <Table.Td>
                {t(`domain:taskState.${task.state}`)}
                <TaskDay task={task} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
