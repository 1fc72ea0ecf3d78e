import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndicatorTable, WarningRow } from '../../../shared/contract/mitigation.ts';
import { showMoment } from '../../lib/dates.ts';
import { showMean, showNumber } from '../../lib/numbers.ts';
import { useMay } from '../../lib/officer.ts';
import { SearchForm } from './SearchForm.tsx';
import { WarningNote } from './WarningNote.tsx';

type Opened = { readonly act: 'noted' | 'dismissed' | 'search'; readonly warning: WarningRow };

/** What rose above its threshold, why, and what was done about it. */
export function WarningList({ table }: { readonly table: IndicatorTable }) {
  const { t } = useTranslation('mitigation');
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = (): void => setOpened(null);
  if (table.warnings.length === 0)
    return (
      <Group gap="xs">
        <IconCheck size={16} aria-hidden />
        <Text size="sm">{t('picture.noWarnings')}</Text>
      </Group>
    );
  return (
    <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('picture.warnings')}>
      {table.warnings.map((warning) => (
        <WarningItem key={warning.key} warning={warning} onOpen={(act) => setOpened({ act, warning })} />
      ))}
      {opened !== null && opened.act !== 'search' && (
        <WarningNote warning={opened.warning} act={opened.act} onClose={close} />
      )}
      {opened?.act === 'search' && (
        <SearchForm
          begun={{
            blocks: [opened.warning.block],
            reason: t('search.fromWarning', {
              indicator: t(`indicatorKind.${opened.warning.kind}`),
              block: opened.warning.block,
              week: table.isoWeek,
            }),
            warnings: [opened.warning.key],
            riskIds: opened.warning.risks.map(({ id }) => id),
          }}
          onClose={close}
        />
      )}
    </Stack>
  );
}

function WarningItem({ warning, onOpen }: { readonly warning: WarningRow; onOpen(act: Opened['act']): void }) {
  const { t } = useTranslation('mitigation');
  const writes = useMay('mitigation.write');
  const { kind, block, value, average, weeksBefore, threshold, risks, act } = warning;
  const reason =
    average === null
      ? t('warning.reasonAlone', { value: showNumber(value), threshold: showMean(threshold) })
      : t('warning.reason', {
          value: showNumber(value),
          average: showMean(average),
          weeks: weeksBefore,
          threshold: showMean(threshold),
        });
  return (
    <Paper withBorder p="sm" component="li">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Group gap="sm" align="flex-start" wrap="nowrap">
          <IconAlertTriangle size={18} aria-hidden color="var(--mantine-color-red-text)" />
          <div>
            <Text fw={600} size="sm">
              {t('block.named', { block })} · {t(`indicatorKind.${kind}`)}
            </Text>
            <Text size="sm">{reason}</Text>
            {risks.length > 0 && (
              <Text size="xs" c="dimmed">
                {t('warning.risks')}: {risks.map(({ number, title }) => `${number} ${title}`).join('; ')}
              </Text>
            )}
            {act !== null && (
              <Text size="xs" c="dimmed">
                {t('warning.by', { act: t(`warningAct.${act.act}`), name: act.by, at: showMoment(act.at) })}
                {act.note !== '' && `: ${act.note}`}
                {act.search !== null && ` · ${t(`searchState.${act.search.state}`)}`}
              </Text>
            )}
          </div>
        </Group>
        <Group gap={6} wrap="nowrap">
          {act === null && (
            <Badge color="red" variant="light" tt="none">
              {t('warning.open')}
            </Badge>
          )}
          {writes && (
            <>
              <Button size="compact-sm" variant="default" onClick={() => onOpen('noted')}>
                {t('warning.note')}
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => onOpen('dismissed')}>
                {t('warning.dismiss')}
              </Button>
              <Button size="compact-sm" onClick={() => onOpen('search')}>
                {t('warning.plan')}
              </Button>
            </>
          )}
        </Group>
      </Group>
    </Paper>
  );
}
