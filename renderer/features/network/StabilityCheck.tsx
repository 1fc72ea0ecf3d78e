import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { percent } from './figureText.ts';
import type { Tools } from './tools.ts';
import { useFinding } from './useFinding.ts';
import { Stopped, Working } from './Working.tsx';

const shares = [0.02, 0.05, 0.1] as const;
const trials = 40;
const shown = 5;

/** How far the go-betweens stay the go-betweens when a few people had never been found. */
export function StabilityCheck({ analysis, chosen }: Pick<Tools, 'analysis' | 'chosen'>) {
  const { t } = useTranslation('network');
  const [missing, setMissing] = useState<number>(shares[1]);
  const [asked, setAsked] = useState<number | null>(null);
  const question = asked === null ? null : { kind: 'stability' as const, missing: asked };
  const { data, error, refetch, isFetching } = useFinding(analysis, question);
  const bands = data?.finding.kind === 'stability' ? [...data.finding.bands] : [];
  const first = bands.sort((a, b) => b.high - a.high).slice(0, shown);
  const mine = bands.find(({ id }) => id === chosen);
  const rows = mine === undefined || first.includes(mine) ? first : [mine, ...first];
  return (
    <Stack gap={6} component="section" aria-label={t('stability')}>
      <Text size="sm" fw={600}>
        {t('stability')}
      </Text>
      <Text size="xs" c="dimmed">
        {t('stabilityText')}
      </Text>
      <Group gap="xs">
        <SegmentedControl
          size="xs"
          aria-label={t('missing')}
          value={String(missing)}
          data={shares.map((value) => ({ value: String(value), label: percent(value) }))}
          onChange={(value) => setMissing(Number(value))}
        />
        <Button size="compact-sm" variant="light" onClick={() => setAsked(missing)}>
          {t('measureStability')}
        </Button>
      </Group>
      {isFetching && <Working />}
      {error !== null && !isFetching && <Stopped error={error} onAgain={() => void refetch()} />}
      {asked !== null &&
        rows.map((band) => (
          <Text key={band.id} size="sm">
            <b>{analysis.nameOf(band.id)}</b>{' '}
            {t('person.band', {
              missing: percent(asked),
              low: percent(band.low),
              high: percent(band.high),
              leading: Math.round(band.leading * trials),
            })}
          </Text>
        ))}
    </Stack>
  );
}
