import { Button, Code, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AgreementKind, agreementKinds, agreementKindSchema } from '../../../shared/domain/exchange/origin.ts';
import type { RegisterRow } from '../../../shared/domain/exchange/rows.ts';
import { SidePanel } from '../../components/SidePanel.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { showDay, showMoment } from '../../lib/dates.ts';
import { useMay } from '../../lib/officer.ts';
import { tellDone } from '../../lib/tell.tsx';
import { countsText } from './countsText.ts';
import { ReasonDialog } from './ReasonDialog.tsx';

/** One package of the register, and what its sender can still say of it. */
export function RegisterEntry({ entry, onClose }: { readonly entry: RegisterRow; onClose(): void }) {
  const { t } = useTranslation('exchange');
  const known = useCall('exchange.agencies', {});
  const sends = useMay('exchange.send');
  const recall = useChange('exchange.recall');
  const agree = useChange('exchange.agree');
  const [saying, setSaying] = useState<'recall' | 'agree' | null>(null);
  const [allows, setAllows] = useState<AgreementKind>('action');
  const { packageId, direction, agency, officer, at, purpose, handling, counts, contentSha256, outcome, kind } = entry;
  const to = known.data?.agencies.find(({ name, state }) => name === agency && state === 'trusted')?.id;
  const told = {
    onSuccess: ({ saved }: { readonly saved: unknown }): void => {
      if (saved === null) return;
      tellDone(t('register.written'));
      setSaying(null);
    },
  };
  return (
    <SidePanel opened title={t('register.entry', { package: packageId.slice(-12) })} onClose={onClose}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t(`register.direction.${direction}`)} · {agency} · {showMoment(at)} · {officer}
        </Text>
        <Text size="sm">{purpose}</Text>
        <Text size="sm">
          {t(`kind.${kind}`)} · {handling}
          {entry.expiresOn !== null && ` · ${t('inbox.expires')} ${showDay(entry.expiresOn)}`}
        </Text>
        {kind === 'items' && <Text size="sm">{countsText(t, counts)}</Text>}
        {entry.unwritten ? (
          <Text size="sm">{t('register.unwrittenText')}</Text>
        ) : outcome === null ? (
          <Text size="sm">{t('register.noReceipt')}</Text>
        ) : (
          <Text size="sm">{t('register.outcome', { ...outcome })}</Text>
        )}
        {entry.feedback.map(({ use, outcome: came, at: when }) => (
          <div key={when}>
            <Text size="xs" c="dimmed">
              {t('feedback.title')} · {showMoment(when)} · {t(`feedback.use.${use}`)}
            </Text>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
              {came}
            </Text>
          </div>
        ))}
        <Text size="xs" c="dimmed">
          {t('register.hash')}
        </Text>
        <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {contentSha256}
        </Code>
        {sends && direction === 'out' && kind === 'items' && to !== undefined && !entry.unwritten && (
          <Group gap="xs">
            <Button variant="default" onClick={() => setSaying('recall')}>
              {t('register.recall')}
            </Button>
            <Button variant="default" onClick={() => setSaying('agree')}>
              {t('register.agree')}
            </Button>
          </Group>
        )}
      </Stack>
      {saying === 'recall' && to !== undefined && (
        <ReasonDialog
          title={t('register.recall')}
          text={t('register.recallText')}
          label={t('register.reason')}
          confirm={t('register.seal')}
          busy={recall.isPending}
          error={recall.error}
          onClose={() => setSaying(null)}
          onReason={(reason) => recall.mutate({ packageId, to, reason }, told)}
        />
      )}
      {saying === 'agree' && to !== undefined && (
        <ReasonDialog
          title={t('register.agree')}
          label={t('register.reason')}
          confirm={t('register.seal')}
          busy={agree.isPending}
          error={agree.error}
          onClose={() => setSaying(null)}
          onReason={(reason) => agree.mutate({ packageId, to, reason, allows }, told)}
        >
          <Select
            label={t('register.allows')}
            value={allows}
            allowDeselect={false}
            data={agreementKinds.map((value) => ({ value, label: t(`register.allow.${value}`) }))}
            onChange={(value) => setAllows(agreementKindSchema.safeParse(value).data ?? allows)}
          />
        </ReasonDialog>
      )}
    </SidePanel>
  );
}
