import { Button, Group, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseFigures } from '../../../shared/contract/networks.ts';
import { decimals, percent, rankOf } from './figureText.ts';
import type { Tools } from './tools.ts';

interface PersonFiguresProps extends Pick<Tools, 'analysis' | 'chosen' | 'onMark'> {
  readonly figures: CaseFigures;
}

/** Every figure of the chosen person as a sentence. */
export function PersonFigures({ figures, chosen, analysis, onMark }: PersonFiguresProps) {
  const { t } = useTranslation('network');
  const person = figures.people.find(({ id }) => id === chosen);
  if (person === undefined)
    return (
      <Text size="sm" c="dimmed">
        {t('choosePerson')}
      </Text>
    );
  const rank = (figure: 'betweenness' | 'closeness' | 'eigenvector'): number =>
    rankOf(
      person[figure],
      figures.people.map((other) => other[figure]),
    );
  const group = figures.people.filter(({ community }) => community === person.community);
  const sentences = [
    t('person.degree', { count: person.degree }),
    t('person.betweenness', { share: percent(person.betweennessNormalised), rank: rank('betweenness') }),
    t('person.closeness', { value: decimals(person.closeness), rank: rank('closeness') }),
    t('person.eigenvector', { value: decimals(person.eigenvector), rank: rank('eigenvector') }),
    t('person.core', { core: person.core }),
    t('person.community', { community: person.community, count: group.length }),
    t(person.cut ? 'person.cut' : 'person.noCut'),
  ];
  return (
    <section aria-label={analysis.nameOf(person.id)}>
      <Text size="sm" fw={600}>
        {analysis.nameOf(person.id)}
      </Text>
      <List size="sm" spacing={2}>
        {sentences.map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
      <Group mt={6}>
        <Button size="compact-xs" variant="default" onClick={() => onMark(new Set(group.map(({ id }) => id)))}>
          {t('showGroup')}
        </Button>
      </Group>
    </section>
  );
}
