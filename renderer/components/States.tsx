import { Button, Loader, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../lib/tell.tsx';
import classes from './States.module.css';

const patienceMs = 200;

/** Something is on its way; what comes at once makes no flicker. */
export function LoadingState() {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={classes.state} role="status" aria-label={t('loading')}>
      {shown && <Loader size="sm" />}
    </div>
  );
}

export function ErrorState({ error, onRetry }: { readonly error: unknown; onRetry?(): void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.state} role="alert">
      <IconAlertTriangle size={28} stroke={1.5} className={classes.bad} aria-hidden />
      <div className={classes.title}>{t('failed')}</div>
      <div>{errorText(error)}</div>
      {onRetry !== undefined && (
        <Button variant="default" mt="xs" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </div>
  );
}

interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text?: string;
  readonly action?: ReactNode;
}

/** Nothing here yet, and what to do about it. */
export function EmptyState({ icon, title, text, action }: EmptyStateProps) {
  return (
    <div className={classes.state}>
      <div className={classes.icon} aria-hidden>
        {icon}
      </div>
      <Title order={2} className={classes.title}>
        {title}
      </Title>
      {text !== undefined && <div>{text}</div>}
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  );
}
