import { Box, Group, Paper, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconAffiliate } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commonKind } from '../../../shared/analysis/chart-labels.ts';
import type { CaseView } from '../../../shared/contract/cases.ts';
import type { Link } from '../../../shared/domain/link.ts';
import { EmptyState } from '../../components/States.tsx';
import { AnalysisPanel } from '../network/AnalysisPanel.tsx';
import type { Choice } from './canvas.ts';
import { ChartDetails } from './ChartDetails.tsx';
import { chartGraph } from './chartGraph.ts';
import { ChartLegend } from './ChartLegend.tsx';
import { ChartList } from './ChartList.tsx';
import { ChartToolbar } from './ChartToolbar.tsx';
import { arrangedAnew, moved, withPin } from './places.ts';
import { useCanvas } from './useCanvas.ts';
import { useChartKeys } from './useChartKeys.ts';
import { usePlaces } from './usePlaces.ts';

interface LinkChartProps {
  readonly view: CaseView;
  onAddLink(from: string, to?: string): void;
  onEditLink(link: Link): void;
}

const noPositions = {};

/** The people of a case and the links between them. */
export function LinkChart({ view, onAddLink, onEditLink }: LinkChartProps) {
  const { t } = useTranslation('chart');
  const { file, people, links } = view;
  const graph = useMemo(() => chartGraph({ file, people, links }), [file, people, links]);
  const { places, ...moves } = usePlaces(file.id, graph, view.chart?.positions ?? noPositions);
  const [choice, setChoice] = useState<Choice | null>(null);
  const [drawing, setDrawing] = useState(false);
  const [asList, setAsList] = useState(false);
  const [side, setSide] = useState<'details' | 'analysis'>('details');
  const [marked, setMarked] = useState<ReadonlySet<string> | null>(null);
  const chosenPerson = choice?.kind === 'person' ? choice.id : null;

  const { container, signs, canvas } = useCanvas({
    graph,
    places,
    choice,
    marked,
    drawingFrom: drawing ? chosenPerson : null,
    onChoose: (next) => {
      setDrawing(false);
      if (next === null) setMarked(null);
      setChoice(next);
    },
    onMoved: (to) => moves.arrange(moved(places, to)),
    onDrawn: (from, to) => {
      setDrawing(false);
      onAddLink(from, to);
    },
  });
  const onKeyDown = useChartKeys({ graph, places, choice, setChoice, moves, canvas, setDrawing, onEditLink: editLink });

  function editLink(id: string): void {
    const link = view.links.find((candidate) => candidate.id === id);
    if (link !== undefined) onEditLink(link);
  }

  if (graph.nodes.length === 0)
    return <EmptyState icon={<IconAffiliate size={36} stroke={1.4} />} title={t('empty')} text={t('emptyText')} />;

  return (
    <>
      <ChartToolbar
        asList={asList}
        drawing={drawing}
        canDraw={chosenPerson !== null}
        moves={moves}
        onList={setAsList}
        onDraw={() => setDrawing(!drawing)}
        onArrange={(arrangement) => moves.arrange(arrangedAnew(graph, places, arrangement))}
        onFit={() => canvas.current?.fit()}
        onZoom={(factor) => canvas.current?.zoomBy(factor)}
      />
      {asList && <ChartList view={view} onEditLink={onEditLink} onAddLink={onAddLink} />}
      <Group align="stretch" gap="sm" display={asList ? 'none' : undefined}>
        <Paper withBorder flex="1 1 24rem" pos="relative" miw={0} style={{ overflow: 'hidden' }}>
          <Box
            tabIndex={0}
            role="application"
            aria-label={t('label', { people: graph.nodes.length, links: graph.edges.length })}
            aria-describedby="chart-keys"
            pos="relative"
            style={{ outlineOffset: -2 }}
            h="max(380px, calc(100vh - 304px))"
            onKeyDown={onKeyDown}
          >
            <div ref={container} style={{ position: 'absolute', inset: 0 }} />
            <canvas
              ref={signs}
              style={{ position: 'absolute', inset: 0, width: '100%', height: '100%', pointerEvents: 'none' }}
            />
          </Box>
          <ChartLegend common={commonKind(graph.edges)} />
          {drawing && (
            <Text size="sm" pos="absolute" top={8} left={12} role="status">
              {t('drawingHint')}
            </Text>
          )}
        </Paper>
        <Stack gap="xs">
          <SegmentedControl
            size="xs"
            aria-label={t('side')}
            value={side}
            data={[
              { value: 'details', label: t('network:details') },
              { value: 'analysis', label: t('network:analysis') },
            ]}
            onChange={(value) => setSide(value === 'analysis' ? 'analysis' : 'details')}
          />
          {side === 'analysis' && (
            <AnalysisPanel
              view={view}
              chosen={chosenPerson}
              onChoose={(id) => setChoice({ kind: 'person', id })}
              onMark={setMarked}
            />
          )}
          {side === 'details' && (
            <ChartDetails
              view={view}
              choice={choice}
              pinned={chosenPerson !== null && places[chosenPerson]?.pinned === true}
              onPin={(pinned) => {
                if (chosenPerson !== null) moves.arrange(withPin(places, chosenPerson, pinned));
              }}
              onChoose={setChoice}
              onAddLink={onAddLink}
              onEditLink={onEditLink}
            />
          )}
        </Stack>
      </Group>
      <Text id="chart-keys" size="xs" c="dimmed" mt={6} display={asList ? 'none' : undefined}>
        {t('keys')}
      </Text>
    </>
  );
}
