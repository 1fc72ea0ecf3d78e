import { Group, Paper, Stack, Text, UnstyledButton, useComputedColorScheme } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { memberParts } from '../../../shared/domain/case.ts';
import { linkStatuses } from '../../../shared/domain/link.ts';
import { palettes } from './palette.ts';
import { PartSign } from './PartSign.tsx';

/** What signs and lines mean; can be folded away. */
export function ChartLegend() {
  const { t } = useTranslation('chart');
  const [open, setOpen] = useState(true);
  const { line } = palettes[useComputedColorScheme('light')];
  return (
    <Paper withBorder pos="absolute" left={8} bottom={8} px="xs" py={4} component="section" aria-label={t('legend')}>
      <UnstyledButton onClick={() => setOpen(!open)} aria-expanded={open}>
        <Group gap={4}>
          <Text size="xs" fw={600}>
            {t('legend')}
          </Text>
          {open ? <IconChevronDown size={13} /> : <IconChevronUp size={13} />}
        </Group>
      </UnstyledButton>
      {open && (
        <Stack gap={2} mt={2}>
          {memberParts.map((part) => (
            <Group key={part} gap={6}>
              <PartSign part={part} size={20} />
              <Text size="xs">{t(`domain:part.${part}`)}</Text>
            </Group>
          ))}
          {linkStatuses.map((status) => (
            <Group key={status} gap={6}>
              <svg width={20} height={8} aria-hidden="true">
                <line
                  x1={1}
                  x2={19}
                  y1={4}
                  y2={4}
                  stroke={line}
                  strokeWidth={2}
                  strokeLinecap="round"
                  strokeDasharray={status === 'suspected' ? '0.1 4' : undefined}
                />
              </svg>
              <Text size="xs">{t(`domain:linkStatus.${status}`)}</Text>
            </Group>
          ))}
          <Text size="xs" c="dimmed" maw={170}>
            {t('legendGrade')}
          </Text>
        </Stack>
      )}
    </Paper>
  );
}
