import { Button, Group, Text } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../people/forms/Notice.tsx';
import { useStore } from '../../lib/store.ts';
import { endTour, offerClosed, startTour, tourStep } from './tour.ts';

/** Offers the tour to who was never here before; nothing is in the way of who does not want it. */
export function TourOffer() {
  const { t } = useTranslation('help');
  const closed = useStore(offerClosed);
  const step = useStore(tourStep);
  if (closed || step !== null) return null;
  return (
    <Notice tone="plain" icon={<IconRoute size={16} />} title={t('tour.offer')}>
      <Text size="sm">{t('tour.offerText')}</Text>
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" onClick={startTour}>
          {t('tour.start')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={endTour}>
          {t('tour.notNow')}
        </Button>
      </Group>
    </Notice>
  );
}
