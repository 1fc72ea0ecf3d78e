import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Known kinds in the officer's language; a kind in somebody's own words as it was written. */
export function useLinkKind(): (kind: string) => string {
  const { t } = useTranslation('domain');
  return useCallback((kind) => t(`linkKind.${kind}`, { defaultValue: kind }), [t]);
}
