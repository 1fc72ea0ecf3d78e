import { Alert, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LockReason, Output } from '../../../shared/contract.ts';
import type { VaultStatus } from '../../../shared/contract/vault.ts';
import { noPolicy, refusalBy } from '../../../shared/domain/policy.ts';
import { LanguageSwitch } from '../../components/LanguageSwitch.tsx';
import { FormError } from '../../components/FormError.tsx';
import { LoadingState } from '../../components/States.tsx';
import { ThemeSwitch } from '../../components/ThemeSwitch.tsx';
import { useCall } from '../../lib/api.ts';
import { RestoreAtGate } from '../backup/RestoreAtGate.tsx';
import { ActivateOfficer } from '../officers/ActivateOfficer.tsx';
import { CreateVault } from './CreateVault.tsx';
import { RecoverVault } from './RecoverVault.tsx';
import type { Step } from './steps.ts';
import { UnlockVault } from './UnlockVault.tsx';
import classes from './VaultGate.module.css';
import { Welcome } from './Welcome.tsx';

interface VaultGateProps {
  readonly status: VaultStatus;
  readonly lockReason: LockReason | null;
  /** Keeps the workspace back until `onOpened`, although the vault is open already. */
  onHold(): void;
  onOpened(report: Output<'vault.open'>): void;
}

/** All there is while the vault is locked: nothing here knows anything of a case. */
export function VaultGate({ status, lockReason, onHold, onOpened }: VaultGateProps) {
  const { t } = useTranslation('vault');
  const about = useCall('app.about', {});
  const standing = useCall('app.policy', {}).data ?? noPolicy;
  const { language, theme, helpContact } = standing.policy;
  const [chosen, setStep] = useState<Step | null>(null);
  const demo = about.data?.demo ?? null;
  const last = demo?.folder ?? status.folder;
  const step: Step = chosen ?? (last === null ? { kind: 'welcome' } : { kind: 'unlock', folder: last });

  return (
    <div className={classes.gate}>
      <main className={classes.column}>
        <header className={classes.head}>
          <span className={classes.mark} aria-hidden>
            S
          </span>
          <div className={classes.name}>
            <h1 className={classes.title}>Sinergi</h1>
            <Text size="xs" c="dimmed">
              {t('common:tagline')}
            </Text>
          </div>
          {language?.fixed !== true && <LanguageSwitch full />}
          {theme?.fixed !== true && <ThemeSwitch />}
        </header>
        <FormError error={refusalBy(standing)} />
        {lockReason !== null && step.kind === 'unlock' && (
          <Alert color="gray" icon={<IconLock size={16} aria-hidden />} role="status">
            {t(`locked.${lockReason}`)}
          </Alert>
        )}
        <section className={classes.card}>
          {about.data === undefined && <LoadingState />}
          {about.data !== undefined && step.kind === 'welcome' && <Welcome onStep={setStep} />}
          {step.kind === 'create' && (
            <CreateVault onBack={() => setStep({ kind: 'welcome' })} onHold={onHold} onOpened={onOpened} />
          )}
          {about.data !== undefined && step.kind === 'unlock' && (
            <UnlockVault
              key={step.folder}
              folder={step.folder}
              demoPassphrase={demo !== null && demo.folder === step.folder ? demo.passphrase : null}
              onStep={setStep}
              onOpened={onOpened}
            />
          )}
          {step.kind === 'activate' && (
            <ActivateOfficer
              folder={step.folder}
              onBack={() => setStep({ kind: 'unlock', folder: step.folder })}
              onOpened={onOpened}
            />
          )}
          {step.kind === 'restore' && (
            <RestoreAtGate
              known={last}
              onBack={() => setStep({ kind: 'welcome' })}
              onReady={(folder) => setStep({ kind: 'unlock', folder })}
            />
          )}
          {step.kind === 'recover' && <RecoverVault folder={step.folder} onStep={setStep} onOpened={onOpened} />}
        </section>
        {helpContact !== undefined && (
          <Text size="sm" ta="center" style={{ overflowWrap: 'anywhere' }}>
            {t('helpContact', { contact: helpContact })}
          </Text>
        )}
        <Text size="xs" c="dimmed" ta="center">
          {t('noNetwork')}
          {about.data !== undefined && ` · ${about.data.version}`}
        </Text>
      </main>
    </div>
  );
}
