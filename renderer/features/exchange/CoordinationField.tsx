import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PackFields } from '../../../shared/contract/exchange.ts';
import { useCall } from '../../lib/api.ts';
import { showDay } from '../../lib/dates.ts';

/** What of coordination goes into a package. */
export type Joint = Pick<PackFields, 'meetingIds' | 'operationIds' | 'commitmentIds'>;
export const nothingJoint: Joint = { meetingIds: [], operationIds: [], commitmentIds: [] };

interface CoordinationFieldProps {
  readonly value: Joint;
  onChange(value: Joint): void;
}

/** Meetings, operations and commitments to choose from, in one field. */
export function CoordinationField({ value, onChange }: CoordinationFieldProps) {
  const { t } = useTranslation('exchange');
  const meetings = useCall('meetings.list', {}).data ?? [];
  const operations = useCall('operations.list', {}).data ?? [];
  const commitments = useCall('commitments.list', {}).data?.rows ?? [];
  const groups = {
    meetings: meetings
      .filter(({ approved }) => approved)
      .map(({ id, title, day }) => ({ value: id, label: `${title} (${showDay(day)})` })),
    operations: operations.map(({ id, name }) => ({ value: id, label: name })),
    commitments: commitments.map(({ commitment: { id, what, owedBy, owedTo } }) => ({
      value: id,
      label: `${what} (${owedBy} → ${owedTo})`,
    })),
  };
  const names = ['meetings', 'operations', 'commitments'] as const;
  return (
    <MultiSelect
      label={t('send.coordination')}
      description={t('send.coordinationHint')}
      searchable
      value={[...value.meetingIds, ...value.operationIds, ...value.commitmentIds]}
      data={names.map((name) => ({ group: t(`send.coordinationGroup.${name}`), items: groups[name] }))}
      onChange={(chosen) => {
        const of = (name: keyof typeof groups): string[] =>
          groups[name].map(({ value: id }) => id).filter((id) => chosen.includes(id));
        onChange({ meetingIds: of('meetings'), operationIds: of('operations'), commitmentIds: of('commitments') });
      }}
    />
  );
}
