import { Box, Group, Paper, SegmentedControl, Stack, Text, useComputedColorScheme } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Arrangement } from '../../../shared/analysis/chart-arrangements.ts';
import { commonKind } from '../../../shared/analysis/chart-labels.ts';
import { chartScene } from '../../../shared/analysis/chart-scene.ts';
import { plainChart } from '../../../shared/analysis/chart-state.ts';
import { asleepAt } from '../../../shared/analysis/timeline.ts';
import type { Chart, ChartState } from '../../../shared/domain/chart.ts';
import { AnalysisPanel } from '../network/AnalysisPanel.tsx';
import { ChartDetails } from './ChartDetails.tsx';
import type { ChartInput } from './chartGraph.ts';
import { ChartLegend } from './ChartLegend.tsx';
import { ChartList } from './ChartList.tsx';
import { ChartTasks } from './ChartTasks.tsx';
import { ChartToolbar, type Hand } from './ChartToolbar.tsx';
import { Lasso } from './Lasso.tsx';
import { Timeline } from '../timeline/Timeline.tsx';
import { LeftOut } from './LeftOut.tsx';
import type { LinkChartProps } from './LinkChart.tsx';
import { LookMenu } from './LookMenu.tsx';
import { palettes } from './palette.ts';
import { LayoutWork } from './LayoutWork.tsx';
import { arrangedAnew, pinnedOnly } from './places.ts';
import {
  type Choice,
  choiceOf,
  chosen,
  nothing,
  onePerson,
  peopleBehind,
  type Selection,
  toggled,
  withPeople,
} from './selection.ts';
import { PictureButton } from './PictureDialog.tsx';
import { useCanvas } from './useCanvas.ts';
import { useChartActs } from './useChartActs.ts';
import { useChartKeys } from './useChartKeys.ts';
import { useChartState } from './useChartState.ts';
import { useChartPhotos } from './useChartPhotos.ts';
import { usePlaces } from './usePlaces.ts';
import { ViewMenu } from './ViewMenu.tsx';
import { useMayInCase } from '../../lib/officer.ts';

interface ChartDeskProps extends LinkChartProps {
  readonly input: ChartInput;
  readonly saved: ChartState;
  readonly views: readonly Chart[];
  readonly chosenView: Chart | null;
  onGo(viewId: string | null): Promise<void>;
}

/** One chart with its tools and what stands beside it. */
export function ChartDesk({ view, input, saved, views, chosenView, onGo, onAddLink, onEditLink }: ChartDeskProps) {
  const { t } = useTranslation('chart');
  const { file } = view;
  const writes = useMayInCase('cases.write', file);
  const exports = useMayInCase('cases.export', file);
  const moves = useChartState(file.id, chosenView?.id ?? null, saved, writes);
  const { state } = moves;
  const { places, work, layOut } = usePlaces(input, state.positions);
  const scene = useMemo(() => chartScene(input, { ...state, positions: places }), [input, state, places]);
  const [selection, setSelection] = useState<Selection>(nothing);
  const [drawing, setDrawing] = useState(false);
  const [hand, setHand] = useState<Hand>('move');
  const [asList, setAsList] = useState(false);
  const [side, setSide] = useState<'details' | 'analysis'>('details');
  const [marked, setMarked] = useState<ReadonlySet<string> | null>(null);
  const [timed, setTimed] = useState(false);
  const [moment, setMoment] = useState<number | null>(null);
  const asleep = useMemo(() => (moment === null ? null : asleepAt(scene.nodes, scene.links, moment)), [scene, moment]);
  const drawnPeople = useMemo(() => scene.nodes.flatMap(({ id, part }) => (part === 'group' ? [] : [id])), [scene]);
  const photos = useChartPhotos(drawnPeople, state.photos !== false);
  const scheme = useComputedColorScheme('light');
  const choice = choiceOf(selection);
  const chosenPerson = choice?.kind === 'person' ? choice.id : null;

  function pick(next: Choice | null, add: boolean): void {
    setDrawing(false);
    if (next === null) setMarked(null);
    const members = state.groups.find(({ id }) => id === next?.id)?.members ?? [];
    const shown = new Set(scene.nodes.flatMap(({ stands }) => stands));
    const people = next?.kind === 'group' ? members.filter((id) => shown.has(id)) : next === null ? [] : [next.id];
    if (add && next !== null && next.kind !== 'note') setSelection(toggled(selection, people));
    else setSelection(chosen(next, people));
  }

  const { container, signs, canvas, loading } = useCanvas({
    scene,
    dates: state.dates,
    photos,
    selection,
    marked,
    asleep,
    drawingFrom: drawing ? chosenPerson : null,
    catching: hand === 'box',
    onPick: pick,
    onCatch: (nodes, add) => setSelection(withPeople(selection, peopleBehind(scene.nodes, nodes), add)),
    onMoved: (to) => acts.moved(to),
    onDrawn: (from, to) => {
      setDrawing(false);
      onAddLink(from, to);
    },
  });
  const acts = useChartActs({ moves, places, scene, selection, canvas, setSelection, removes: writes });
  const onKeyDown = useChartKeys({
    scene,
    selection,
    acts,
    canvas,
    setSelection,
    setDrawing: draw,
    onEditLink: editLink,
  });

  function editLink(id: string): void {
    const link = view.links.find((candidate) => candidate.id === id);
    if (link !== undefined && writes) onEditLink(link);
  }

  function draw(on: boolean): void {
    setDrawing(on && writes);
  }

  async function arrange(arrangement: Arrangement): Promise<void> {
    const positions =
      arrangement === 'forces' ? await layOut(pinnedOnly(places)) : arrangedAnew(input, places, arrangement);
    if (positions !== null) moves.arrange({ ...state, positions });
  }

  const hiddenIds = new Set(state.hidden);
  return (
    <>
      <ChartToolbar
        asList={asList}
        drawing={drawing}
        writes={writes}
        canDraw={chosenPerson !== null}
        someChosen={selection.people.length > 0}
        hand={hand}
        moves={moves}
        acts={acts}
        views={
          <ViewMenu
            caseId={file.id}
            views={views}
            view={chosenView}
            writes={writes}
            state={() => ({ ...state, positions: places })}
            onGo={async (id) => {
              await moves.flush();
              await onGo(id);
            }}
          />
        }
        look={<LookMenu state={state} onChange={moves.arrange} />}
        takeOut={exports && <PictureButton file={file} viewId={chosenView?.id ?? null} flush={moves.flush} />}
        leftOut={
          <LeftOut
            scene={scene}
            hidden={input.people.filter(({ id }) => hiddenIds.has(id))}
            onShow={(ids) => acts.show(ids)}
            onClearFilter={() => moves.arrange({ ...state, filter: plainChart.filter })}
          />
        }
        timed={timed}
        onTimed={() => {
          setTimed(!timed);
          setMoment(null);
        }}
        onList={setAsList}
        onHand={setHand}
        onDraw={() => draw(!drawing)}
        onArrange={(arrangement) => void arrange(arrangement)}
        onFit={() => canvas.current?.fit()}
        onZoom={(factor) => canvas.current?.zoomBy(factor)}
      />
      {asList && <ChartList view={view} onEditLink={onEditLink} onAddLink={onAddLink} />}
      <Group align="stretch" gap="sm" display={asList ? 'none' : undefined}>
        <Paper withBorder flex="1 1 24rem" pos="relative" miw={0} style={{ overflow: 'hidden' }}>
          <Box
            tabIndex={0}
            role="application"
            aria-label={t('label', { people: scene.nodes.length, links: scene.links.length })}
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
            <LayoutWork work={work} loading={loading} />
            {hand === 'lasso' && (
              <Lasso
                colour={palettes[scheme].chosen}
                onCaught={(corners, add) => {
                  const caught = canvas.current?.within(corners) ?? new Set<string>();
                  setSelection(withPeople(selection, peopleBehind(scene.nodes, caught), add));
                }}
              />
            )}
          </Box>
          <ChartLegend common={commonKind(scene.links)} width={state.width} />
          {(drawing || hand !== 'move') && (
            <Text size="sm" pos="absolute" top={8} left={12} role="status">
              {t(drawing ? 'drawingHint' : `${hand === 'box' ? 'box' : 'lasso'}Hint`)}
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
              filter={state.filter}
              onFilter={(filter) => moves.arrange({ ...state, filter })}
              chosen={chosenPerson}
              onChoose={(id) => setSelection(onePerson(id))}
              onMark={setMarked}
            />
          )}
          {side === 'details' && (
            <ChartDetails
              view={view}
              state={state}
              selection={selection}
              pinned={selection.people.length > 0 && selection.people.every((id) => places[id]?.pinned === true)}
              acts={acts}
              onChoose={(next) => pick(next, false)}
              onAddLink={onAddLink}
              onEditLink={onEditLink}
            />
          )}
        </Stack>
      </Group>
      {timed && !asList && (
        <Timeline
          caseId={file.id}
          input={input}
          state={state}
          selection={selection}
          moment={moment}
          onMoment={setMoment}
          onSelect={setSelection}
        />
      )}
      <Text id="chart-keys" size="xs" c="dimmed" mt={6} display={asList ? 'none' : undefined}>
        {t('keys')}
      </Text>
      <ChartTasks view={view} state={state} acts={acts} onRemoved={() => setSelection(nothing)} />
    </>
  );
}
