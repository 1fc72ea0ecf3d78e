import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormError } from '../../components/FormError.tsx';
import { useChange } from '../../lib/api.ts';
import { useOpenVault } from '../../lib/officer.ts';
import { NeededKeyFile } from '../vault/NeededKeyFile.tsx';
import { PassphraseField } from '../vault/PassphraseField.tsx';
import { ComparisonView } from './ComparisonView.tsx';
import { WorkProgress } from './WorkProgress.tsx';

/** Opens a restored vault, only to say what it lacks of the open one. */
export function CompareDialog({ folder, onClose }: { readonly folder: string; onClose(): void }) {
  const { t } = useTranslation('backup');
  const open = useOpenVault();
  const compare = useChange('restoring.compare');
  const [passphrase, setPassphrase] = useState('');
  const [keyFile, setKeyFile] = useState('');

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (passphrase === '' || compare.isPending) return;
    const officerName = open?.officerName ?? undefined;
    compare.mutate({
      folder,
      against: null,
      passphrase,
      ...(officerName === undefined ? {} : { officerName }),
      ...(keyFile === '' ? {} : { keyFile }),
    });
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size={compare.data === undefined ? 'md' : 'xl'}
      title={t('compare.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {compare.data === undefined ? (
        <form onSubmit={submit}>
          <Stack>
            <Text>{t('compare.text')}</Text>
            <PassphraseField focused label={t('restore.passphrase')} value={passphrase} onChange={setPassphrase} />
            <NeededKeyFile refusal={compare.error} value={keyFile} onChange={setKeyFile} />
            {compare.isPending && <WorkProgress task="compare" />}
            <FormError error={compare.error} />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('common:close')}
              </Button>
              <Button type="submit" disabled={passphrase === ''} loading={compare.isPending}>
                {t('compare.submit')}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <ComparisonView comparison={compare.data} />
      )}
    </Modal>
  );
}
