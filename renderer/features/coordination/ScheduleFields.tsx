import { Select, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { intervals, intervalSchema, type Schedule } from '../../../shared/domain/coordination/commitment.ts';
import { DateField } from '../../components/DateField.tsx';

interface ScheduleFieldsProps {
  readonly value: Schedule;
  readonly error: string | undefined;
  onChange(schedule: Schedule): void;
}

/** When it is due: once, or again and again until a last day. */
export function ScheduleFields({ value, error, onChange }: ScheduleFieldsProps) {
  const { t } = useTranslation('coordination');
  const first = value.kind === 'once' ? value.dueOn : value.firstOn;
  return (
    <SimpleGrid cols={value.kind === 'once' ? 2 : 4} spacing="sm">
      <Select
        label={t('commitment.schedule')}
        allowDeselect={false}
        value={value.kind}
        data={[
          { value: 'once', label: t('commitment.once') },
          { value: 'recurring', label: t('commitment.recurring') },
        ]}
        onChange={(kind) =>
          onChange(
            kind === 'recurring'
              ? { kind: 'recurring', every: 'month', firstOn: first }
              : { kind: 'once', dueOn: first },
          )
        }
      />
      {value.kind === 'once' ? (
        <DateField
          required
          label={t('commitment.dueOn')}
          value={value.dueOn}
          error={error}
          onChange={(day) => onChange({ kind: 'once', dueOn: day ?? '' })}
        />
      ) : (
        <Recurring value={value} error={error} onChange={onChange} />
      )}
    </SimpleGrid>
  );
}

type RecurringSchedule = Extract<Schedule, { readonly kind: 'recurring' }>;

function Recurring({ value, error, onChange }: ScheduleFieldsProps & { readonly value: RecurringSchedule }) {
  const { t } = useTranslation('coordination');
  const { every, firstOn } = value;
  return (
    <>
      <Select
        label={t('commitment.every')}
        allowDeselect={false}
        value={every}
        data={intervals.map((interval) => ({ value: interval, label: t(`interval.${interval}`) }))}
        onChange={(interval) => onChange({ ...value, every: intervalSchema.safeParse(interval).data ?? every })}
      />
      <DateField
        required
        label={t('commitment.firstOn')}
        value={firstOn}
        error={error}
        onChange={(day) => onChange({ ...value, firstOn: day ?? '' })}
      />
      <DateField
        label={t('commitment.until')}
        value={value.until}
        onChange={(until) => onChange({ kind: 'recurring', every, firstOn, ...(until === undefined ? {} : { until }) })}
      />
    </>
  );
}
