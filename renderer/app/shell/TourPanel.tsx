import { Button, Group, Kbd, Paper, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { chapterOf } from '../../../shared/help/help.ts';
import { currentLanguage } from '../../lib/i18n.ts';
import { useStore } from '../../lib/store.ts';
import { endTour, tourStep } from '../../features/tour/tour.ts';
import { type AreaKey, useAreas } from '../areas.ts';
import classes from './TourPanel.module.css';

/** The way a piece of information goes through the program, and where help is. */
const way: readonly AreaKey[] = ['overview', 'import', 'people', 'alerts', 'cases', 'reports', 'exchange', 'help'];

/** Goes through the real pages, one step to each; the page stays usable beside it. */
export function TourPanel() {
  const { t } = useTranslation('help');
  const navigate = useNavigate();
  const areas = useAreas();
  // Those that this officer may enter.
  const steps = way.flatMap((key) => areas.find((each) => each.key === key) ?? []);
  const step = useStore(tourStep);
  const heading = useRef<HTMLHeadingElement>(null);
  const area = step === null ? undefined : steps[step];
  const to = area?.to;
  useEffect(() => {
    if (to === undefined) return;
    void navigate({ to }).then(() => heading.current?.focus());
  }, [to, navigate]);
  if (step === null || area === undefined) return null;

  const isLast = step === steps.length - 1;
  const go = (next: number): void => {
    if (next >= steps.length) endTour();
    else if (next >= 0) tourStep.set(next);
  };
  function press(event: KeyboardEvent): void {
    const keys: Readonly<Record<string, () => void>> = {
      Escape: endTour,
      ArrowRight: () => go(step === null ? 0 : step + 1),
      ArrowLeft: () => go(step === null ? 0 : step - 1),
    };
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }
  const chapter = chapterOf(area.key);
  const language = currentLanguage();
  return (
    <Paper
      className={classes.panel}
      component="section"
      role="region"
      aria-label={t('tour.title')}
      shadow="lg"
      withBorder
      p="md"
      onKeyDown={press}
    >
      <Text size="xs" c="dimmed">
        {t('tour.step', { step: step + 1, of: steps.length })}
      </Text>
      <Title order={2} size="h4" ref={heading} tabIndex={-1} className={classes.title}>
        {chapter?.title[language]}
      </Title>
      <Text size="sm" mt={4}>
        {chapter?.body[language][0]?.replace(/^- /, '')}
      </Text>
      {isLast && (
        <Text size="sm" mt="xs">
          <Kbd>F1</Kbd> {t('tour.f1')} · <Kbd>Ctrl K</Kbd> {t('tour.palette')} · <Kbd>Ctrl L</Kbd> {t('tour.lock')}
        </Text>
      )}
      <Group justify="space-between" mt="md">
        <Button size="compact-sm" variant="subtle" onClick={endTour}>
          {t('tour.end')}
        </Button>
        <Group gap="xs">
          <Button size="compact-sm" variant="default" disabled={step === 0} onClick={() => go(step - 1)}>
            {t('tour.back')}
          </Button>
          <Button size="compact-sm" onClick={() => go(step + 1)}>
            {t(isLast ? 'tour.done' : 'tour.next')}
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
