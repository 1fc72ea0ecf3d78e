import { Button, Menu, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { networkFormats } from '../../../shared/network-files/formats.ts';
import { wantedAct } from '../../../shared/domain/approval.ts';
import { FormError } from '../../components/FormError.tsx';
import { AskApproval } from '../officers/AskApproval.tsx';
import { useChange } from '../../lib/api.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';

/** Takes the network of a case out to another tool. */
export function ExportMenu({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation('network');
  const { mutate, isPending } = useChange('networks.export');
  const [refusal, setRefusal] = useState<unknown>(null);
  return (
    <>
      <Menu withinPortal position="top-start" width={280}>
        <Menu.Target>
          <Button size="compact-sm" variant="default" loading={isPending}>
            {t('export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('exportAs')}</Menu.Label>
          {networkFormats.map((format) => (
            <Menu.Item
              key={format}
              onClick={() =>
                mutate(
                  { caseId, format },
                  {
                    onSuccess: ({ saved }) => {
                      if (saved !== null) tellDone(t('exported', { people: saved.people, links: saved.links }));
                    },
                    onError: (error) => (wantedAct(error) === undefined ? tellError(error) : setRefusal(error)),
                  },
                )
              }
            >
              {t(`formats.${format}`)}
            </Menu.Item>
          ))}
          <Text size="xs" c="dimmed" p="xs">
            {t('exportWarning')}
          </Text>
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={refusal !== null}
        onClose={() => setRefusal(null)}
        title={t('export')}
        centered
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <Stack>
          <FormError error={refusal} />
          <AskApproval error={refusal} onAsked={() => setRefusal(null)} />
        </Stack>
      </Modal>
    </>
  );
}
