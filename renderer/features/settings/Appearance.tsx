import { Input, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../../components/LanguageSwitch.tsx';
import { Section } from '../../components/Section.tsx';
import classes from './SettingsPage.module.css';

const schemes = [
  { value: 'light', word: 'light' },
  { value: 'dark', word: 'dark' },
  { value: 'auto', word: 'system' },
] as const;

/** This workstation's own choices; they are kept outside the vault. */
export function Appearance() {
  const { t } = useTranslation('settings');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const themeLabel = useId();
  return (
    <Section title={t('appearance')} note={t('appearanceNote')}>
      <div className={classes.pairs}>
        <div>
          <Input.Label component="div">{t('common:top.language')}</Input.Label>
          <div>
            <LanguageSwitch full />
          </div>
        </div>
        <div>
          <Input.Label component="div" id={themeLabel}>
            {t('common:top.theme')}
          </Input.Label>
          <div>
            <SegmentedControl
              size="xs"
              aria-labelledby={themeLabel}
              value={colorScheme}
              onChange={(value) => {
                const scheme = schemes.find((each) => each.value === value);
                if (scheme !== undefined) setColorScheme(scheme.value);
              }}
              data={schemes.map(({ value, word }) => ({ value, label: t(`common:theme.${word}`) }))}
            />
          </div>
        </div>
      </div>
    </Section>
  );
}
