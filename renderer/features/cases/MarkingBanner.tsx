import { Box, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Marking } from '../../../shared/domain/basics.ts';

/** Deep enough that white letters read on them in either theme. */
const grounds: Readonly<Record<Marking, string>> = {
  biasa: '#4a5560',
  terbatas: '#1f5fa8',
  rahasia: '#a34708',
  'sangat-rahasia': '#a31515',
};

/** Over everything a case shows, as on the paper it becomes. */
export function MarkingBanner({ marking }: { readonly marking: Marking }) {
  const { t } = useTranslation('domain');
  return (
    <Box
      role="note"
      aria-label={t('cases:field.marking')}
      bg={grounds[marking]}
      mx="calc(var(--mantine-spacing-xl) * -1)"
      py={3}
      ta="center"
    >
      <Text size="xs" fw={600} c="white" tt="uppercase" style={{ letterSpacing: '0.12em' }}>
        {t(`marking.${marking}`)}
      </Text>
    </Box>
  );
}
