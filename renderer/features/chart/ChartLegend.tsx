import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { memberParts } from '../../../shared/domain/case.ts';
import type { ChartWidth } from '../../../shared/domain/chart.ts';
import { linkStatuses } from '../../../shared/domain/link.ts';
import { LinkStatusMark } from '../people/LinkStatusMark.tsx';
import { useLinkKind } from '../people/useLinkKind.ts';
import { PartSign } from './PartSign.tsx';

interface ChartLegendProps {
  readonly common: string | null;
  readonly width: ChartWidth;
}

/** What signs and lines mean, below the chart so that it covers nothing. */
export function ChartLegend({ common, width }: ChartLegendProps) {
  const { t } = useTranslation('chart');
  const kindName = useLinkKind();
  return (
    <Group
      component="section"
      gap="md"
      px="sm"
      py={4}
      aria-label={t('legend')}
      style={{ borderTop: '1px solid var(--line)' }}
    >
      {memberParts.map((part) => (
        <Group key={part} gap={4} wrap="nowrap">
          <PartSign part={part} size={20} />
          <Text size="xs">{t(`domain:part.${part}`)}</Text>
        </Group>
      ))}
      {linkStatuses.map((status) => (
        <LinkStatusMark key={status} status={status} size="xs" />
      ))}
      <Text size="xs" c="dimmed">
        {t('legendGrade')}
        {common !== null && ` · ${t('legendCommon', { kind: kindName(common) })}`}
        {width !== 'none' && ` · ${t(`look.by.${width}`)}`}
      </Text>
    </Group>
  );
}
