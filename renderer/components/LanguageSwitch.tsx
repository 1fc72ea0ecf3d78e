import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languageSchema } from '../../shared/domain/basics.ts';
import { setLanguage } from '../lib/i18n.ts';
import { tellError } from '../lib/tell.tsx';

/** A language is called by its own name whatever the other texts are in. */
const languages = [
  { value: 'id', short: 'ID', name: 'Bahasa Indonesia' },
  { value: 'en', short: 'EN', name: 'English' },
] as const;

export function LanguageSwitch({ full = false }: { readonly full?: boolean }) {
  const { t, i18n } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('top.language')}
      value={i18n.language}
      onChange={(value) => void setLanguage(languageSchema.parse(value)).catch(tellError)}
      data={languages.map(({ value, short, name }) => ({
        value,
        label: full ? (
          name
        ) : (
          <span title={name}>
            <span aria-hidden>{short}</span>
            <span className="visually-hidden">{name}</span>
          </span>
        ),
      }))}
    />
  );
}
