import { Button, Group } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowLeft, IconUsersGroup } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../shared/contract.ts';
import { toSinergiError } from '../../../shared/errors.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/States.tsx';
import { call, useCall, useChange, useUnderWay } from '../../lib/api.ts';
import { useMay } from '../../lib/officer.ts';
import { offerUndo, tellDone, tellError } from '../../lib/tell.tsx';
import { AnalysisProgress } from '../../components/AnalysisProgress.tsx';
import { PairView } from './PairView.tsx';

type Decision = Input<'identity.decide'>['decision'];

/** People who may be one, pair by pair: same, different or not decided yet, with the keyboard alone if the officer likes. */
export function DuplicatesPage() {
  const { t } = useTranslation('identity');
  const navigate = useNavigate();
  const mayJoin = useMay('people.join');
  const [place, setPlace] = useState(0);
  const queue = useCall('identity.queue', { offset: place, limit: 1 }, { keepPrevious: true });
  const scan = useChange('identity.scan');
  const decide = useChange('identity.decide');
  const comparing = useUnderWay('identity.scan');
  const lastUndo = useRef<string | null>(null);
  const { total = 0, scanned = false, rows: [pair] = [] } = queue.data ?? {};

  async function search(): Promise<void> {
    try {
      await scan.mutateAsync({});
      setPlace(0);
      await queue.refetch();
    } catch (error) {
      if (toSinergiError(error).code === 'cancelled') tellDone(t('cancelled'));
      else tellError(error);
    }
  }

  async function say(decision: Decision): Promise<void> {
    if (pair === undefined || decide.isPending || !mayJoin) return;
    try {
      const { undoId } = await decide.mutateAsync({ a: pair.a.id, b: pair.b.id, decision });
      lastUndo.current = undoId;
      offerUndo(undoId, t(`done.${decision}`, { a: pair.a.name, b: pair.b.name }));
      const left = decision === 'undecided' ? total : total - 1;
      // What is put off goes to the end; one that was there already is passed by.
      setPlace(Math.min(decision === 'undecided' && pair.undecided ? place + 1 : place, Math.max(0, left - 1)));
    } catch (error) {
      tellError(error);
    }
  }

  async function takeBack(): Promise<void> {
    const undoId = lastUndo.current;
    lastUndo.current = null;
    if (undoId === null) return;
    try {
      await call('undo.apply', { undoId });
      tellDone(t('common:undone'));
    } catch (error) {
      tellError(error);
    }
  }

  const go = (by: number): void => setPlace(Math.max(0, Math.min(total - 1, place + by)));
  useHotkeys([
    ['S', () => void say('same')],
    ['D', () => void say('different')],
    ['U', () => void say('undecided')],
    ['Z', () => void takeBack()],
    ['ArrowRight', () => go(1)],
    ['ArrowLeft', () => go(-1)],
  ]);

  return (
    <>
      <PageHeader
        title={t('title')}
        note={scanned && total > 0 ? t('place', { place: place + 1, count: total }) : t('note')}
        before={
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconArrowLeft size={15} />}
            onClick={() => void navigate({ to: '/people' })}
          >
            {t('back')}
          </Button>
        }
        actions={
          scanned && !comparing ? (
            <Button variant="default" onClick={() => void search()}>
              {t('again')}
            </Button>
          ) : undefined
        }
      />
      {comparing ? (
        <AnalysisProgress title={t('comparing')} cancel="identity.cancel" />
      ) : queue.isPending ? (
        <LoadingState />
      ) : queue.isError ? (
        <ErrorState error={queue.error} />
      ) : !scanned ? (
        <EmptyState
          icon={<IconUsersGroup size={32} />}
          title={t('start.title')}
          text={t('start.text')}
          action={<Button onClick={() => void search()}>{t('start.go')}</Button>}
        />
      ) : pair === undefined ? (
        <EmptyState icon={<IconUsersGroup size={32} />} title={t('empty.title')} text={t('empty.text')} />
      ) : (
        <>
          <PairView pair={pair} />
          <Group mt="md">
            <Button disabled={!mayJoin || decide.isPending} onClick={() => void say('same')}>
              {t('decide.same')}
            </Button>
            <Button variant="default" disabled={!mayJoin || decide.isPending} onClick={() => void say('different')}>
              {t('decide.different')}
            </Button>
            <Button variant="default" disabled={!mayJoin || decide.isPending} onClick={() => void say('undecided')}>
              {t('decide.undecided')}
            </Button>
            <Button variant="subtle" disabled={place === 0} onClick={() => go(-1)}>
              {t('previous')}
            </Button>
            <Button variant="subtle" disabled={place >= total - 1} onClick={() => go(1)}>
              {t('next')}
            </Button>
          </Group>
        </>
      )}
    </>
  );
}
