import { Button, Group, SegmentedControl, Stack } from '@mantine/core';
import { IconChecklist, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Case } from '../../../shared/domain/case.ts';
import type { Task, TaskFields } from '../../../shared/domain/casework/task.ts';
import { EmptyState } from '../../components/States.tsx';
import { useMayInCase } from '../../lib/officer.ts';
import { useRemembered } from '../people/useRemembered.ts';
import { TaskBoard } from './TaskBoard.tsx';
import { TaskForm } from './TaskForm.tsx';
import { TaskTable } from './TaskTable.tsx';
import { WithCasework } from './WithCasework.tsx';

/** A task that is open in the form, with what is to be changed in it already. */
interface Opened {
  readonly task?: Task;
  readonly begun?: Partial<TaskFields>;
}

/** Who finds out what, until when: as a board or as a list. */
export function TasksTab({ file }: { readonly file: Case }) {
  const { t } = useTranslation('casework');
  const writes = useMayInCase('cases.tasks', file);
  const [as, setAs] = useRemembered<string>('tasks-as', 'board');
  const [opened, setOpened] = useState<Opened | null>(null);
  const add = writes && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setOpened({})}>
      {t('task.add')}
    </Button>
  );
  return (
    <WithCasework caseId={file.id}>
      {(work) => (
        <Stack gap="sm">
          {work.tasks.length === 0 ? (
            <EmptyState
              icon={<IconChecklist size={36} stroke={1.4} />}
              title={t('task.empty')}
              text={t('task.emptyText')}
              action={add}
            />
          ) : (
            <>
              <Group justify="space-between">
                <SegmentedControl
                  aria-label={t('task.as')}
                  value={as}
                  data={[
                    { value: 'board', label: t('task.board') },
                    { value: 'list', label: t('task.list') },
                  ]}
                  onChange={setAs}
                />
                {add}
              </Group>
              {as === 'board' ? (
                <TaskBoard
                  rows={work.tasks}
                  writes={writes}
                  onOpen={(task, begun) => setOpened({ task, ...(begun === undefined ? {} : { begun }) })}
                />
              ) : (
                <TaskTable rows={work.tasks} onOpen={writes ? (task) => setOpened({ task }) : null} />
              )}
            </>
          )}
          {opened !== null && <TaskForm caseId={file.id} work={work} {...opened} onClose={() => setOpened(null)} />}
        </Stack>
      )}
    </WithCasework>
  );
}
