import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import { PlanEditor } from './PlanEditor.tsx';

/** The sheet the plan of the prison is drawn on. */
export function PlanTab({ onSaved }: { onSaved?(): void }) {
  const { data, error, refetch } = useCall('mitigation.plan', {});
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingState />;
  const known = data.blocks.filter(({ drawn }) => !drawn).map(({ block }) => block);
  return (
    <PlanEditor
      key={data.version ?? 0}
      plan={data.plan}
      version={data.version}
      suggested={known}
      onSaved={() => onSaved?.()}
    />
  );
}

export function PlanDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('mitigation');
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      closeOnClickOutside={false}
      title={t('plan.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <PlanTab onSaved={onClose} />
    </Modal>
  );
}
