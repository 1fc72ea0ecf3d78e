import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/Section.tsx';
import classes from './FirstSteps.module.css';

/** Leads an officer through a new vault: each step asks for the one before it. */
export function FirstSteps({ inmates, visits }: { readonly inmates: number; readonly visits: number }) {
  const { t } = useTranslation('settings');
  const steps = [
    { name: 'inmates', to: '/import', done: inmates > 0 },
    { name: 'visits', to: '/import', done: visits > 0 },
    { name: 'case', to: '/cases', done: false },
  ] as const;
  const next = steps.find((step) => !step.done)?.name;
  return (
    <div className={classes.steps}>
      <Section title={t('overview.start')}>
        <ol className={classes.list}>
          {steps.map(({ name, to, done }, index) => (
            <li key={name} className={classes.step} data-done={done}>
              <span className={classes.number} aria-hidden>
                {done ? <IconCheck size={16} /> : index + 1}
              </span>
              <div className={classes.words}>
                <div className={classes.title}>
                  {t(`overview.step.${name}.title`)}
                  {done && <span className="visually-hidden">: {t('overview.done')}</span>}
                </div>
                <div className={classes.text}>{t(`overview.step.${name}.text`)}</div>
              </div>
              <Button
                variant={name === next ? 'filled' : 'default'}
                renderRoot={(props) => <Link to={to} {...props} />}
              >
                {t(`overview.step.${name}.action`)}
              </Button>
            </li>
          ))}
        </ol>
      </Section>
    </div>
  );
}
