import { PasswordInput, Text } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { minimumPassphraseLength } from '../../../shared/domain/passphrase.ts';
import { StrengthMeter } from './StrengthMeter.tsx';

interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly error?: string | undefined;
  /** Set for a new passphrase: shows the rule and how strong it is. */
  readonly measured?: boolean;
  readonly focused?: boolean;
  onChange(value: string): void;
  onBlur?(): void;
}

export function PassphraseField(props: PassphraseFieldProps) {
  const { label, value, error, measured = false, focused = false, onChange, onBlur } = props;
  const { t } = useTranslation('vault');
  const [capsLock, setCapsLock] = useState(false);
  const watchCapsLock = (event: KeyboardEvent): void => setCapsLock(event.getModifierState('CapsLock'));

  return (
    <div>
      <PasswordInput
        label={label}
        value={value}
        error={error}
        autoComplete="off"
        data-autofocus={focused || undefined}
        // The one field of the page that waits for the officer.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={focused}
        spellCheck={false}
        description={measured ? t('passphraseRule', { minimum: minimumPassphraseLength }) : undefined}
        visibilityToggleButtonProps={{ 'aria-label': t('showPassphrase') }}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={() => onBlur?.()}
        onKeyDown={watchCapsLock}
        onKeyUp={watchCapsLock}
      />
      {capsLock && (
        <Text size="xs" c="var(--warn-text)" role="status" mt={4}>
          {t('capsLock')}
        </Text>
      )}
      {measured && <StrengthMeter passphrase={value} />}
    </div>
  );
}
