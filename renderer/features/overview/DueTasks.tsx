import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Today } from '../../../shared/contract/today.ts';
import { Section } from '../../components/Section.tsx';
import { queryClient } from '../../lib/api.ts';
import { TaskDay } from '../casework/TaskDay.tsx';
import { pageState } from '../people/useRemembered.ts';
import classes from './OverviewPage.module.css';

/** Own tasks whose day has come; each leads to the tasks of its case. */
export function DueTasks({ tasks }: Pick<Today, 'tasks'>) {
  const { t } = useTranslation('casework');
  return (
    <Section title={t('today.tasks')}>
      {tasks.length === 0 && <Text c="dimmed">{t('today.noTasks')}</Text>}
      <ul className={classes.list}>
        {tasks.map(({ task, caseNumber, caseTitle }) => (
          <li key={task.id} className={classes.item}>
            <div className={classes.words}>
              <Anchor
                renderRoot={(props) => <Link to="/cases/$caseId" params={{ caseId: task.caseId }} {...props} />}
                onClick={() => queryClient.setQueryData(pageState(`case-tab:${task.caseId}`), 'tasks')}
              >
                {task.what}
              </Anchor>
              <Text size="xs" c="dimmed">
                {caseNumber} · {caseTitle}
              </Text>
              <TaskDay task={task} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
