import { Group, PasswordInput, Progress, Stack, Text } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { minimumPassphraseLength } from '../../../shared/domain/passphrase.ts';
import { passphraseStrength } from './passphrase-strength.ts';

interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly error?: string | undefined;
  /** Set for a new passphrase: shows the rule and how strong it is. */
  readonly measured?: boolean;
  readonly focused?: boolean;
  onChange(value: string): void;
}

const colors = ['red', 'red', 'orange', 'teal', 'teal'] as const;

export function PassphraseField({ label, value, error, measured, focused, onChange }: PassphraseFieldProps) {
  const { t } = useTranslation('vault');
  const [capsLock, setCapsLock] = useState(false);
  const watchCapsLock = (event: KeyboardEvent): void => setCapsLock(event.getModifierState('CapsLock'));
  const strength = measured === true && value !== '' ? passphraseStrength(value) : null;

  return (
    <Stack gap={4}>
      <PasswordInput
        label={label}
        value={value}
        error={error}
        autoComplete="off"
        // The one field of the page that waits for the officer.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={focused ?? false}
        spellCheck={false}
        description={measured === true ? t('passphraseRule', { minimum: minimumPassphraseLength }) : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyUp={watchCapsLock}
      />
      {capsLock && (
        <Text size="xs" c="orange" role="status">
          {t('capsLock')}
        </Text>
      )}
      {strength !== null && (
        <Group gap="xs" wrap="nowrap" role="status" aria-label={t('strength')}>
          <Progress
            value={(strength + 1) * 20}
            color={colors[strength]}
            size="sm"
            flex={1}
            aria-label={t('strength')}
          />
          <Text size="xs" w={90} ta="right">
            {t(`strength${strength}`)}
          </Text>
        </Group>
      )}
    </Stack>
  );
}
