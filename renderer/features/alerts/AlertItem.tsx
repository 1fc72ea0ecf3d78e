import { Badge, Button, Group, Text, UnstyledButton } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertRow } from '../../../shared/contract/alerts.ts';
import { useChange } from '../../lib/api.ts';
import { dayFromToday, showDay, showMoment } from '../../lib/dates.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';
import { EvidenceRows } from './EvidenceRows.tsx';
import { FindingText } from './FindingText.tsx';
import type { Handling } from './HandleAlert.tsx';

interface AlertItemProps {
  readonly row: AlertRow;
  readonly ways: readonly Handling['way'][];
  readonly opened: boolean;
  readonly mayReopen: boolean;
  onOpened(is: boolean): void;
  onHandle(way: Handling['way']): void;
  onPage(): void;
  onFocus(): void;
  onKey(event: KeyboardEvent): void;
}

const wayText = { take: 'inbox.take', dismiss: 'inbox.dismiss', 'put-off': 'inbox.putOff' } as const;

/** One alert: what it is about, what can be done about it, or what was done. */
export function AlertItem(props: AlertItemProps) {
  const { row, ways, opened, mayReopen, onOpened, onHandle, onPage, onFocus, onKey } = props;
  const { t } = useTranslation('detection');
  const reopen = useChange('alerts.reopen');
  const { finding, subject, state, due, foundAt } = row;
  return (
    <>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="md">
        <Group gap="xs">
          {finding !== null && (
            <Badge variant="default" tt="none">
              {t('inbox.subjects.finding')}
            </Badge>
          )}
          <UnstyledButton
            fw={600}
            aria-keyshortcuts="C D L O"
            {...(finding === null ? {} : { 'aria-expanded': opened })}
            onClick={() => (finding === null ? onPage() : onOpened(!opened))}
            onFocus={onFocus}
            onKeyDown={onKey}
          >
            {finding === null ? t(`inbox.subjects.${subject}`) : t(`kind.${finding.kind}`)}
          </UnstyledButton>
          <Text size="sm" c="dimmed">
            {due === null
              ? t('inbox.foundAt', { at: showMoment(foundAt ?? '') })
              : t(subject === 'watch-hit' ? 'inbox.on' : 'inbox.due', { day: showDay(due) })}
          </Text>
        </Group>
        <Group gap={6} wrap="nowrap">
          {ways.map((way) => (
            <Button
              key={way}
              size="compact-sm"
              variant={way === 'take' ? 'light' : 'default'}
              onClick={() => onHandle(way)}
            >
              {t(wayText[way])}
            </Button>
          ))}
          {finding === null && (
            <Button size="compact-sm" variant="default" onClick={onPage}>
              {t('inbox.openPage')}
            </Button>
          )}
          {mayReopen && (state === 'handled' || state === 'later') && (
            <Button
              size="compact-sm"
              variant="default"
              loading={reopen.isPending}
              onClick={() =>
                reopen.mutate({ key: row.key }, { onSuccess: () => tellDone(t('inbox.reopened')), onError: tellError })
              }
            >
              {t('inbox.reopen')}
            </Button>
          )}
        </Group>
      </Group>
      {finding === null ? (
        <Text size="sm">
          <Sentence row={row} />
        </Text>
      ) : (
        <>
          <FindingText finding={finding} whole={opened} />
          <Button size="compact-sm" variant="subtle" px={4} aria-expanded={opened} onClick={() => onOpened(!opened)}>
            {t(opened ? 'evidence.hide' : 'evidence.show', { count: finding.rows })}
          </Button>
          {opened && (
            <EvidenceRows
              of="alerts.rows"
              finding={finding}
              label={t('evidence.of', { kind: t(`kind.${finding.kind}`) })}
            />
          )}
        </>
      )}
      {state === 'ended' && (
        <Text size="sm" c="dimmed">
          {t('inbox.endedText')}
        </Text>
      )}
      <Done row={row} />
    </>
  );
}

/** What is due, in a sentence. */
function Sentence({ row: { subject, person, file, due, seenIn } }: Pick<AlertItemProps, 'row'>) {
  const { t } = useTranslation('detection');
  const facts = {
    name: person?.name ?? '',
    number: file?.number ?? '',
    title: file?.title ?? '',
    day: showDay(due ?? ''),
  };
  if (subject === 'watch-hit') return t(`inbox.watchHit.${seenIn ?? 'visits'}`, facts);
  if (subject === 'case-review') return t('inbox.caseReview', facts);
  if (subject === 'allegation-review') return t('inbox.allegationReview', facts);
  return t((due ?? '') < dayFromToday(0) ? 'inbox.banEnded' : 'inbox.banEnding', facts);
}

/** Who did what about it. */
function Done({ row: { act, state } }: Pick<AlertItemProps, 'row'>) {
  const { t } = useTranslation('detection');
  if (act === null || state === 'open') return null;
  const facts = {
    name: act.byName,
    at: showMoment(act.at),
    reason: act.reason,
    number: act.file?.number ?? '',
    until: showDay(act.until ?? ''),
  };
  return (
    <Text size="sm" c="dimmed" mt={4}>
      {t(act.act === 'taken' && act.file === null ? 'inbox.act.takenHidden' : `inbox.act.${act.act}`, facts)}
    </Text>
  );
}
