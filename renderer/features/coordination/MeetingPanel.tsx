import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { IconEdit, IconPrinter, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingView } from '../../../shared/contract/coordination.ts';
import { handlingLabel } from '../../../shared/domain/handling.ts';
import { MarkingBadge } from '../../components/badges.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { showDay, showMoment, showTime } from '../../lib/dates.ts';
import { useMay } from '../../lib/officer.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';
import { useSave } from '../casework/useSave.ts';
import { Origins } from '../exchange/HandlingNote.tsx';
import { ActionList } from './ActionList.tsx';
import classes from './coordination.module.css';
import { CorrectionForm } from './CorrectionForm.tsx';
import { MeetingForm } from './MeetingForm.tsx';
import { PrintDialog } from './PrintDialog.tsx';

/** One meeting: its minutes, what was decided, and what became of it. */
export function MeetingPanel({ id, onClose }: { readonly id: string; onClose(): void }) {
  const { t } = useTranslation('coordination');
  const view = useCall('meetings.get', { id });
  return (
    <SidePanel opened title={view.data?.meeting.title ?? t('tab.meetings')} size={720} onClose={onClose}>
      {view.error !== null ? (
        <ErrorState error={view.error} onRetry={() => void view.refetch()} />
      ) : view.data === undefined ? (
        <LoadingState />
      ) : (
        <Meeting view={view.data} onClose={onClose} />
      )}
    </SidePanel>
  );
}

function Meeting({ view, onClose }: { readonly view: MeetingView; onClose(): void }) {
  const { t } = useTranslation('coordination');
  const { meeting, cases, officers, commitments } = view;
  const { id, version, approved } = meeting;
  const writes = useMay('coordination.write');
  const [doing, setDoing] = useState<'change' | 'approve' | 'correct' | 'print' | null>(null);
  const approve = useChange('meetings.approve');
  const remove = useSave('meetings.remove', t('removed'), onClose);
  const end = (): void => setDoing(null);
  return (
    <Stack gap="md">
      <Group gap="xs">
        <MarkingBadge marking={meeting.marking} />
        <Text size="sm" c="dimmed">
          {showDay(meeting.day)}, {showTime(meeting.time)} · {meeting.place} · {handlingLabel(meeting.handling)}
        </Text>
      </Group>
      <Text size="sm">
        {approved === undefined
          ? t('meeting.draft')
          : t('meeting.approvedBy', {
              name: approved.agency ?? officers[approved.by] ?? '',
              at: showMoment(approved.at),
            })}
      </Text>
      <Origins of={meeting.origins} />
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPrinter size={14} />}
          onClick={() => setDoing('print')}
        >
          {t('meeting.print')}
        </Button>
        {writes && approved === undefined && (
          <>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconEdit size={14} />}
              onClick={() => setDoing('change')}
            >
              {t('meeting.change')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setDoing('approve')}>
              {t('meeting.approve')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconTrash size={14} />}
              loading={remove.busy}
              onClick={() => remove.save({ id, version })}
            >
              {t('meeting.remove')}
            </Button>
          </>
        )}
        {writes && approved !== undefined && (
          <Button size="compact-sm" variant="default" onClick={() => setDoing('correct')}>
            {t('meeting.correct')}
          </Button>
        )}
      </Group>
      {cases.length > 0 && (
        <Part title={t('operation.cases')} empty={false}>
          <Points texts={cases.map(({ number, title }) => `${number} ${title}`)} />
        </Part>
      )}
      <Part title={t('meeting.actions')} empty={meeting.actions.length === 0}>
        <ActionList meeting={meeting} officers={officers} />
      </Part>
      <Part title={t('meeting.decisions')} empty={meeting.decisions.length === 0}>
        <Points texts={meeting.decisions} />
      </Part>
      <Part title={t('meeting.agenda')} empty={meeting.agenda.length === 0}>
        <Points texts={meeting.agenda} />
      </Part>
      <Part title={t('meeting.attendees')} empty={meeting.attendees.length === 0}>
        <Points texts={meeting.attendees.map(({ rank, name, agency }) => `${`${rank} ${name}`.trim()} · ${agency}`)} />
      </Part>
      <Part title={t('meeting.minutes')} empty={meeting.minutes === ''}>
        <Text size="sm" className={classes.prose}>
          {meeting.minutes}
        </Text>
      </Part>
      {meeting.corrections.length > 0 && (
        <Part title={t('meeting.corrections')} empty={false}>
          {meeting.corrections.map(({ at, by, agency, text }) => (
            <div key={`${at} ${text}`}>
              <Text size="xs" c="dimmed">
                {t('meeting.correctedBy', { name: agency ?? officers[by] ?? '', at: showMoment(at) })}
              </Text>
              <Text size="sm" className={classes.prose}>
                {text}
              </Text>
            </div>
          ))}
        </Part>
      )}
      {commitments.length > 0 && (
        <Part title={t('meeting.commitments')} empty={false}>
          <Points texts={commitments.map(({ what, owedBy, owedTo }) => `${what} (${owedBy} → ${owedTo})`)} />
        </Part>
      )}
      {doing === 'change' && <MeetingForm meeting={meeting} onClose={end} />}
      {doing === 'correct' && <CorrectionForm meeting={meeting} onClose={end} />}
      {doing === 'print' && <PrintDialog channel="meetings.print" id={id} title={t('meeting.print')} onClose={end} />}
      <ConfirmDialog
        opened={doing === 'approve'}
        title={t('meeting.approveTitle')}
        consequence={t('meeting.approveText')}
        confirm={t('meeting.approve')}
        busy={approve.isPending}
        onCancel={end}
        onConfirm={() =>
          approve.mutate(
            { id, version },
            {
              onSuccess: () => tellDone(t('meeting.approveDone')),
              onError: tellError,
              onSettled: end,
            },
          )
        }
      />
    </Stack>
  );
}

interface PartProps {
  readonly title: string;
  readonly empty: boolean;
  readonly children: ReactNode;
}

function Part({ title, empty, children }: PartProps) {
  const { t } = useTranslation('coordination');
  return (
    <section aria-label={title}>
      <Title order={3} size="h5" mb={4}>
        {title}
      </Title>
      {empty ? (
        <Text size="sm" c="dimmed">
          {t('meeting.none')}
        </Text>
      ) : (
        children
      )}
    </section>
  );
}

function Points({ texts }: { readonly texts: readonly string[] }) {
  return (
    <List type="ordered" size="sm" className={classes.numbered}>
      {texts.map((text, place) => (
        <List.Item key={`${place} ${text}`}>{text}</List.Item>
      ))}
    </List>
  );
}
