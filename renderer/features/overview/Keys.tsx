import { useTranslation } from 'react-i18next';
import { Section } from '../../components/Section.tsx';
import classes from './OverviewPage.module.css';

const keys = [
  { name: 'palette', keys: ['Ctrl', 'K'] },
  { name: 'areas', keys: ['Alt', '1–9'] },
  { name: 'back', keys: ['Alt', '←'] },
  { name: 'fold', keys: ['Ctrl', 'B'] },
  { name: 'lock', keys: ['Ctrl', 'L'] },
] as const;

/** The keys that work everywhere. */
export function Keys() {
  const { t } = useTranslation('settings');
  return (
    <Section title={t('overview.keys.title')}>
      <ul className={classes.list}>
        {keys.map((each) => (
          <li key={each.name} className={classes.item}>
            <span>{t(`overview.keys.${each.name}`)}</span>
            <span className={classes.aside}>
              {each.keys.map((key) => (
                <kbd key={key} className={classes.key}>
                  {key}
                </kbd>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
