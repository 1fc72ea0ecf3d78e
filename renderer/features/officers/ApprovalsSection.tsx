import { Badge, Box, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ApprovalRow, factsOfAct } from '../../../shared/domain/approval.ts';
import { Section } from '../../components/Section.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { showMoment } from '../../lib/dates.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';

const most = 8;

/** Requests that wait for this officer's word, and how the own ones stand; nothing at all when there are none. */
export function ApprovalsSection() {
  const { t } = useTranslation('officers');
  const approvals = useCall('approvals.list', {});
  const rows = [...(approvals.data ?? [])].sort((a, b) => Number(b.mine) - Number(a.mine)).slice(0, most);
  if (rows.length === 0) return null;
  return (
    <Box mt="lg">
      <Section title={t('approval.title')} note={t('approval.note')}>
        <Stack gap="md">
          {rows.map((row) => (
            <ApprovalItem key={row.id} row={row} />
          ))}
        </Stack>
      </Section>
    </Box>
  );
}

function ApprovalItem({ row }: { readonly row: ApprovalRow }) {
  const { t } = useTranslation('officers');
  const decide = useChange('approvals.decide');
  const subject = t(`approval.act.${row.act.kind}`, factsOfAct(row));
  const say = (outcome: 'approved' | 'refused') => (): void =>
    decide.mutate(
      { id: row.id, outcome, reason: '' },
      { onSuccess: () => tellDone(t('approval.decided')), onError: tellError },
    );
  return (
    <div>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Text size="sm" fw={500}>
            {subject}
          </Text>
          <Text size="xs" c="dimmed">
            {t('approval.by', { name: row.requestedBy, at: showMoment(row.requestedAt) })}
          </Text>
          {row.reason !== '' && <Text size="sm">{row.reason}</Text>}
        </div>
        <Badge
          variant={row.genuine ? 'default' : 'filled'}
          {...(row.genuine ? {} : { color: 'red' })}
          style={{ flex: 'none' }}
        >
          {row.genuine ? t(`approval.state.${row.state}`) : t('approval.forged')}
        </Badge>
      </Group>
      {row.mine && row.genuine && (
        <Group mt="xs" gap="xs">
          <Button
            size="compact-sm"
            loading={decide.isPending}
            aria-label={t('approval.of', { outcome: t('approval.approve'), subject })}
            onClick={say('approved')}
          >
            {t('approval.approve')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={decide.isPending}
            aria-label={t('approval.of', { outcome: t('approval.refuse'), subject })}
            onClick={say('refused')}
          >
            {t('approval.refuse')}
          </Button>
        </Group>
      )}
    </div>
  );
}
