import { Alert, Anchor, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input, Output } from '../../../shared/contract.ts';
import { FormError } from '../../components/FormError.tsx';
import { useChange } from '../../lib/api.ts';
import { showMoment } from '../../lib/dates.ts';
import { showNumber } from '../../lib/numbers.ts';
import { NeededKeyFile } from '../vault/NeededKeyFile.tsx';
import { PassphraseField } from '../vault/PassphraseField.tsx';
import { ComparisonView } from './ComparisonView.tsx';
import { WorkProgress } from './WorkProgress.tsx';

interface UseRestoredProps {
  readonly report: Output<'restoring.restore'>;
  /** The officer who restored it. */
  readonly first: Input<'restoring.finish'>['first'];
  readonly known: string | null;
  onReady(folder: string): void;
}

/** What was restored, what the old vault has beyond it, and the second officer's word. */
export function UseRestored({ report, first, known, onReady }: UseRestoredProps) {
  const { t } = useTranslation('backup');
  const finish = useChange('restoring.finish');
  const compare = useChange('restoring.compare');
  const [reason, setReason] = useState('');
  const [officerName, setOfficerName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [keyFile, setKeyFile] = useState('');
  const ready = !report.takesTwo || (officerName.trim() !== '' && passphrase !== '');

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!ready || finish.isPending) return;
    finish.mutate(
      {
        folder: report.folder,
        instead: known,
        reason,
        first,
        second: report.takesTwo
          ? { officerName: officerName.trim(), passphrase, ...(keyFile === '' ? {} : { keyFile }) }
          : null,
      },
      { onSuccess: ({ folder }) => onReady(folder) },
    );
  }

  return (
    <form onSubmit={submit}>
      <Stack>
        <Alert color="teal" role="status">
          {t('disaster.restored', {
            people: showNumber(report.counts.people),
            cases: showNumber(report.counts.cases),
            visits: showNumber(report.counts.visits),
            at: showMoment(report.at),
          })}
        </Alert>
        {known !== null && (
          <>
            <Text>{t('disaster.instead', { folder: known })}</Text>
            <Anchor
              component="button"
              type="button"
              size="sm"
              ta="start"
              onClick={() => compare.mutate({ folder: report.folder, against: known, ...first })}
            >
              {t('disaster.compare')}
            </Anchor>
            {compare.isPending && <WorkProgress task="compare" />}
            <FormError error={compare.error} />
          </>
        )}
        <Text>{t(report.takesTwo ? 'disaster.two' : 'disaster.alone')}</Text>
        <TextInput
          label={t('disaster.reason')}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {report.takesTwo && (
          <>
            <TextInput
              label={t('disaster.secondName')}
              value={officerName}
              onChange={(event) => setOfficerName(event.currentTarget.value)}
            />
            <PassphraseField label={t('disaster.secondPassphrase')} value={passphrase} onChange={setPassphrase} />
            <NeededKeyFile refusal={finish.error} value={keyFile} onChange={setKeyFile} />
          </>
        )}
        <FormError error={finish.error} />
        <Group justify="flex-end">
          <Button type="submit" disabled={!ready} loading={finish.isPending}>
            {t('disaster.submit')}
          </Button>
        </Group>
      </Stack>
      {compare.data !== undefined && (
        <Modal
          opened
          size="xl"
          onClose={() => compare.reset()}
          title={t('compare.title')}
          closeButtonProps={{ 'aria-label': t('common:close') }}
        >
          <ComparisonView comparison={compare.data} />
        </Modal>
      )}
    </form>
  );
}
