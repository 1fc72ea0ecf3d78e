import { Button, Group, Stack, Text } from '@mantine/core';
import { IconNotebook } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../shared/contract/cases.ts';
import { Notice } from '../people/forms/Notice.tsx';
import { unlinkedVisitPairs, type VisitPair } from './evidence.ts';
import type { LinkTask } from './LinkDialog.tsx';
import { usePeriod } from './usePeriod.ts';

/** Offers shown before the officer asks for the rest. */
const first = 3;

interface EvidenceOffersProps {
  readonly view: CaseView;
  onTask(task: LinkTask): void;
}

/** What the visit register shows between members and no link says yet. Nothing becomes a link by itself. */
export function EvidenceOffers({ view, onTask }: EvidenceOffersProps) {
  const { t } = useTranslation('cases');
  const period = usePeriod();
  const [all, setAll] = useState(false);
  const pairs = unlinkedVisitPairs(view);
  if (pairs.length === 0) return null;
  const names = new Map(view.people.map((person) => [person.id, person.name]));
  const words = (pair: VisitPair): string =>
    t('evidence.pair', {
      visitor: names.get(pair.visitorId),
      inmate: names.get(pair.inmateId),
      count: pair.count,
      period: period(pair.first, pair.last),
    });

  return (
    <Notice icon={<IconNotebook size={16} />} title={t('evidence.title')}>
      <Stack gap={4}>
        {(all ? pairs : pairs.slice(0, first)).map((pair) => (
          <Group key={`${pair.visitorId} ${pair.inmateId}`} justify="space-between" wrap="nowrap">
            <Text size="sm">{words(pair)}</Text>
            <Button
              size="compact-sm"
              variant="light"
              aria-label={`${t('evidence.use')}: ${words(pair)}`}
              onClick={() => onTask({ kind: 'new', pair })}
            >
              {t('evidence.use')}
            </Button>
          </Group>
        ))}
        {pairs.length > first && !all && (
          <Group>
            <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
              {t('more', { count: pairs.length - first })}
            </Button>
          </Group>
        )}
      </Stack>
    </Notice>
  );
}
