import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultPreferences, type Preferences, preferencesSchema } from '../../shared/domain/settings.ts';

/** Language, theme and the folder last used: all that is kept outside a vault. */
export interface PreferenceStore {
  get(): Preferences;
  /** Fields that are undefined stay as they are. */
  set(change: { readonly [K in keyof Preferences]?: Preferences[K] | undefined }): Preferences;
}

export function createPreferences(userData: string): PreferenceStore {
  const file = join(userData, 'preferences.json');
  let current = load(file);

  return {
    get: () => current,
    set(change) {
      current = {
        language: change.language ?? current.language,
        theme: change.theme ?? current.theme,
        lastVault: change.lastVault ?? current.lastVault,
      };
      const fresh = `${file}.new`;
      writeFileSync(fresh, `${JSON.stringify(current)}\n`, { mode: 0o600 });
      renameSync(fresh, file);
      return current;
    },
  };
}

function load(file: string): Preferences {
  try {
    const parsed = preferencesSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : defaultPreferences;
  } catch {
    // None yet, or not readable: language and theme are asked again, nothing of a case is lost.
    return defaultPreferences;
  }
}
