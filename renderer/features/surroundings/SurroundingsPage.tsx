import { Text } from '@mantine/core';
import { Link, Navigate } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useRemembered } from '../people/useRemembered.ts';
import { Surroundings } from './Surroundings.tsx';

const nobody: readonly string[] = [];

/** The network around everybody a search found. */
export function SurroundingsPage(): ReactNode {
  const { t } = useTranslation('network');
  const [seeds] = useRemembered<readonly string[]>('network-seeds', nobody);
  if (seeds.length === 0) return <Navigate to="/people" />;
  return (
    <>
      <PageHeader
        title={t('surroundings.title')}
        before={
          <Text component={Link} to="/people" size="xs" c="dimmed">
            {t('people:list.title')}
          </Text>
        }
      />
      <Surroundings seeds={seeds} />
    </>
  );
}
