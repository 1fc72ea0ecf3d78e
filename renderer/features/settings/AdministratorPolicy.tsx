import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/Section.tsx';
import { useCall } from '../../lib/api.ts';
import { languageNames } from '../../lib/i18n.ts';
import { showDuration } from '../../lib/numbers.ts';
import classes from './SettingsPage.module.css';

/** What holds on this workstation whatever an officer chooses; nothing where no administrator fixed anything. */
export function AdministratorPolicy() {
  const { t } = useTranslation('settings');
  const standing = useCall('app.policy', {}).data;
  if (standing === undefined || Object.keys(standing.policy).length === 0) return null;
  const { language, theme, longestIdleLockSeconds, vaultFolders, backupFolders, exportFolders, helpContact } =
    standing.policy;
  const orDefault = (value: string, fixed: boolean): string => (fixed ? value : t('policy.default', { value }));
  return (
    <Section title={t('policy.title')} note={t('policy.note', { file: standing.file ?? '' })}>
      <dl className={classes.facts}>
        {language !== undefined && (
          <Fact label={t('common:top.language')}>{orDefault(languageNames[language.value], language.fixed)}</Fact>
        )}
        {theme !== undefined && (
          <Fact label={t('common:top.theme')}>{orDefault(t(`common:theme.${theme.value}`), theme.fixed)}</Fact>
        )}
        {longestIdleLockSeconds !== undefined && (
          <Fact label={t('policy.longestIdle')}>{showDuration(longestIdleLockSeconds)}</Fact>
        )}
        {vaultFolders !== undefined && <Fact label={t('policy.vaultFolders')}>{lines(vaultFolders)}</Fact>}
        {backupFolders !== undefined && <Fact label={t('policy.backupFolders')}>{lines(backupFolders)}</Fact>}
        {exportFolders !== undefined && (
          <Fact label={t('policy.exportFolders')}>
            {exportFolders.length === 0 ? t('policy.exportsNone') : lines(exportFolders)}
          </Fact>
        )}
        {helpContact !== undefined && <Fact label={t('policy.helpContact')}>{helpContact}</Fact>}
      </dl>
    </Section>
  );
}

const lines = (folders: readonly string[]): ReactNode => folders.map((folder) => <div key={folder}>{folder}</div>);

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
