import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { filterReasons, sourcesByPair } from '../../../shared/analysis/network/link-filter.ts';
import { distinctSources } from '../../../shared/analysis/network/sources.ts';
import type { Analysis } from './useAnalysis.ts';

/** What the figures cover and what they do not. */
export function Coverage({ analysis }: { readonly analysis: Analysis }) {
  const { t } = useTranslation('network');
  const { found, links, people } = analysis;
  const reasons = filterReasons
    .filter((reason) => found.leftOut[reason] > 0)
    .map((reason) => t(`cover.reason.${reason}`, { count: found.leftOut[reason] }));
  const undated = links.filter(({ since, until }) => since === undefined && until === undefined).length;
  const repeated = [...sourcesByPair(links).values()].reduce(
    (sum, sources) => sum + sources.length - distinctSources(sources).length,
    0,
  );
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  const alone = people.filter(({ value }) => !linked.has(value)).length;
  const sentences = [
    t('cover.text', { people: people.length, used: found.used }),
    reasons.length > 0 ? t('cover.leftOut', { list: reasons.join(', ') }) : '',
    undated > 0 ? t('cover.undated', { count: undated }) : '',
    repeated > 0 ? t('cover.repeated', { count: repeated }) : '',
    alone > 0 ? t('cover.alone', { count: alone }) : '',
  ];
  return (
    <>
      <Text size="xs" fw={600} mt="md">
        {t('cover.title')}
      </Text>
      <Text size="xs" c="dimmed">
        {sentences.filter((sentence) => sentence !== '').join(' ')}
      </Text>
    </>
  );
}
