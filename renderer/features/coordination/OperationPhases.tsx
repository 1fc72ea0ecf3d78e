import { ActionIcon, Button, Group, Menu, Text, Title } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isOverdue } from '../../../shared/domain/coordination/meeting.ts';
import {
  openTasksOf,
  type Operation,
  type OperationTask,
  type OperationTaskState,
} from '../../../shared/domain/coordination/operation.ts';
import { useChange } from '../../lib/api.ts';
import { dayFromToday, showDay } from '../../lib/dates.ts';
import { useMay } from '../../lib/officer.ts';
import { offerUndo, tellError } from '../../lib/tell.tsx';
import classes from './coordination.module.css';
import { OverdueBadge } from './OverdueBadge.tsx';

/** The phases in order, each with its tasks; one press says that a task is done, a menu that it was missed or dropped. */
export function OperationPhases({ operation }: { readonly operation: Operation }) {
  const { t } = useTranslation('coordination');
  const writes = useMay('coordination.write');
  const open = new Set(openTasksOf(operation).map(({ id }) => id));
  return (
    <section aria-label={t('operation.phases')}>
      <Title order={3} size="h5" mb={4}>
        {t('operation.phases')}
      </Title>
      {operation.phases.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('operation.noPeriod')}
        </Text>
      )}
      {operation.phases.map(({ name, from, until, state, tasks }, index) => (
        <div key={`${name} ${from}`} className={classes.item}>
          <Text size="sm" fw={600}>
            {index + 1}. {name}
          </Text>
          <Text size="xs" c="dimmed">
            {showDay(from)} – {showDay(until)} · {t(`phaseState.${state}`)}
          </Text>
          <ul className={classes.list} aria-label={name}>
            {tasks.map((task) => (
              <li key={task.id} className={classes.item}>
                <Group justify="space-between" wrap="nowrap" align="flex-start">
                  <div>
                    <Text size="sm" className={classes.prose}>
                      {task.what}
                    </Text>
                    <Text size="xs" c="dimmed">
                      {task.owner} · {task.agency} · {t('today.due', { day: showDay(task.dueOn) })}
                    </Text>
                    {open.has(task.id) && isOverdue(task, dayFromToday(0)) ? (
                      <OverdueBadge />
                    ) : (
                      <Text size="xs">{t(`actionState.${task.state}`)}</Text>
                    )}
                  </div>
                  {writes && <TaskButton operation={operation} task={task} />}
                </Group>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function TaskButton({
  operation: { id, version },
  task,
}: {
  readonly operation: Operation;
  readonly task: OperationTask;
}) {
  const { t } = useTranslation('coordination');
  const set = useChange('operations.setTask');
  const { what } = task;
  const isOpen = task.state === 'open';
  const say = (state: OperationTaskState): void =>
    set.mutate(
      { id, version, taskId: task.id, state },
      { onSuccess: ({ undoId }) => offerUndo(undoId, t('task.saved')), onError: tellError },
    );
  return (
    <Group gap={4} wrap="nowrap" flex="none">
      <Button
        size="compact-sm"
        variant="default"
        loading={set.isPending}
        leftSection={isOpen ? <IconCheck size={14} /> : <IconArrowBackUp size={14} />}
        aria-label={t(isOpen ? 'action.markDone' : 'action.reopen', { what })}
        onClick={() => say(isOpen ? 'done' : 'open')}
      >
        {t(isOpen ? 'action.done' : 'action.reopenShort')}
      </Button>
      {isOpen && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size={26} aria-label={t('task.other', { what })}>
              <IconDots size={14} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {(['missed', 'dropped'] as const).map((state) => (
              <Menu.Item key={state} onClick={() => say(state)}>
                {t(`actionState.${state}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  );
}
