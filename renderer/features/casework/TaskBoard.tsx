import { Text, Title, UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskRow } from '../../../shared/contract/casework.ts';
import { type Task, type TaskFields, type TaskState, taskStates } from '../../../shared/domain/casework/task.ts';
import { useChange } from '../../lib/api.ts';
import { offerUndo, tellError } from '../../lib/tell.tsx';
import classes from './casework.module.css';
import { taskFieldsOf } from './TaskForm.tsx';
import { TaskDay } from './TaskDay.tsx';

interface TaskBoardProps {
  readonly rows: readonly TaskRow[];
  readonly writes: boolean;
  onOpen(task: Task, begun?: Partial<TaskFields>): void;
}

/** Tasks by where they stand, a column each. Arrow keys go from card to card, Ctrl with them moves the card. */
export function TaskBoard({ rows, writes, onOpen }: TaskBoardProps) {
  const { t } = useTranslation('casework');
  const board = useRef<HTMLDivElement>(null);
  /** The card that was moved, to be in focus again where it went. */
  const moved = useRef<string | null>(null);
  const change = useChange('tasks.change');
  const columns = taskStates.map((state) => ({ state, rows: rows.filter(({ task }) => task.state === state) }));

  const focus = (id: string | undefined): void => {
    if (id !== undefined) board.current?.querySelector<HTMLElement>(`[data-task="${id}"]`)?.focus();
  };
  useEffect(() => {
    if (moved.current === null) return;
    focus(moved.current);
    moved.current = null;
  }, [rows]);

  function moveTo(task: Task, state: TaskState | undefined): void {
    if (!writes || state === undefined || change.isPending) return;
    // What is over needs an outcome, which is asked for.
    if ((state === 'done' || state === 'dropped') && task.outcome === '') {
      onOpen(task, { state });
      return;
    }
    moved.current = task.id;
    change.mutate(
      { id: task.id, version: task.version, fields: { ...taskFieldsOf(task), state } },
      {
        onSuccess: ({ undoId }) => offerUndo(undoId, t('task.moved', { state: t(`domain:taskState.${state}`) })),
        onError: tellError,
      },
    );
  }

  function act(event: KeyboardEvent, task: Task): void {
    const column = taskStates.indexOf(task.state);
    const row = columns[column]?.rows.findIndex((each) => each.task.id === task.id) ?? 0;
    const aside = ({ ArrowLeft: -1, ArrowRight: 1 } as const)[event.key];
    const down = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key];
    if (aside !== undefined && event.ctrlKey) moveTo(task, taskStates[column + aside]);
    else if (aside !== undefined) {
      const places = aside > 0 ? columns.slice(column + 1) : columns.slice(0, column).toReversed();
      const beside = places.find((each) => each.rows.length > 0)?.rows;
      focus(beside?.[Math.min(row, beside.length - 1)]?.task.id);
    } else if (down !== undefined) focus(columns[column]?.rows[row + down]?.task.id);
    else return;
    event.preventDefault();
  }

  return (
    <>
      {writes && (
        <Text size="sm" c="dimmed">
          {t('task.keys')}
        </Text>
      )}
      <div ref={board} className={classes.board} role="group" aria-label={t('task.board')}>
        {columns.map(({ state, rows: cards }) => (
          <section key={state} className={classes.column} aria-label={t(`domain:taskState.${state}`)}>
            <Title order={2} size="sm">
              {t(`domain:taskState.${state}`)} ({cards.length})
            </Title>
            <ul className={classes.cards}>
              {cards.map(({ task, ownerName, gap }) => (
                <li key={task.id}>
                  <UnstyledButton
                    className={classes.card}
                    data-task={task.id}
                    aria-keyshortcuts="Control+ArrowLeft Control+ArrowRight"
                    onKeyDown={(event) => act(event, task)}
                    onClick={() => (writes ? onOpen(task) : undefined)}
                  >
                    <Text size="sm" fw={600}>
                      {task.what}
                    </Text>
                    {gap !== null && (
                      <Text size="xs" c="dimmed">
                        {gap}
                      </Text>
                    )}
                    <Text size="xs">{ownerName}</Text>
                    <TaskDay task={task} />
                  </UnstyledButton>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
