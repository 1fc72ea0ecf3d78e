import { Anchor, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingRow } from '../../../shared/contract/detection.ts';
import { useCall } from '../../lib/api.ts';
import { EvidenceRows } from './EvidenceRows.tsx';
import { FindingText } from './FindingText.tsx';

/** What brought a member into a case, readable with its rows as it was kept. */
export function MemberFindings({ caseId, ids }: { readonly caseId: string; readonly ids: readonly string[] }) {
  const { t } = useTranslation('cases');
  const kept = useCall('alerts.ofCase', { caseId });
  const [shown, setShown] = useState<FindingRow | null>(null);
  return (
    <>
      {(kept.data ?? [])
        .filter(({ id }) => ids.includes(id))
        .map((finding) => (
          <Text size="sm" key={finding.id}>
            <Anchor component="button" type="button" size="sm" underline="always" onClick={() => setShown(finding)}>
              {t('members.fromFinding', { kind: t(`detection:kind.${finding.kind}`) })}
            </Anchor>
          </Text>
        ))}
      {shown !== null && (
        <Modal
          opened
          size="xl"
          title={t(`detection:kind.${shown.kind}`)}
          closeButtonProps={{ 'aria-label': t('common:close') }}
          onClose={() => setShown(null)}
        >
          <FindingText finding={shown} />
          <EvidenceRows
            of="alerts.rows"
            finding={shown}
            label={t('detection:evidence.of', { kind: t(`detection:kind.${shown.kind}`) })}
          />
        </Modal>
      )}
    </>
  );
}
