import { Button, Group, Radio, Stack, Table, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemDecision } from '../../../shared/domain/exchange/package.ts';
import type { ReceivedItemRow } from '../../../shared/domain/exchange/rows.ts';
import { handlingLabel } from '../../../shared/domain/handling.ts';
import { SidePanel } from '../../components/SidePanel.tsx';

interface ItemPanelProps {
  readonly item: ReceivedItemRow;
  readonly busy: boolean;
  onClose(): void;
  /** @param into a person of ours whom the officer says it is */
  onDecide(decision: ItemDecision, into: string | null): void;
}

const asNew = 'new';

/** Fields that hold one of a few words, and where those words stand in both languages. */
const worded: Readonly<Record<string, string>> = {
  marking: 'domain:marking',
  kind: 'domain:linkKind',
  priority: 'domain:priority',
  roles: 'domain:role',
  operationState: 'coordination:operationState',
  'link status': 'domain:linkStatus',
  'case status': 'domain:caseStatus',
};

/** A value as officers read it: its first word is a code where the field is one of those above. */
function wordOf(t: TFunction<'exchange'>, type: string, field: string, value: string): string {
  const words = worded[field] ?? worded[`${type} ${field}`];
  const [code = '', ...rest] = value.split(' · ');
  return words === undefined ? value : [t(`${words}.${code}`, { defaultValue: code }), ...rest].join(' · ');
}

/** One thing of a package, field by field beside ours. */
export function ItemPanel({ item, busy, onClose, onDecide }: ItemPanelProps) {
  const { t } = useTranslation('exchange');
  const [who, setWho] = useState(asNew);
  const { label, handling, originators, withheld, fields, newRows, candidates, decision, type, facts } = item;
  const field = (name: string): string => t(`field.${name}`, { defaultValue: name });
  const shown = (name: string, values: readonly string[]): string =>
    values.map((value) => wordOf(t, type, name, value)).join(', ');
  return (
    <SidePanel opened title={label} size={560} onClose={onClose}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t(`type.${type}`)} · {t(`quarantine.state.${item.state}`)} · {handlingLabel(handling)}
        </Text>
        <Text size="sm">{t('quarantine.origin', { agencies: originators.join(', ') })}</Text>
        {withheld.length > 0 && (
          <Text size="sm">{t('quarantine.withheld', { fields: withheld.map(field).join(', ') })}</Text>
        )}
        {facts.map((fact) => (
          <Text key={fact} size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {fact}
          </Text>
        ))}
        {type === 'visits' && <Text size="sm">{t('quarantine.newRows', { count: newRows })}</Text>}
        {candidates.length > 0 && (
          <Radio.Group label={t('quarantine.who')} value={who} onChange={setWho}>
            <Stack gap="xs" mt="xs">
              <Radio value={asNew} label={t('quarantine.asNew')} />
              {candidates.map(({ personId, name, band }) => (
                <Radio
                  key={personId}
                  value={personId}
                  label={t('quarantine.candidate', { name, band: t(`quarantine.band.${band}`) })}
                />
              ))}
            </Stack>
          </Radio.Group>
        )}
        {item.localId !== null && (
          <>
            <Text fw={600}>{t('quarantine.differences')}</Text>
            {fields.length === 0 ? (
              <Text size="sm">{t('quarantine.none')}</Text>
            ) : (
              <>
                <Table verticalSpacing="xs" aria-label={t('quarantine.differences')}>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t('quarantine.field')}</Table.Th>
                      <Table.Th>{t('quarantine.ours')}</Table.Th>
                      <Table.Th>{t('quarantine.theirs')}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {fields.map(({ field: name, ours, theirs }) => (
                      <Table.Tr key={name}>
                        <Table.Td>{field(name)}</Table.Td>
                        <Table.Td style={{ overflowWrap: 'anywhere' }}>{shown(name, ours)}</Table.Td>
                        <Table.Td style={{ overflowWrap: 'anywhere' }}>{shown(name, theirs)}</Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
                <Text size="xs" c="dimmed">
                  {t('quarantine.stays')}
                </Text>
              </>
            )}
          </>
        )}
        {decision !== 'accepted' && (
          <Group gap="xs">
            <Button loading={busy} onClick={() => onDecide('accepted', who === asNew ? null : who)}>
              {t('quarantine.accept')}
            </Button>
            <Button
              variant="default"
              disabled={busy}
              onClick={() => onDecide(decision === 'held' ? 'rejected' : 'held', null)}
            >
              {t(decision === 'held' ? 'quarantine.reject' : 'quarantine.hold')}
            </Button>
          </Group>
        )}
      </Stack>
    </SidePanel>
  );
}
