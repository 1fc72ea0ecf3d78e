import { isMantineColorScheme, type MantineColorScheme, type MantineColorSchemeManager } from '@mantine/core';
import type { Preferences } from '../../shared/domain/settings.ts';
import { call } from './api.ts';
import { tellError } from './tell.tsx';

/** The page keeps nothing of its own; the theme lives with the language, outside the vault. */
export function colorSchemeManager(initial: Preferences['theme']): MantineColorSchemeManager {
  let current: MantineColorScheme = initial === 'system' ? 'auto' : initial;
  return {
    get: (fallback) => (isMantineColorScheme(current) ? current : fallback),
    set(value) {
      current = value;
      void call('app.setPreferences', { theme: value === 'auto' ? 'system' : value }).catch(tellError);
    },
    subscribe: () => undefined,
    unsubscribe: () => undefined,
    clear: () => undefined,
  };
}
