import { Button, Group, Text } from '@mantine/core';
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOverdue, type Meeting, type MeetingAction } from '../../../shared/domain/coordination/meeting.ts';
import { useChange } from '../../lib/api.ts';
import { dayFromToday, showDay, showMoment } from '../../lib/dates.ts';
import { useMay } from '../../lib/officer.ts';
import { offerUndo, tellError } from '../../lib/tell.tsx';
import classes from './coordination.module.css';
import { FollowUpForm } from './FollowUpForm.tsx';
import { OverdueBadge } from './OverdueBadge.tsx';

interface ActionListProps {
  readonly meeting: Meeting;
  /** Names by identifier. */
  readonly officers: Readonly<Record<string, string>>;
}

/** What was agreed to be done; one press says that it is. */
export function ActionList({ meeting, officers }: ActionListProps) {
  const { t } = useTranslation('coordination');
  const writes = useMay('coordination.write');
  const [asking, setAsking] = useState<MeetingAction | null>(null);
  return (
    <>
      <ul className={classes.list} aria-label={t('meeting.actions')}>
        {meeting.actions.map((action) => (
          <li key={action.id} className={classes.item}>
            <Group justify="space-between" wrap="nowrap" align="flex-start">
              <div>
                <Text size="sm" fw={600} className={classes.prose}>
                  {action.what}
                </Text>
                <Text size="xs" c="dimmed">
                  {action.who} · {action.agency} · {t('today.due', { day: showDay(action.dueOn) })}
                </Text>
                <Standing action={action} officers={officers} />
              </div>
              {writes && <Buttons meeting={meeting} action={action} onMore={() => setAsking(action)} />}
            </Group>
          </li>
        ))}
      </ul>
      {asking !== null && <FollowUpForm meeting={meeting} action={asking} onClose={() => setAsking(null)} />}
    </>
  );
}

function Standing({
  action,
  officers,
}: {
  readonly action: MeetingAction;
  readonly officers: ActionListProps['officers'];
}) {
  const { t } = useTranslation('coordination');
  const { state, settledOn, outcome, history } = action;
  return (
    <>
      {isOverdue(action, dayFromToday(0)) ? (
        <OverdueBadge />
      ) : (
        <Text size="xs">
          {t(`actionState.${state}`)}
          {settledOn !== undefined && ` · ${showDay(settledOn)}`}
          {outcome !== '' && ` · ${outcome}`}
        </Text>
      )}
      {(history.length > 1 || history.some(({ agency }) => agency !== undefined)) && (
        <details>
          <summary>
            <Text span size="xs">
              {t('action.history')}
            </Text>
          </summary>
          {history.map((step) => (
            <Text key={step.at} size="xs" c="dimmed">
              {t('action.step', {
                at: showMoment(step.at),
                name: step.agency ?? officers[step.by] ?? '',
                state: t(`actionState.${step.state}`),
              })}
              {step.outcome !== '' && ` · ${step.outcome}`}
            </Text>
          ))}
        </details>
      )}
    </>
  );
}

interface ButtonsProps {
  readonly meeting: Meeting;
  readonly action: MeetingAction;
  onMore(): void;
}

function Buttons({ meeting: { id, version }, action, onMore }: ButtonsProps) {
  const { t } = useTranslation('coordination');
  const follow = useChange('meetings.followUp');
  const { id: actionId, what, state } = action;
  const isOpen = state === 'open';
  const say = (): void =>
    follow.mutate(
      {
        id,
        version,
        actionId,
        followUp: isOpen ? { state: 'done', outcome: '', settledOn: dayFromToday(0) } : { state: 'open', outcome: '' },
      },
      { onSuccess: ({ undoId }) => offerUndo(undoId, t('action.followed')), onError: tellError },
    );
  return (
    <Group gap={4} wrap="nowrap" flex="none">
      <Button
        size="compact-sm"
        variant="default"
        loading={follow.isPending}
        leftSection={isOpen ? <IconCheck size={14} /> : <IconArrowBackUp size={14} />}
        aria-label={t(isOpen ? 'action.markDone' : 'action.reopen', { what })}
        onClick={say}
      >
        {t(isOpen ? 'action.done' : 'action.reopenShort')}
      </Button>
      {isOpen && (
        <Button size="compact-sm" variant="subtle" aria-label={t('action.more', { what })} onClick={onMore}>
          {t('action.moreShort')}
        </Button>
      )}
    </Group>
  );
}
