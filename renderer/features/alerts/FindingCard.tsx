import { Badge, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingRow } from '../../../shared/contract/detection.ts';
import { Section } from '../../components/Section.tsx';
import { useChange } from '../../lib/api.ts';
import { showMoment } from '../../lib/dates.ts';
import { useMay } from '../../lib/officer.ts';
import { offerUndo, tellDone, tellError } from '../../lib/tell.tsx';
import { ReasonDialog } from '../exchange/ReasonDialog.tsx';
import { EvidenceRows } from './EvidenceRows.tsx';
import { FindingText } from './FindingText.tsx';

/** One pattern: what it is, what it does not show, how often chance gives it, and what to do with it. */
export function FindingCard({ finding }: { readonly finding: FindingRow }) {
  const { t } = useTranslation('detection');
  const [opened, setOpened] = useState(false);
  const [asking, setAsking] = useState(false);
  const mayDismiss = useMay('findings.dismiss');
  const dismiss = useChange('detection.dismiss');
  const reopen = useChange('detection.reopen');
  const { id, kind, dismissed } = finding;
  const title = t(`kind.${kind}`);

  const setAside = (reason: string): void =>
    dismiss.mutate(
      { id, reason },
      {
        onSuccess: ({ undoId }) => {
          setAsking(false);
          offerUndo(undoId, t('dismissed.done'));
        },
      },
    );
  return (
    <Section
      title={title}
      note={
        dismissed !== null && (
          <Badge variant="outline" tt="none">
            {t('dismissed.mark')}
          </Badge>
        )
      }
      actions={
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" size="compact-sm" aria-expanded={opened} onClick={() => setOpened(!opened)}>
            {t(opened ? 'evidence.hide' : 'evidence.show', { count: finding.rows })}
          </Button>
          {mayDismiss && dismissed === null && (
            <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
              {t('dismiss.open')}
            </Button>
          )}
          {mayDismiss && dismissed !== null && (
            <Button
              variant="default"
              size="compact-sm"
              loading={reopen.isPending}
              onClick={() =>
                reopen.mutate({ id }, { onSuccess: () => tellDone(t('dismissed.reopened')), onError: tellError })
              }
            >
              {t('dismissed.reopen')}
            </Button>
          )}
        </Group>
      }
    >
      <FindingText finding={finding} />
      {dismissed !== null && (
        <Text size="sm" mt={4}>
          {t('dismissed.by', { name: dismissed.byName, at: showMoment(dismissed.at), reason: dismissed.reason })}
        </Text>
      )}
      {opened && <EvidenceRows of="detection.rows" finding={finding} label={t('evidence.of', { kind: title })} />}
      {asking && (
        <ReasonDialog
          title={t('dismiss.title')}
          text={t('dismiss.text')}
          label={t('dismiss.reason')}
          confirm={t('dismiss.confirm')}
          maxLength={1000}
          busy={dismiss.isPending}
          error={dismiss.error}
          onReason={setAside}
          onClose={() => setAsking(false)}
        />
      )}
    </Section>
  );
}
