import { Anchor, Box, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseFigures } from '../../../shared/contract/networks.ts';
import { decimals, percent } from './figureText.ts';
import type { Tools } from './tools.ts';

export const measures = ['betweenness', 'degree', 'closeness', 'eigenvector', 'core', 'links'] as const;
export type Measure = (typeof measures)[number];

const shown = 25;

interface Row {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  readonly text: string;
  readonly people: readonly string[];
}

interface FiguresListProps extends Tools {
  readonly figures: CaseFigures;
  readonly measure: Measure;
}

/** The first people, or the first links, by one figure. */
export function FiguresList({ figures, measure, analysis, chosen, onChoose, onMark }: FiguresListProps) {
  const { t } = useTranslation('network');
  const rows = rowsOf(figures, measure, (id) => analysis.nameOf(id)).sort((a, b) => b.value - a.value);
  const most = rows[0]?.value ?? 0;
  return (
    <Box component="ol" m={0} p={0} style={{ listStyle: 'none' }} aria-label={t(`measures.${measure}`)}>
      {rows.slice(0, shown).map((row, index) => (
        <Box component="li" key={row.key} py={2}>
          <Group gap="xs" wrap="nowrap" justify="space-between">
            <Anchor
              component="button"
              type="button"
              size="sm"
              ta="left"
              truncate
              fw={row.people.includes(chosen ?? '') ? 700 : 400}
              onClick={() => {
                const [only, other] = row.people;
                if (other === undefined && only !== undefined) onChoose(only);
                else onMark(new Set(row.people));
              }}
            >
              {t('rank', { rank: index + 1 })} {row.name}
            </Anchor>
            <Text size="sm" ff="monospace">
              {row.text}
            </Text>
          </Group>
          <Box
            h={3}
            w={`${String(most === 0 ? 0 : (100 * row.value) / most)}%`}
            bg="var(--mantine-primary-color-filled)"
          />
        </Box>
      ))}
      {rows.length > shown && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('more', { count: rows.length - shown })}
        </Text>
      )}
    </Box>
  );
}

function rowsOf(figures: CaseFigures, measure: Measure, nameOf: (id: string) => string): Row[] {
  if (measure === 'links')
    return figures.links.map(({ from, to, betweenness }) => ({
      key: `${from} ${to}`,
      name: `${nameOf(from)} – ${nameOf(to)}`,
      value: betweenness,
      text: decimals(betweenness),
      people: [from, to],
    }));
  return figures.people.map((person) => {
    const value = measure === 'betweenness' ? person.betweennessNormalised : person[measure];
    const text = measure === 'betweenness' ? percent(value) : decimals(value);
    return { key: person.id, name: nameOf(person.id), value, text, people: [person.id] };
  });
}
