import { Accordion, Modal, ScrollArea, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';

/** Whose code the program is made of besides ours, and under which terms. */
export function LicencesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('settings');
  const { data, error, refetch } = useCall('app.licences', {});
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('licences.title')}
      size={760}
      scrollAreaComponent={ScrollArea.Autosize}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <LoadingState />}
      {data !== undefined && (
        <>
          <Text size="sm" c="dimmed" mb="xs">
            {t('licences.note', { count: data.length })}
          </Text>
          <Accordion keepMounted={false}>
            {data.map(({ name, version, licence, text }, index) => (
              <Accordion.Item key={`${name} ${version}`} value={String(index)}>
                <Accordion.Control>
                  {name} {version} · {licence}
                </Accordion.Control>
                <Accordion.Panel>
                  <Text size="xs" component="pre" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                    {text === '' ? t('licences.noText', { licence }) : text}
                  </Text>
                </Accordion.Panel>
              </Accordion.Item>
            ))}
          </Accordion>
        </>
      )}
    </Modal>
  );
}
