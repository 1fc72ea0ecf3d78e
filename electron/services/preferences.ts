import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Policy } from '../../shared/domain/policy.ts';
import { defaultPreferences, type Preferences, preferencesSchema } from '../../shared/domain/settings.ts';
import { SinergiError } from '../../shared/errors.ts';

/** Language, theme, size and the folder last used: all that is kept outside a vault. */
export interface PreferenceStore {
  get(): Preferences;
  /** Fields that are undefined stay as they are. @throws SinergiError `policy-fixed` for what the administrator fixed otherwise */
  set(change: { readonly [K in keyof Preferences]?: Preferences[K] | undefined }): Preferences;
}

/** What was never chosen is not kept, so that a default may change. */
const chosenSchema = preferencesSchema.partial();
type Chosen = z.infer<typeof chosenSchema>;

export function createPreferences(userData: string, { language, theme }: Policy = {}): PreferenceStore {
  const file = join(userData, 'preferences.json');
  let chosen = load(file);

  const choiceOf = <T>(choice: { value: T; fixed: boolean } | undefined, own: T | undefined, usual: T): T =>
    choice?.fixed === true ? choice.value : (own ?? choice?.value ?? usual);
  const get = (): Preferences => ({
    language: choiceOf(language, chosen.language, defaultPreferences.language),
    theme: choiceOf(theme, chosen.theme, defaultPreferences.theme),
    textSize: chosen.textSize ?? defaultPreferences.textSize,
    lastVault: chosen.lastVault ?? defaultPreferences.lastVault,
  });
  const isRefused = <T>(choice: { value: T; fixed: boolean } | undefined, wanted: T | undefined): boolean =>
    choice?.fixed === true && wanted !== undefined && wanted !== choice.value;

  return {
    get,
    set(change) {
      if (isRefused(language, change.language) || isRefused(theme, change.theme))
        throw new SinergiError('policy-fixed');
      chosen = {
        language: change.language ?? chosen.language,
        theme: change.theme ?? chosen.theme,
        textSize: change.textSize ?? chosen.textSize,
        lastVault: change.lastVault ?? chosen.lastVault,
      };
      const fresh = `${file}.new`;
      writeFileSync(fresh, `${JSON.stringify(chosen)}\n`, { mode: 0o600 });
      renameSync(fresh, file);
      return get();
    },
  };
}

function load(file: string): Chosen {
  try {
    const parsed = chosenSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : {};
  } catch {
    // None yet, or not readable: language and theme are asked again, nothing of a case is lost.
    return {};
  }
}
