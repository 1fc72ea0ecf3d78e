import { Alert, Button, Group, Stack, TextInput, Title } from '@mantine/core';
import { IconCopy, IconPrinter } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecoverySplit } from '../../../shared/domain/recovery.ts';
import { CodeGroups } from '../../components/CodeGroups.tsx';
import { useChange } from '../../lib/api.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';

interface RecoveryKeyStepProps {
  /** The whole key or one share. */
  readonly piece: string;
  readonly share: (RecoverySplit & { readonly number: number }) | null;
  readonly last: boolean;
  onDone(): void;
}

/** As the key is read when it is needed: case, spaces and hyphens do not matter, O is 0, I and L are 1. */
const asRead = (code: string): string =>
  code
    .replace(/[\s-]+/g, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');

/** Shown once; goes on only when the officer proves to have the key in front of him. */
export function RecoveryKeyStep({ piece, share, last, onDone }: RecoveryKeyStepProps) {
  const { t } = useTranslation('vault');
  const title = share === null ? t('recovery.title') : t('recovery.shareTitle', { ...share });
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const sheet = useChange('vault.saveRecoverySheet');
  const copy = useChange('app.copy');

  function check(event: FormEvent): void {
    event.preventDefault();
    const right = asRead(typed) === asRead(piece);
    setWrong(!right);
    if (right) onDone();
  }

  return (
    <form onSubmit={check}>
      <Stack>
        <Title order={2}>{title}</Title>
        <Alert color="yellow">{share === null ? t('recovery.text') : t('recovery.shareText', { ...share })}</Alert>
        <CodeGroups code={piece} label={title} />
        <Group gap="sm">
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            loading={sheet.isPending}
            onClick={() =>
              sheet.mutate(
                { piece },
                {
                  onSuccess: ({ path }) => {
                    if (path !== null) tellDone(t('recovery.sheetSaved'));
                  },
                  onError: tellError,
                },
              )
            }
          >
            {t('recovery.save')}
          </Button>
          <Button
            variant="subtle"
            leftSection={<IconCopy size={16} aria-hidden />}
            onClick={() =>
              copy.mutate({ text: piece }, { onSuccess: () => tellDone(t('common:copied')), onError: tellError })
            }
          >
            {t('common:copy')}
          </Button>
        </Group>
        <TextInput
          label={t('recovery.check')}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          error={wrong ? t('recovery.checkWrong') : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" disabled={typed.trim() === ''}>
            {t(last ? 'recovery.done' : 'recovery.next')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
