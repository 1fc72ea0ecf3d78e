import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '../../shared/domain/settings.ts';
import { queryClient } from '../lib/api.ts';
import { colorSchemeManager } from '../lib/color-scheme.ts';
import { styleNonce } from '../lib/nonce.ts';
import { Program } from './Program.tsx';
import { cssVariables, theme } from './theme.ts';

export function App({ theme: scheme }: { readonly theme: Preferences['theme'] }) {
  const { i18n } = useTranslation();
  const [manager] = useState(() => colorSchemeManager(scheme));
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      colorSchemeManager={manager}
      getStyleNonce={styleNonce}
    >
      <DatesProvider settings={{ locale: i18n.language, firstDayOfWeek: 1 }}>
        <QueryClientProvider client={queryClient}>
          <Notifications position="bottom-right" limit={4} />
          <Program />
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  );
}
