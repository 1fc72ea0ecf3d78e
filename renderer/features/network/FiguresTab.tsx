import { Button, Select, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { percent } from './figureText.ts';
import { FiguresList, type Measure, measures } from './FiguresList.tsx';
import { PersonFigures } from './PersonFigures.tsx';
import { StabilityCheck } from './StabilityCheck.tsx';
import type { Tools } from './tools.ts';
import { useFinding } from './useFinding.ts';
import { Stopped, Working } from './Working.tsx';

/** Who matters, by each figure, and what the figures say of the chosen person in words. */
export function FiguresTab({ analysis, chosen, onChoose, onMark }: Tools) {
  const { t } = useTranslation('network');
  const [measure, setMeasure] = useState<Measure>('betweenness');
  const choices = useMemo(() => measures.map((value) => ({ value, label: t(`measures.${value}`) })), [t]);
  const { data, error, refetch, isFetching } = useFinding(analysis, { kind: 'figures' });
  if (isFetching && data === undefined) return <Working />;
  if (error !== null) return <Stopped error={error} onAgain={() => void refetch()} />;
  if (data?.finding.kind !== 'figures') return null;
  const { figures } = data.finding;
  const groups = new Set(figures.people.map(({ community }) => community)).size;
  return (
    <Stack gap="sm">
      <Text size="sm">
        {t('whole', { ...figures, density: percent(figures.density) })} {t('groups', { count: groups })}{' '}
        {figures.bridges.length > 0 && t('bridges', { count: figures.bridges.length })}
      </Text>
      {figures.bridges.length > 0 && (
        <Button
          size="compact-xs"
          variant="default"
          style={{ alignSelf: 'start' }}
          onClick={() => onMark(new Set(figures.bridges.flat()))}
        >
          {t('showBridges')}
        </Button>
      )}
      <Select
        size="xs"
        label={t('measure')}
        description={t(`measureText.${measure}`)}
        allowDeselect={false}
        value={measure}
        data={choices}
        onChange={(next) => setMeasure(next ?? 'betweenness')}
      />
      <FiguresList
        figures={figures}
        measure={measure}
        analysis={analysis}
        chosen={chosen}
        onChoose={onChoose}
        onMark={onMark}
      />
      <PersonFigures figures={figures} chosen={chosen} analysis={analysis} onMark={onMark} />
      <StabilityCheck analysis={analysis} chosen={chosen} />
    </Stack>
  );
}
