import { Alert, AppShell, Box, NavLink, ScrollArea, Stack, Tooltip } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { use, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../lib/api.ts';
import { areas } from './areas.ts';
import { CommandPalette } from './CommandPalette.tsx';
import { OpenVaultContext } from './open-vault.ts';
import { TopBar } from './TopBar.tsx';

/** Areas on the left, bar on top, the page in the middle. */
export function Frame() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const [narrow, setNarrow] = useState(false);
  const open = use(OpenVaultContext);
  useHotkeys(
    [
      ['mod+L', () => void call('vault.lock', {})],
      ...areas.map(({ to }, index): [string, () => void] => [`alt+${index + 1}`, () => void navigate({ to })]),
    ],
    [],
  );

  return (
    <AppShell header={{ height: 48 }} navbar={{ width: narrow ? 56 : 208, breakpoint: 0 }} padding={0}>
      <a className="skip-link" href="#content">
        {t('skip')}
      </a>
      <AppShell.Header>
        <TopBar
          onToggle={() => setNarrow(!narrow)}
          vaultFolder={open?.status.folder ?? ''}
          officer={open?.status.officerName ?? ''}
        />
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={t('nav.label')}>
        {areas.map(({ key, to, icon: Icon }, index) => (
          <Tooltip key={key} label={`${t(`nav.${key}`)} (Alt+${index + 1})`} position="right" disabled={!narrow}>
            <NavLink
              renderRoot={(props) => <Link to={to} {...props} />}
              active={pathname.startsWith(to)}
              aria-label={t(`nav.${key}`)}
              aria-current={pathname.startsWith(to) ? 'page' : undefined}
              label={narrow ? undefined : t(`nav.${key}`)}
              leftSection={<Icon size={18} stroke={1.6} />}
            />
          </Tooltip>
        ))}
      </AppShell.Navbar>
      <AppShell.Main>
        <ScrollArea h="calc(100vh - 48px)" type="auto">
          <Stack gap="xs" px="lg" pt="md">
            {open?.report?.cutOff === true && (
              <Alert color="yellow" icon={<IconAlertTriangle size={16} />}>
                {t('banner.cutOff')}
              </Alert>
            )}
            {open?.status.readOnly === true && (
              <Alert color="red" icon={<IconAlertTriangle size={16} />}>
                {t('banner.readOnly')}
              </Alert>
            )}
          </Stack>
          <Box component="div" id="content" tabIndex={-1} px="lg" pb="xl">
            <Outlet />
          </Box>
        </ScrollArea>
      </AppShell.Main>
      <CommandPalette />
    </AppShell>
  );
}
