import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languageSchema } from '../../shared/domain/basics.ts';
import { languageNames, setLanguage } from '../lib/i18n.ts';
import { tellError } from '../lib/tell.tsx';

interface LanguageSwitchProps {
  readonly full?: boolean;
  readonly disabled?: boolean;
}

export function LanguageSwitch({ full = false, disabled = false }: LanguageSwitchProps) {
  const { t, i18n } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      disabled={disabled}
      aria-label={t('top.language')}
      value={i18n.language}
      onChange={(value) => void setLanguage(languageSchema.parse(value)).catch(tellError)}
      data={languageSchema.options.map((value) => ({
        value,
        label: full ? (
          languageNames[value]
        ) : (
          <span title={languageNames[value]}>
            <span aria-hidden>{value.toUpperCase()}</span>
            <span className="visually-hidden">{languageNames[value]}</span>
          </span>
        ),
      }))}
    />
  );
}
