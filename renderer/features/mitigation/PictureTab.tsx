import { ActionIcon, Button, Group, Stack, Text, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconMap, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lastDayOf, weeksLater } from '../../../shared/analysis/mitigation/weeks.ts';
import { Section } from '../../components/Section.tsx';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import { showDay } from '../../lib/dates.ts';
import { useMay } from '../../lib/officer.ts';
import { BlockTable } from './BlockTable.tsx';
import { PlanDialog } from './PlanTab.tsx';
import { PlanPicture } from './PlanPicture.tsx';
import { SituationDialog } from './SituationDialog.tsx';
import { WarningList } from './WarningList.tsx';

/** The situation of a week: early warnings, the plan of the prison, and the blocks in numbers. */
export function PictureTab() {
  const { t } = useTranslation('mitigation');
  const draws = useMay('mitigation.rules');
  const [week, setWeek] = useState<string | null>(null);
  const table = useCall('mitigation.indicators', { week }, { keepPrevious: true });
  const plan = useCall('mitigation.plan', {});
  const [drawing, setDrawing] = useState(false);
  const [printing, setPrinting] = useState(false);
  const failure = table.error ?? plan.error;
  if (failure !== null) return <ErrorState error={failure} onRetry={() => void table.refetch()} />;
  if (table.data === undefined || plan.data === undefined) return <LoadingState />;
  const shown = table.data;
  const blocks = plan.data;
  const step = (by: number): void => setWeek(weeksLater(shown.week, by));
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <Group gap="xs" role="group" aria-label={t('picture.week')}>
          <Tooltip label={t('picture.weekBefore')}>
            <ActionIcon variant="default" aria-label={t('picture.weekBefore')} onClick={() => step(-1)}>
              <IconChevronLeft size={16} />
            </ActionIcon>
          </Tooltip>
          <Text fw={600}>{shown.isoWeek}</Text>
          <Text size="sm" c="dimmed">
            {showDay(shown.week)} – {showDay(lastDayOf(shown.week))}
          </Text>
          <Tooltip label={t('picture.weekAfter')}>
            <ActionIcon variant="default" aria-label={t('picture.weekAfter')} onClick={() => step(1)}>
              <IconChevronRight size={16} />
            </ActionIcon>
          </Tooltip>
          {week !== null && (
            <Button size="compact-sm" variant="subtle" onClick={() => setWeek(null)}>
              {t('picture.newest')}
            </Button>
          )}
        </Group>
        <Group gap="xs">
          {draws && (
            <Button variant="default" leftSection={<IconMap size={16} />} onClick={() => setDrawing(true)}>
              {t('picture.draw')}
            </Button>
          )}
          <Button leftSection={<IconPrinter size={16} />} onClick={() => setPrinting(true)}>
            {t('picture.print')}
          </Button>
        </Group>
      </Group>
      <Section title={t('picture.warnings')}>
        <WarningList table={shown} />
      </Section>
      <Section title={t('picture.plan')} note={blocks.plan.blocks.length > 0 ? t('picture.legend') : undefined}>
        <PlanPicture blocks={blocks} warnings={shown.warnings} />
      </Section>
      <Section title={t('picture.table')}>
        <BlockTable blocks={blocks.blocks} table={shown} />
      </Section>
      {drawing && <PlanDialog onClose={() => setDrawing(false)} />}
      {printing && <SituationDialog week={shown.week} isoWeek={shown.isoWeek} onClose={() => setPrinting(false)} />}
    </Stack>
  );
}
