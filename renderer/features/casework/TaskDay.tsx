import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isBroughtForward, type Task } from '../../../shared/domain/casework/task.ts';
import { dayFromToday, showDay } from '../../lib/dates.ts';
import classes from './casework.module.css';

/** When a task is due; what is past says so in words. What is over shows what came of it. */
export function TaskDay({ task }: { readonly task: Task }) {
  const { t } = useTranslation('casework');
  const today = dayFromToday(0);
  if (task.state === 'done' || task.state === 'dropped')
    return (
      <Text size="xs" c="dimmed">
        {t('task.came', { outcome: task.outcome })}
      </Text>
    );
  const late = task.dueOn < today;
  return (
    <Text size="xs" {...(late ? { className: classes.overdue } : { c: 'dimmed' })}>
      {t(late ? 'task.late' : isBroughtForward(task, today) ? 'task.forward' : 'task.due', {
        due: showDay(task.dueOn),
        forward: showDay(task.bringForwardOn),
      })}
    </Text>
  );
}
