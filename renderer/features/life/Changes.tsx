import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Gap, LifeChange } from '../../../shared/analysis/life.ts';
import { showDay } from '../../lib/dates.ts';
import { showMean, showNumber } from '../../lib/numbers.ts';

/** Beyond this nobody weighs one number against another. */
const rarest = 1e6;

/** How rarely chance gives something, as one life of so many. */
function Chance({ chance }: { readonly chance: number }) {
  const { t } = useTranslation('life');
  const lives = 10 ** -chance;
  const count = lives > rarest ? `> ${showNumber(rarest)}` : showMean(lives);
  return (
    <Text span size="sm" c="dimmed">
      {' '}
      {t('chance', { count })}
    </Text>
  );
}

export function GapList({ gaps }: { readonly gaps: readonly Gap[] }) {
  const { t } = useTranslation('life');
  if (gaps.length === 0) return <Text size="sm">{t('noGaps')}</Text>;
  return (
    <List size="sm" spacing={4}>
      {gaps.map(({ kind, from, until, days, usual, chance }) => (
        <List.Item key={`${kind} ${from}`}>
          {t(until === null ? 'gapOpen' : 'gap', {
            kind: t(`kind.${kind}`),
            from: showDay(from),
            until: showDay(until ?? from),
            days,
            usual,
          })}
          <Chance chance={chance} />
        </List.Item>
      ))}
    </List>
  );
}

export function ChangeList({ changes }: { readonly changes: readonly LifeChange[] }) {
  const { t } = useTranslation('life');
  if (changes.length === 0) return <Text size="sm">{t('noChanges')}</Text>;
  return (
    <List size="sm" spacing={4}>
      {changes.map(({ kind, from, until, observed, expected, rise, chance }) => (
        <List.Item key={`${kind} ${from}`}>
          {t(rise ? 'rise' : 'fall', {
            kind: t(`kind.${kind}`),
            from: showDay(from),
            until: showDay(until),
            observed,
            expected: showMean(expected),
          })}
          <Chance chance={chance} />
        </List.Item>
      ))}
    </List>
  );
}
