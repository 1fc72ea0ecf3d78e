import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IdentityRow } from '../../../shared/domain/exchange/agency.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { FormError } from '../../components/FormError.tsx';
import { Section } from '../../components/Section.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { showMoment } from '../../lib/dates.ts';
import { useMay } from '../../lib/officer.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';
import { FingerprintWords } from './FingerprintWords.tsx';

/** Who we are to others: the card to hand over and the words to read out. */
export function OwnIdentity({ identity }: { readonly identity: IdentityRow | null }) {
  const { t } = useTranslation('exchange');
  const makes = useMay('exchange.keys');
  const gives = useMay('exchange.trust');
  const card = useChange('exchange.saveCard');
  const rotate = useChange('exchange.rotate');
  const [asking, setAsking] = useState(false);
  if (identity === null)
    return (
      <Section title={t('agencies.own')} note={t('agencies.none')}>
        {makes && <MakeIdentity />}
      </Section>
    );
  return (
    <Section
      title={t('agencies.own')}
      note={t('agencies.wordsHint')}
      actions={
        <Group gap="xs">
          {gives && (
            <Button
              variant="default"
              loading={card.isPending}
              onClick={() =>
                card.mutate(
                  {},
                  {
                    onSuccess: ({ path }) => {
                      if (path !== null) tellDone(t('agencies.cardSaved'));
                    },
                    onError: tellError,
                  },
                )
              }
            >
              {t('agencies.saveCard')}
            </Button>
          )}
          {makes && (
            <Button variant="default" onClick={() => setAsking(true)}>
              {t('agencies.rotate')}
            </Button>
          )}
        </Group>
      }
    >
      <Stack gap="xs">
        <Text fw={600}>{identity.name}</Text>
        <FingerprintWords words={identity.words} />
        <Text size="sm" c="dimmed">
          {t('agencies.madeAt', { at: showMoment(identity.madeAt) })}
        </Text>
      </Stack>
      <ConfirmDialog
        opened={asking}
        title={t('agencies.rotateTitle')}
        consequence={t('agencies.rotateText')}
        confirm={t('agencies.rotate')}
        busy={rotate.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={() =>
          rotate.mutate(
            {},
            {
              onSuccess: () => tellDone(t('agencies.rotated')),
              onError: tellError,
              onSettled: () => setAsking(false),
            },
          )
        }
      />
    </Section>
  );
}

function MakeIdentity() {
  const { t } = useTranslation('exchange');
  const settings = useCall('vault.settings', {});
  const make = useChange('exchange.makeIdentity');
  const [typed, setTyped] = useState<string | null>(null);
  const name = typed ?? settings.data?.agencyName ?? '';
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (name.trim() !== '' && !make.isPending) make.mutate({ name });
  }
  return (
    <form onSubmit={submit}>
      <Group align="flex-end">
        <TextInput
          label={t('agencies.name')}
          value={name}
          maxLength={200}
          w="24rem"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" loading={make.isPending} disabled={name.trim() === ''}>
          {t('agencies.make')}
        </Button>
      </Group>
      <FormError error={make.error} />
    </form>
  );
}
