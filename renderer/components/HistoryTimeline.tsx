import { Stack, Text, Timeline } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../shared/domain/document.ts';
import { showMoment } from '../lib/dates.ts';

interface HistoryTimelineProps {
  readonly entries: readonly HistoryEntry[];
  /** A field's name in the officer's language. */
  fieldLabel(field: string): string;
  /** How a value of the field reads; what is not text or number is shown as JSON. */
  showValue?(field: string, value: unknown): string | undefined;
}

/** Who changed what and when, newest first. */
export function HistoryTimeline({ entries, fieldLabel, showValue }: HistoryTimelineProps) {
  const { t } = useTranslation();
  if (entries.length === 0) return <Text c="dimmed">{t('history.empty')}</Text>;
  const read = (field: string, value: unknown): string => {
    const shown = showValue?.(field, value);
    if (shown !== undefined) return shown;
    if (value === undefined || value === null || value === '') return t('history.nothing');
    if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
      return value.length === 0 ? t('history.nothing') : value.join(', ');
    return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
  };

  return (
    <Timeline bulletSize={12} lineWidth={2} active={entries.length}>
      {entries.toReversed().map((entry) => (
        <Timeline.Item key={entry.version} title={t(`history.${entry.change}`)}>
          <Text size="xs" c="dimmed">
            {showMoment(entry.at)} {t('history.by', { name: entry.byName })}
          </Text>
          {entry.change === 'changed' && (
            <Stack gap={2} mt={4}>
              {entry.fields.map(({ field, before, after }) => (
                <Text key={field} size="sm">
                  <b>{fieldLabel(field)}</b>: {read(field, before)} → {read(field, after)}
                </Text>
              ))}
            </Stack>
          )}
        </Timeline.Item>
      ))}
    </Timeline>
  );
}
