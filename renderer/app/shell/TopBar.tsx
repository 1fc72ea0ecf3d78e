import { ActionIcon, Button, Tooltip, UnstyledButton } from '@mantine/core';
import { IconDatabase, IconHelpCircle, IconLock, IconSearch, IconUser } from '@tabler/icons-react';
import { use } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../../components/LanguageSwitch.tsx';
import { ThemeSwitch } from '../../components/ThemeSwitch.tsx';
import { usePolicy } from '../../lib/policy.ts';
import { vaultName } from '../../lib/vaultName.ts';
import { OpenVaultContext } from '../open-vault.ts';
import { openHelp } from '../../features/help/helpPanel.ts';
import { openPalette } from './palette.ts';
import classes from './TopBar.module.css';

export function TopBar({ onLock }: { readonly onLock: () => void }) {
  const { t } = useTranslation();
  const policy = usePolicy();
  const status = use(OpenVaultContext)?.status;
  return (
    <header className={classes.bar}>
      <UnstyledButton className={classes.search} onClick={openPalette} aria-keyshortcuts="Control+K">
        <IconSearch size={15} aria-hidden />
        <span className={classes.prompt}>{t('top.search')}</span>
        <kbd className={classes.key} aria-hidden>
          Ctrl K
        </kbd>
      </UnstyledButton>
      <div className={classes.facts}>
        <span className={classes.fact} title={status?.folder ?? undefined}>
          <IconDatabase size={15} aria-hidden />
          <span className="visually-hidden">{t('top.vault')}: </span>
          <span className={classes.words}>{vaultName(status?.folder ?? null)}</span>
        </span>
        <span className={classes.fact}>
          <IconUser size={15} aria-hidden />
          <span className="visually-hidden">{t('top.officer')}: </span>
          <span className={classes.words}>{status?.officerName}</span>
        </span>
      </div>
      <div className={classes.switches}>
        <Tooltip label={`${t('help:open')} · F1`}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('help:open')}
            aria-keyshortcuts="F1"
            onClick={openHelp}
          >
            <IconHelpCircle size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
        {policy.language?.fixed !== true && <LanguageSwitch />}
        {policy.theme?.fixed !== true && <ThemeSwitch />}
        <Tooltip label={`${t('top.lock')} · Ctrl+L`}>
          <Button
            variant="default"
            className={classes.lock}
            leftSection={<IconLock size={15} aria-hidden />}
            onClick={onLock}
            aria-keyshortcuts="Control+L"
          >
            {t('top.lock')}
          </Button>
        </Tooltip>
      </div>
    </header>
  );
}
