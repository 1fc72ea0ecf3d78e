import { Badge, Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Casework } from '../../../shared/contract/casework.ts';
import type { Case } from '../../../shared/domain/case.ts';
import { type Gap, isAnswered } from '../../../shared/domain/casework/gap.ts';
import { Section } from '../../components/Section.tsx';
import { useChange } from '../../lib/api.ts';
import { useMayInCase } from '../../lib/officer.ts';
import { offerUndo, tellError } from '../../lib/tell.tsx';
import classes from './casework.module.css';
import { GapForm } from './GapForm.tsx';
import { RowButtons } from './RowButtons.tsx';
import { TaskForm } from './TaskForm.tsx';

interface GapListProps {
  readonly file: Case;
  readonly work: Casework;
  readonly writes: boolean;
}

/** Questions nobody can answer yet; a task is made of one here. */
export function GapList({ file, work, writes }: GapListProps) {
  const { t } = useTranslation('casework');
  const tasks = useMayInCase('cases.tasks', file);
  const [editing, setEditing] = useState<Gap | 'new' | null>(null);
  const [collecting, setCollecting] = useState<Gap | null>(null);
  const remove = useChange('gaps.remove');
  const caseId = file.id;
  return (
    <Section
      title={t('gap.title')}
      actions={
        writes && (
          <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setEditing('new')}>
            {t('gap.add')}
          </Button>
        )
      }
    >
      {work.gaps.length === 0 && <Text c="dimmed">{t('gap.empty')}</Text>}
      <ul className={classes.rows} aria-label={t('gap.title')}>
        {work.gaps.map((gap) => {
          const name = t('gap.named', { number: gap.number });
          const count = work.tasks.filter(({ task }) => task.gapId === gap.id).length;
          return (
            <li key={gap.id} className={classes.row}>
              <Badge variant="default">{t(isAnswered(gap) ? 'gap.closed' : 'gap.open')}</Badge>
              <div className={classes.grow}>
                <Text size="sm" fw={600}>
                  {name} · {gap.question}
                </Text>
                <Text size="sm" c="dimmed">
                  {isAnswered(gap) ? gap.answer : t('gap.tasks', { count })}
                </Text>
              </div>
              {tasks && !isAnswered(gap) && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('gap.toTaskNamed', { name })}
                  onClick={() => setCollecting(gap)}
                >
                  {t('gap.toTask')}
                </Button>
              )}
              {writes && (
                <RowButtons
                  name={name}
                  onChange={() => setEditing(gap)}
                  onRemove={() =>
                    remove.mutate(
                      { id: gap.id, version: gap.version },
                      { onSuccess: ({ undoId }) => offerUndo(undoId, t('removed', { name })), onError: tellError },
                    )
                  }
                />
              )}
            </li>
          );
        })}
      </ul>
      {editing !== null && (
        <GapForm caseId={caseId} gap={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
      {collecting !== null && (
        <TaskForm caseId={caseId} work={work} begun={{ gapId: collecting.id }} onClose={() => setCollecting(null)} />
      )}
    </Section>
  );
}
