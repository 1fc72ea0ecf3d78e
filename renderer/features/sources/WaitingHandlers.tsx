import { Button, Group, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { useChange } from '../../lib/api.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';
import { Notice } from '../people/forms/Notice.tsx';

interface Handler {
  readonly id: string;
  readonly name: string;
}
interface WaitingHandlersProps {
  readonly waiting: readonly Handler[];
  onGiven(): void;
}

/** Officers an administrator made handlers, whom only a handler can let in. */
export function WaitingHandlers({ waiting, onGiven }: WaitingHandlersProps) {
  const { t } = useTranslation('sources');
  const admit = useChange('sources.admit');
  const [asked, setAsked] = useState<Handler | null>(null);
  const name = asked?.name ?? '';

  function give(): void {
    if (asked === null) return;
    admit.mutate(
      { officerId: asked.id },
      {
        onSuccess: () => {
          tellDone(t('waiting.given', { name: asked.name }));
          onGiven();
        },
        onError: tellError,
        onSettled: () => setAsked(null),
      },
    );
  }

  return (
    <>
      {waiting.map((handler) => (
        <Notice key={handler.id} tone="warn" role="status" icon={<IconKey size={16} />}>
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">{t('waiting.text', { name: handler.name })}</Text>
            <Button
              size="compact-sm"
              variant="default"
              flex="none"
              aria-label={t('waiting.giveTo', { name: handler.name })}
              onClick={() => setAsked(handler)}
            >
              {t('waiting.give')}
            </Button>
          </Group>
        </Notice>
      ))}
      <ConfirmDialog
        opened={asked !== null}
        title={t('waiting.title', { name })}
        consequence={t('waiting.consequence', { name })}
        confirm={t('waiting.give')}
        busy={admit.isPending}
        onConfirm={give}
        onCancel={() => setAsked(null)}
      />
    </>
  );
}
