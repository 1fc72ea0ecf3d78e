import { Input, SegmentedControl, Text, useMantineColorScheme } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../../components/LanguageSwitch.tsx';
import { Section } from '../../components/Section.tsx';
import { textSizes } from '../../../shared/domain/settings.ts';
import { usePolicy } from '../../lib/policy.ts';
import { useTextSize } from '../../lib/text-size.ts';
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
  const { language, theme } = usePolicy();
  const isLanguageFixed = language?.fixed === true;
  const isThemeFixed = theme?.fixed === true;
  const { textSize, choose } = useTextSize();
  const themeLabel = useId();
  const sizeLabel = useId();
  return (
    <Section title={t('appearance')} note={t('appearanceNote')}>
      <div className={classes.pairs}>
        <div>
          <Input.Label component="div">{t('common:top.language')}</Input.Label>
          <div>
            <LanguageSwitch full disabled={isLanguageFixed} />
          </div>
          {isLanguageFixed && <FixedNote />}
        </div>
        <div>
          <Input.Label component="div" id={themeLabel}>
            {t('common:top.theme')}
          </Input.Label>
          <div>
            <SegmentedControl
              size="xs"
              disabled={isThemeFixed}
              aria-labelledby={themeLabel}
              value={colorScheme}
              onChange={(value) => {
                const scheme = schemes.find((each) => each.value === value);
                if (scheme !== undefined) setColorScheme(scheme.value);
              }}
              data={schemes.map(({ value, word }) => ({ value, label: t(`common:theme.${word}`) }))}
            />
          </div>
          {isThemeFixed && <FixedNote />}
        </div>
        <div>
          <Input.Label component="div" id={sizeLabel}>
            {t('textSize')}
          </Input.Label>
          <div>
            <SegmentedControl
              size="xs"
              aria-labelledby={sizeLabel}
              value={String(textSize)}
              onChange={(value) => {
                const size = textSizes.find((each) => String(each) === value);
                if (size !== undefined) choose(size);
              }}
              data={textSizes.map((size) => ({ value: String(size), label: t('percent', { size }) }))}
            />
          </div>
          <Text size="xs" c="dimmed" mt={4}>
            {t('textSizeKeys')}
          </Text>
        </div>
      </div>
    </Section>
  );
}

function FixedNote() {
  const { t } = useTranslation('settings');
  return (
    <Text size="xs" c="dimmed" mt={4}>
      {t('policy.fixed')}
    </Text>
  );
}
