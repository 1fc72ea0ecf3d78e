import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract.ts';
import { wantedAct } from '../../../shared/domain/approval.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { Section } from '../../components/Section.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { showMoment } from '../../lib/dates.ts';
import { showNumber } from '../../lib/numbers.ts';
import { errorText, tellDone, tellError } from '../../lib/tell.tsx';
import { AskApproval } from '../officers/AskApproval.tsx';

type Weeding = Output<'retention.weed'>;
const shown = 5;
const beginning = (list: string): string => list.slice(0, 8);

/** Visitors who are to be forgotten: put on a list, approved by another officer, then gone for good. */
export function WeedingSection() {
  const { t } = useTranslation('retention');
  const due = useCall('retention.due', { recordClass: 'people-unlinked', limit: 1 });
  const weedings = useCall('retention.weedings', {});
  const propose = useChange('retention.propose');
  const [asking, setAsking] = useState(false);
  const { total = 0, ids = [] } = due.data ?? {};
  const rows = weedings.data ?? [];
  const waiting = rows.some(({ state }) => state !== 'done');

  function confirm(): void {
    propose.mutate(
      { ids },
      {
        onSuccess: () => tellDone(t('weed.proposed')),
        onError: tellError,
        onSettled: () => setAsking(false),
      },
    );
  }

  return (
    <Section
      title={t('weed.title')}
      note={due.data === undefined ? undefined : t('due.count', { count: total })}
      actions={
        <Button disabled={total === 0 || waiting} onClick={() => setAsking(true)}>
          {t('weed.propose')}
        </Button>
      }
    >
      <Text size="sm" c="dimmed" mb="xs">
        {t('weed.note')}
      </Text>
      <Stack gap="xs">
        {rows.slice(0, shown).map((row) => (
          <WeedingItem key={row.id} row={row} />
        ))}
      </Stack>
      <ConfirmDialog
        opened={asking}
        title={t('weed.proposeTitle', { count: total })}
        consequence={t('weed.proposeConsequence')}
        confirm={t('weed.propose')}
        busy={propose.isPending}
        onConfirm={confirm}
        onCancel={() => setAsking(false)}
      />
    </Section>
  );
}

function WeedingItem({ row }: { readonly row: Weeding }) {
  const { t } = useTranslation('retention');
  const weed = useChange('retention.weed');
  const [sure, setSure] = useState(false);
  const list = beginning(row.list);
  const run = (): void =>
    weed.mutate(
      { id: row.id },
      {
        onSuccess: () => tellDone(t('weed.done')),
        onSettled: () => setSure(false),
      },
    );
  const wants = wantedAct(weed.error) !== undefined;
  return (
    <Paper withBorder p="sm" component="article" aria-label={t('weed.list', { list })}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Group gap="xs">
            <Text size="sm" fw={600}>
              {t('weed.list', { list })} · {t('weed.people', { count: row.count })}
            </Text>
            <Badge variant="default" tt="none" size="sm">
              {t(`weed.state.${row.state}`)}
            </Badge>
          </Group>
          <Text size="xs" c="dimmed">
            {t('weed.by', { name: row.proposedBy, at: showMoment(row.proposedAt) })}
            {row.doneAt !== null &&
              ` · ${t('weed.doneBy', {
                name: row.doneBy ?? '',
                at: showMoment(row.doneAt),
                rows: showNumber(row.rows ?? 0),
              })}`}
          </Text>
        </div>
        {row.state === 'proposed' && (
          <Button
            size="compact-sm"
            color="red"
            variant="light"
            flex="none"
            loading={weed.isPending}
            aria-label={t('weed.runOf', { list })}
            onClick={() => setSure(true)}
          >
            {t('weed.run')}
          </Button>
        )}
        {row.state === 'unfinished' && (
          <Button
            size="compact-sm"
            flex="none"
            loading={weed.isPending}
            aria-label={t('weed.finishOf', { list })}
            onClick={run}
          >
            {t('weed.finish')}
          </Button>
        )}
      </Group>
      {weed.error !== null && (
        <Text size="sm" mt="xs" role="alert">
          {errorText(weed.error)}
        </Text>
      )}
      {wants && <AskApproval error={weed.error} onAsked={() => weed.reset()} />}
      <ConfirmDialog
        opened={sure}
        title={t('weed.runTitle', { count: row.count })}
        consequence={t('weed.runConsequence')}
        confirm={t('weed.run')}
        busy={weed.isPending}
        onConfirm={run}
        onCancel={() => setSure(false)}
      />
    </Paper>
  );
}
