import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconEdit, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommitmentRow } from '../../../shared/contract/coordination.ts';
import type { Occurrence } from '../../../shared/domain/coordination/commitment.ts';
import { SidePanel } from '../../components/SidePanel.tsx';
import { useChange } from '../../lib/api.ts';
import { showDay } from '../../lib/dates.ts';
import { useMay } from '../../lib/officer.ts';
import { offerUndo, tellError } from '../../lib/tell.tsx';
import { useSave } from '../casework/useSave.ts';
import { Origins } from '../exchange/HandlingNote.tsx';
import { CommitmentForm } from './CommitmentForm.tsx';
import classes from './coordination.module.css';
import { OverdueBadge } from './OverdueBadge.tsx';
import { SettleForm } from './SettleForm.tsx';

/** One commitment, and every time it was due. */
export function CommitmentPanel({ row, onClose }: { readonly row: CommitmentRow; onClose(): void }) {
  const { t } = useTranslation('coordination');
  const { commitment, sourceTitle, sourceDay, occurrences } = row;
  const { id, version, what, owedBy, owedTo } = commitment;
  const writes = useMay('coordination.write');
  const [changing, setChanging] = useState(false);
  const [settling, setSettling] = useState<{ readonly dueOn: string; readonly state: 'kept' | 'missed' } | null>(null);
  const remove = useSave('commitments.remove', t('removed'), onClose);
  const settle = useChange('commitments.settle');
  const takeBack = (dueOn: string): void =>
    settle.mutate(
      { id, version, dueOn, settlement: null },
      { onSuccess: ({ undoId }) => offerUndo(undoId, t('commitment.settled')), onError: tellError },
    );
  return (
    <SidePanel opened title={what} size={640} onClose={onClose}>
      <Stack gap="md">
        <Text size="sm">
          {owedBy} → {owedTo}
        </Text>
        <Text size="sm" c="dimmed">
          {t('commitment.source')}: {sourceTitle}
          {sourceDay !== null && `, ${showDay(sourceDay)}`}
        </Text>
        <Origins of={commitment.origins} />
        {writes && (
          <Group gap="xs">
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconEdit size={14} />}
              onClick={() => setChanging(true)}
            >
              {t('commitment.change')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconTrash size={14} />}
              loading={remove.busy}
              onClick={() => remove.save({ id, version })}
            >
              {t('commitment.remove')}
            </Button>
          </Group>
        )}
        <section aria-label={t('commitment.times')}>
          <Title order={3} size="h5" mb={4}>
            {t('commitment.times')}
          </Title>
          <ul className={classes.list} aria-label={t('commitment.times')}>
            {occurrences.toReversed().map((occurrence) => (
              <li key={occurrence.dueOn} className={classes.item}>
                <Group justify="space-between" wrap="nowrap" align="flex-start">
                  <Standing occurrence={occurrence} />
                  {writes && occurrence.state === 'open' && (
                    <Group gap={4} wrap="nowrap" flex="none">
                      {(['kept', 'missed'] as const).map((state) => (
                        <Button
                          key={state}
                          size="compact-sm"
                          variant="default"
                          aria-label={t(state === 'kept' ? 'commitment.markKept' : 'commitment.markMissed', {
                            what,
                            day: showDay(occurrence.dueOn),
                          })}
                          onClick={() => setSettling({ dueOn: occurrence.dueOn, state })}
                        >
                          {t(`commitment.${state}`)}
                        </Button>
                      ))}
                    </Group>
                  )}
                  {writes && occurrence.state !== 'open' && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      flex="none"
                      loading={settle.isPending}
                      aria-label={t('commitment.takeBack', { day: showDay(occurrence.dueOn) })}
                      onClick={() => takeBack(occurrence.dueOn)}
                    >
                      {t('action.reopenShort')}
                    </Button>
                  )}
                </Group>
              </li>
            ))}
          </ul>
        </section>
      </Stack>
      {changing && <CommitmentForm commitment={commitment} onClose={() => setChanging(false)} />}
      {settling !== null && <SettleForm commitment={commitment} {...settling} onClose={() => setSettling(null)} />}
    </SidePanel>
  );
}

function Standing({ occurrence: { dueOn, state, overdue, evidence } }: { readonly occurrence: Occurrence }) {
  const { t } = useTranslation('coordination');
  return (
    <div>
      <Text size="sm">{showDay(dueOn)}</Text>
      {overdue ? <OverdueBadge /> : <Text size="xs">{t(`figure.${state}`)}</Text>}
      {evidence !== '' && (
        <Text size="xs" c="dimmed" className={classes.prose}>
          {evidence}
        </Text>
      )}
    </div>
  );
}
