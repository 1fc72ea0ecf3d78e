import { Button, CloseButton, Group, List, Stack, Text, Textarea } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PieceFault, RecoveryReading } from '../../../shared/domain/recovery.ts';
import { call } from '../../lib/api.ts';
import { tellError } from '../../lib/tell.tsx';

interface SharesFieldProps {
  readonly folder: string;
  /** What the vault asks for, before anything was typed. */
  readonly asked: RecoveryReading;
  readonly value: readonly string[];
  readonly error?: string | undefined;
  onChange(shares: string[]): void;
}

/** Takes shares of a recovery key one by one and says at once which does not belong. */
export function SharesField({ folder, asked, value, error, onChange }: SharesFieldProps) {
  const { t } = useTranslation('vault');
  const [typed, setTyped] = useState('');
  const [reading, setReading] = useState(asked);
  const [fault, setFault] = useState<PieceFault | null>(null);

  async function take(shares: string[]): Promise<void> {
    const read = await call('vault.readRecovery', { folder, pieces: shares });
    const found = read.pieces.find((piece) => piece.fault !== null)?.fault ?? null;
    setFault(found);
    if (found !== null) return;
    setReading(read);
    setTyped('');
    onChange(shares);
  }

  const add = (): void => {
    if (typed.trim() !== '') void take([...value, typed]).catch(tellError);
  };
  // A share is one text however many lines its sheet shows it in.
  function takeOnEnter(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  }

  return (
    <Stack gap="sm">
      {reading.pieces.length > 0 && (
        <List listStyleType="none" aria-label={t('recover.list')}>
          {reading.pieces.map(({ number }, index) => (
            <List.Item key={number} icon={<IconCheck size={16} color="var(--good-text)" aria-hidden />}>
              <Group gap="xs">
                <Text size="sm">{t('recover.added', { number, made: reading.made })}</Text>
                <CloseButton
                  size="sm"
                  aria-label={t('recover.drop', { number })}
                  onClick={() => void take(value.filter((_, other) => other !== index)).catch(tellError)}
                />
              </Group>
            </List.Item>
          ))}
        </List>
      )}
      <Text size="sm" role="status" c={reading.missing === 0 ? 'var(--good-text)' : 'dimmed'}>
        {reading.missing === 0 ? t('recover.complete') : t('recover.missing', { count: reading.missing })}
      </Text>
      {reading.missing > 0 && (
        <>
          <Textarea
            label={t('recover.share')}
            description={t('recover.keyHint')}
            autosize
            minRows={2}
            spellCheck={false}
            autoComplete="off"
            value={typed}
            error={fault === null ? error : t(`errors:${fault}`)}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={takeOnEnter}
          />
          <Group justify="flex-end">
            <Button variant="default" disabled={typed.trim() === ''} onClick={add}>
              {t('recover.add')}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}
