import { Anchor, Box, Button, Group, NumberInput, Paper, ScrollArea, Stack, Switch, Text } from '@mantine/core';
import { IconFolderPlus, IconFocus2, IconMaximize } from '@tabler/icons-react';
import { Link as RouterLink } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { chartScene } from '../../../shared/analysis/chart-scene.ts';
import { plainChart } from '../../../shared/analysis/chart-state.ts';
import { pairOf } from '../../../shared/analysis/network/link-filter.ts';
import { idSchema } from '../../../shared/domain/basics.ts';
import { toSinergiError } from '../../../shared/errors.ts';
import { isReasonWanted, ReasonGate } from '../audit/ReasonGate.tsx';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import { useMay } from '../../lib/officer.ts';
import { ChartLegend } from '../chart/ChartLegend.tsx';
import { chosen, nothing, onePerson, peopleBehind, type Selection, toggled, withPeople } from '../chart/selection.ts';
import { moved } from '../chart/stateChanges.ts';
import { useCanvas } from '../chart/useCanvas.ts';
import { useChartPhotos } from '../chart/useChartPhotos.ts';
import { usePlaces } from '../chart/usePlaces.ts';
import { LayoutWork } from '../chart/LayoutWork.tsx';
import { AddToCase } from './AddToCase.tsx';
import { type Around, isVisitLine, surroundingsInput } from './surroundingsInput.ts';

const deepest = 4;
const mostSeeds = 200;

/** The record somebody must say why they open. */
const wantedReason = z.object({ collection: z.enum(['people', 'cases']), id: idSchema });

/** Who is around some people, over all cases the officer may see and the visits of the registers. */
export function Surroundings({ seeds }: { readonly seeds: readonly string[] }) {
  const { t } = useTranslation('network');
  const [people, setPeople] = useState<readonly string[]>(seeds);
  const [depth, setDepth] = useState(1);
  const [visits, setVisits] = useState(true);
  const { data, error, refetch } = useCall(
    'networks.around',
    { people: [...people], depth, visits },
    { keepPrevious: true },
  );
  const wanted = wantedReason.safeParse(isReasonWanted(error) ? toSinergiError(error).details : null).data;
  if (wanted !== undefined) return <ReasonGate {...wanted} onGiven={() => void refetch()} />;
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <Group mb="xs" align="end">
        <NumberInput
          size="xs"
          w={120}
          label={t('surroundings.depth')}
          min={1}
          max={deepest}
          clampBehavior="strict"
          value={depth}
          onChange={(value) => setDepth(typeof value === 'number' ? value : 1)}
        />
        <Switch
          size="sm"
          mb={4}
          label={t('surroundings.visits')}
          checked={visits}
          onChange={(event) => setVisits(event.currentTarget.checked)}
        />
        {people !== seeds && (
          <Button size="xs" variant="default" onClick={() => setPeople(seeds)}>
            {t('surroundings.back')}
          </Button>
        )}
      </Group>
      {data === undefined ? (
        <LoadingState />
      ) : (
        <SurroundingsChart around={data} seeds={people} onCentre={(ids) => setPeople(ids)} />
      )}
    </>
  );
}

interface SurroundingsChartProps {
  readonly around: Around;
  readonly seeds: readonly string[];
  onCentre(ids: readonly string[]): void;
}

function SurroundingsChart({ around, seeds, onCentre }: SurroundingsChartProps) {
  const { t } = useTranslation('network');
  const input = useMemo(() => surroundingsInput(around), [around]);
  const [state, setState] = useState({ ...plainChart, width: 'visits' as const });
  const { places, work } = usePlaces(input, state.positions);
  const scene = useMemo(() => chartScene(input, { ...state, positions: places }), [input, state, places]);
  const [selection, setSelection] = useState<Selection>(nothing);
  const writes = useMay('cases.write');
  const [adding, setAdding] = useState(false);
  const people = useMemo(() => scene.nodes.map(({ id }) => id), [scene]);
  const photos = useChartPhotos(people, true);
  const seedSet = new Set(seeds);
  const { container, signs, canvas, loading } = useCanvas({
    scene,
    dates: false,
    photos,
    selection,
    marked: null,
    asleep: null,
    drawingFrom: null,
    catching: false,
    labelOf: (link) => {
      if (!isVisitLine(link.id)) return null;
      return t('surroundings.times', { count: input.visits.get(pairOf(link)) ?? 1 });
    },
    onPick: (choice, add) => {
      if (choice?.kind === 'person' && add) setSelection(toggled(selection, [choice.id]));
      else setSelection(chosen(choice));
    },
    onCatch: (nodes, add) => setSelection(withPeople(selection, peopleBehind(scene.nodes, nodes), add)),
    onMoved: (to) => setState({ ...state, ...moved(state, places, to, scene.places), width: 'visits' }),
    onDrawn: () => undefined,
  });
  const chosenPeople = around.people.filter(({ id }) => selection.people.includes(id));
  return (
    <Group align="stretch" gap="sm">
      <Paper withBorder flex="1 1 24rem" pos="relative" miw={0} style={{ overflow: 'hidden' }}>
        <Box
          pos="relative"
          h="max(360px, calc(100vh - 420px))"
          role="img"
          aria-label={t('surroundings.label', { people: scene.nodes.length, links: scene.links.length })}
        >
          <div ref={container} style={{ position: 'absolute', inset: 0 }} />
          <canvas
            ref={signs}
            style={{ position: 'absolute', inset: 0, width: '100%', height: '100%', pointerEvents: 'none' }}
          />
          <LayoutWork work={work} loading={loading} />
        </Box>
        <ChartLegend common={null} width="visits" />
      </Paper>
      <Paper withBorder w={280} p="sm" component="aside" aria-label={t('surroundings.people')}>
        <Stack gap="xs">
          <Text size="sm" role="status">
            {t('surroundings.found', {
              people: around.people.length,
              links: around.links.length,
              cases: around.cases.length,
            })}{' '}
            {around.beyond > 0 && t('surroundings.beyond', { count: around.beyond })}
          </Text>
          <Group gap="xs">
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconMaximize size={14} />}
              onClick={() => canvas.current?.fit()}
            >
              {t('surroundings.fit')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              disabled={chosenPeople.length === 0}
              leftSection={<IconFocus2 size={14} />}
              onClick={() => onCentre(selection.people.slice(0, mostSeeds))}
            >
              {t('surroundings.centre')}
            </Button>
            {writes && (
              <Button
                size="compact-sm"
                variant="light"
                disabled={chosenPeople.length === 0}
                leftSection={<IconFolderPlus size={14} />}
                onClick={() => setAdding(true)}
              >
                {t('surroundings.addToCase', { count: chosenPeople.length })}
              </Button>
            )}
          </Group>
          <ScrollArea.Autosize mah="max(220px, calc(100vh - 560px))" type="auto" offsetScrollbars>
            <Stack gap={2} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
              {around.people.slice(0, 300).map(({ id, name }) => (
                <Group key={id} component="li" gap={6} wrap="nowrap" justify="space-between">
                  <Anchor
                    component="button"
                    type="button"
                    size="sm"
                    ta="left"
                    truncate
                    fw={seedSet.has(id) ? 700 : 400}
                    aria-pressed={selection.people.includes(id)}
                    onClick={(event) => {
                      const add = event.ctrlKey || event.shiftKey || event.metaKey;
                      setSelection(add ? toggled(selection, [id]) : onePerson(id));
                      canvas.current?.reveal(id);
                    }}
                  >
                    {name}
                  </Anchor>
                  <Anchor
                    size="xs"
                    c="dimmed"
                    renderRoot={(props) => <RouterLink to="/people/$personId" params={{ personId: id }} {...props} />}
                  >
                    {t('surroundings.open')}
                  </Anchor>
                </Group>
              ))}
            </Stack>
          </ScrollArea.Autosize>
        </Stack>
      </Paper>
      {adding && <AddToCase people={chosenPeople} onClose={() => setAdding(false)} />}
    </Group>
  );
}
