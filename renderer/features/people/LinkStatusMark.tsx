import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LinkStatus } from '../../../shared/domain/link.ts';

const dashes = { confirmed: undefined, suspected: '0.1 4.4', disproved: '4 5' } as const;

interface LinkStatusMarkProps {
  readonly status: LinkStatus;
  readonly size?: 'xs' | 'sm';
}

/** The line as the chart draws it, solid or dotted, with the word beside it. */
export function LinkStatusMark({ status, size = 'sm' }: LinkStatusMarkProps) {
  const { t } = useTranslation('domain');
  return (
    <Group gap={6} wrap="nowrap">
      <svg width={22} height={8} aria-hidden="true">
        <line
          x1={2}
          x2={20}
          y1={4}
          y2={4}
          stroke="currentColor"
          strokeWidth={2}
          strokeLinecap="round"
          strokeDasharray={dashes[status]}
        />
      </svg>
      <Text span size={size}>
        {t(`linkStatus.${status}`)}
      </Text>
    </Group>
  );
}
