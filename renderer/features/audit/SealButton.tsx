import { Alert, Button, Divider, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconCopy, IconPrinter, IconRubberStamp } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract.ts';
import { languageSchema } from '../../../shared/domain/basics.ts';
import { CodeGroups } from '../../components/CodeGroups.tsx';
import { FormError } from '../../components/FormError.tsx';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useChange } from '../../lib/api.ts';
import { showDay, showMoment } from '../../lib/dates.ts';
import { showNumber } from '../../lib/numbers.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';

/** A code for the trail as it is, to be kept elsewhere, and what one that was kept says of it. */
export function SealButton() {
  const { t } = useTranslation('officers');
  const [opened, setOpened] = useState(false);
  const seal = useChange('audit.seal');
  function open(): void {
    setOpened(true);
    seal.mutate({});
  }
  return (
    <>
      <Button variant="default" leftSection={<IconRubberStamp size={16} />} onClick={open}>
        {t('audit.seal.open')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('audit.seal.title')}
        centered
        size="lg"
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <Stack>
          {seal.error !== null && <ErrorState error={seal.error} onRetry={open} />}
          {seal.isPending && <LoadingState />}
          {seal.data !== undefined && <CurrentSeal made={seal.data} />}
          <Divider />
          <SealCheck />
        </Stack>
      </Modal>
    </>
  );
}

function CurrentSeal({ made }: { readonly made: Output<'audit.seal'> }) {
  const { t, i18n } = useTranslation('officers');
  const print = useChange('audit.printSeal');
  // What was printed is what is shown from then on.
  const seal = print.data?.seal ?? made;
  const copy = useChange('app.copy');
  const { code, entries, at } = seal;
  return (
    <>
      <Text size="sm">{t('audit.seal.text', { entries: showNumber(entries) })}</Text>
      <CodeGroups code={code} label={t('audit.seal.code')} />
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t('audit.seal.at', { at: showMoment(at) })}
        </Text>
        <Button
          variant="subtle"
          leftSection={<IconPrinter size={16} aria-hidden />}
          loading={print.isPending}
          onClick={() =>
            print.mutate(
              { language: languageSchema.catch('id').parse(i18n.language) },
              {
                onSuccess: ({ path }) => {
                  if (path !== null) tellDone(t('audit.saved', { path }));
                },
                onError: tellError,
              },
            )
          }
        >
          {t('audit.seal.print')}
        </Button>
        <Button
          variant="subtle"
          leftSection={<IconCopy size={16} aria-hidden />}
          onClick={() =>
            copy.mutate({ text: code }, { onSuccess: () => tellDone(t('common:copied')), onError: tellError })
          }
        >
          {t('common:copy')}
        </Button>
      </Group>
    </>
  );
}

function SealCheck() {
  const { t } = useTranslation('officers');
  const check = useChange('audit.checkSeal');
  const [code, setCode] = useState('');
  const found = check.data;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (code.trim() !== '') check.mutate({ code });
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Group align="flex-end" wrap="nowrap">
          <TextInput
            flex={1}
            label={t('audit.seal.checkTitle')}
            description={t('audit.seal.hint')}
            value={code}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={check.isPending} disabled={code.trim() === ''}>
            {t('audit.seal.check')}
          </Button>
        </Group>
        <FormError error={check.error} />
        {found !== undefined && (
          <Alert color={found.state === 'intact' ? 'teal' : 'red'} role="status">
            {t(`audit.seal.state.${found.state}`, { entries: showNumber(found.entries), day: showDay(found.day) })}
          </Alert>
        )}
      </Stack>
    </form>
  );
}
