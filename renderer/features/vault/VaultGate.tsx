import { Alert, Box, Center, Group, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { IconLock, IconShieldLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LockReason, Output } from '../../../shared/contract.ts';
import type { VaultStatus } from '../../../shared/contract/vault.ts';
import { languageSchema } from '../../../shared/domain/basics.ts';
import { setLanguage } from '../../lib/i18n.ts';
import { tellError } from '../../lib/tell.tsx';
import { CreateVault } from './CreateVault.tsx';
import { RecoverVault } from './RecoverVault.tsx';
import { UnlockVault } from './UnlockVault.tsx';
import { Welcome } from './Welcome.tsx';

export type Step =
  | { readonly kind: 'welcome' }
  | { readonly kind: 'create' }
  | { readonly kind: 'unlock'; readonly folder: string }
  | { readonly kind: 'recover'; readonly folder: string | null };

interface VaultGateProps {
  readonly status: VaultStatus;
  readonly lockReason: LockReason | null;
  /** Keeps the workspace back until `onOpened`, although the vault is open already. */
  onHold(): void;
  onOpened(report: Output<'vault.open'>): void;
}

/** All there is while the vault is locked. */
export function VaultGate({ status, lockReason, onHold, onOpened }: VaultGateProps) {
  const { t, i18n } = useTranslation('vault');
  const [step, setStep] = useState<Step>(
    status.folder === null ? { kind: 'welcome' } : { kind: 'unlock', folder: status.folder },
  );

  return (
    <Center mih="100%" p="lg" component="main" bg="var(--mantine-color-default-hover)">
      <Stack w={520} gap="md">
        <Group justify="space-between">
          <Group gap="xs">
            <IconShieldLock size={28} stroke={1.5} color="var(--mantine-primary-color-filled)" />
            <Box>
              <Title order={1}>Sinergi</Title>
              <Text size="xs" c="dimmed">
                {t('common:tagline')}
              </Text>
            </Box>
          </Group>
          <SegmentedControl
            size="xs"
            aria-label={t('common:top.language')}
            value={i18n.language}
            data={[
              { value: 'id', label: 'Bahasa Indonesia' },
              { value: 'en', label: 'English' },
            ]}
            onChange={(value) => void setLanguage(languageSchema.parse(value)).catch(tellError)}
          />
        </Group>
        {lockReason !== null && (
          <Alert color="gray" variant="light" icon={<IconLock size={16} />} role="status">
            {t(`locked.${lockReason}`)}
          </Alert>
        )}
        <Paper withBorder p="lg">
          {step.kind === 'welcome' && <Welcome onStep={setStep} />}
          {step.kind === 'create' && (
            <CreateVault onBack={() => setStep({ kind: 'welcome' })} onHold={onHold} onOpened={onOpened} />
          )}
          {step.kind === 'unlock' && <UnlockVault folder={step.folder} onStep={setStep} onOpened={onOpened} />}
          {step.kind === 'recover' && <RecoverVault folder={step.folder} onStep={setStep} onOpened={onOpened} />}
        </Paper>
      </Stack>
    </Center>
  );
}
