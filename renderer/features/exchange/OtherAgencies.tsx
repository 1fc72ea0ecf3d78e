import { Button, Group, Select, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { markings, markingSchema } from '../../../shared/domain/basics.ts';
import type { AgencyRow } from '../../../shared/domain/exchange/agency.ts';
import { Section } from '../../components/Section.tsx';
import { useChange } from '../../lib/api.ts';
import { showMoment } from '../../lib/dates.ts';
import { useMay } from '../../lib/officer.ts';
import { tellError } from '../../lib/tell.tsx';
import { ConfirmAgency } from './ConfirmAgency.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';

export function OtherAgencies({ agencies }: { readonly agencies: readonly AgencyRow[] }) {
  const { t } = useTranslation('exchange');
  const trusts = useMay('exchange.trust');
  const read = useChange('exchange.readCard');
  const ceiling = useChange('exchange.setCeiling');
  const revoke = useChange('exchange.revoke');
  const [confirming, setConfirming] = useState<AgencyRow | null>(null);
  const [revoking, setRevoking] = useState<AgencyRow | null>(null);

  const readCard = (): void =>
    read.mutate(
      {},
      {
        onSuccess: ({ agency }) => {
          if (agency !== null && (agency.state !== 'trusted' || agency.successor !== null)) setConfirming(agency);
        },
        onError: tellError,
      },
    );
  return (
    <Section
      title={t('agencies.others')}
      actions={
        trusts ? (
          <Button loading={read.isPending} onClick={readCard}>
            {t('agencies.read')}
          </Button>
        ) : undefined
      }
    >
      {agencies.length === 0 ? (
        <Text c="dimmed">{t('agencies.empty')}</Text>
      ) : (
        <Table verticalSpacing="xs" aria-label={t('agencies.others')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('agencies.name')}</Table.Th>
              <Table.Th>{t('agencies.stateTitle')}</Table.Th>
              <Table.Th>{t('agencies.since')}</Table.Th>
              <Table.Th>{t('agencies.ceiling')}</Table.Th>
              {trusts && <Table.Th>{t('agencies.action')}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {agencies.map((agency) => (
              <Table.Tr key={agency.id}>
                <Table.Td>{agency.name}</Table.Td>
                <Table.Td>
                  <Stack gap={0}>
                    <Text size="sm">{t(`agencies.state.${agency.state}`)}</Text>
                    {agency.successor !== null && (
                      <Text size="xs" c="dimmed">
                        {t('agencies.successor')}
                      </Text>
                    )}
                    {agency.revokedReason !== null && (
                      <Text size="xs" c="dimmed">
                        {agency.revokedReason}
                      </Text>
                    )}
                  </Stack>
                </Table.Td>
                <Table.Td>{since(agency)}</Table.Td>
                <Table.Td>
                  {trusts ? (
                    <Select
                      aria-label={t('agencies.ceilingLabel', { agency: agency.name })}
                      value={agency.ceiling}
                      allowDeselect={false}
                      w="11rem"
                      data={markings.map((value) => ({ value, label: t(`domain:marking.${value}`) }))}
                      onChange={(value) => {
                        const chosen = markingSchema.safeParse(value).data;
                        if (chosen !== undefined && chosen !== agency.ceiling)
                          ceiling.mutate({ id: agency.id, ceiling: chosen }, { onError: tellError });
                      }}
                    />
                  ) : (
                    t(`domain:marking.${agency.ceiling}`)
                  )}
                </Table.Td>
                {trusts && (
                  <Table.Td>
                    <Group gap="xs">
                      {(agency.state !== 'trusted' || agency.successor !== null) && (
                        <Button size="compact-sm" variant="light" onClick={() => setConfirming(agency)}>
                          {t('agencies.confirm')}
                        </Button>
                      )}
                      {agency.state === 'trusted' && (
                        <Button size="compact-sm" variant="default" onClick={() => setRevoking(agency)}>
                          {t('agencies.revoke')}
                        </Button>
                      )}
                    </Group>
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {confirming !== null && <ConfirmAgency agency={confirming} onClose={() => setConfirming(null)} />}
      {revoking !== null && (
        <ReasonDialog
          title={t('agencies.revokeTitle', { agency: revoking.name })}
          label={t('agencies.reason')}
          confirm={t('agencies.revoke')}
          busy={revoke.isPending}
          error={revoke.error}
          onClose={() => setRevoking(null)}
          onReason={(reason) => revoke.mutate({ id: revoking.id, reason }, { onSuccess: () => setRevoking(null) })}
        />
      )}
    </Section>
  );
}

function since({ state, confirmedAt, revokedAt }: AgencyRow): string {
  const at = state === 'revoked' ? revokedAt : confirmedAt;
  return at === null ? '' : showMoment(at);
}
