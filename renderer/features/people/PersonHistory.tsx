import { useTranslation } from 'react-i18next';
import { HistoryTimeline } from '../../components/HistoryTimeline.tsx';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import { useShownValue } from './useShownValue.ts';

export function PersonHistory({ personId }: { readonly personId: string }) {
  const { t } = useTranslation('people');
  const { data, error, refetch } = useCall('records.history', { collection: 'people', id: personId });
  const showValue = useShownValue();
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingState />;
  return (
    <HistoryTimeline
      entries={data}
      fieldLabel={(field) => t(`field.${field}`, { defaultValue: field })}
      showValue={showValue}
    />
  );
}
