import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../lib/i18n.ts';

interface FingerprintWordsProps {
  readonly words: { readonly id: string; readonly en: string };
}

/** In the officer's own language first; the other agency may read in the other. */
export function FingerprintWords({ words }: FingerprintWordsProps) {
  const { t } = useTranslation('exchange');
  const language = currentLanguage();
  return (
    <Stack gap={2} role="group" aria-label={t('agencies.words')}>
      <Text ff="monospace" size="sm" lang={language}>
        {words[language]}
      </Text>
      <Text ff="monospace" size="sm" c="dimmed" lang={language === 'id' ? 'en' : 'id'}>
        {words[language === 'id' ? 'en' : 'id']}
      </Text>
    </Stack>
  );
}
