import { ActionIcon, Button, Group, Menu, SegmentedControl, Text, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconEyeOff,
  IconLasso,
  IconLayoutGrid,
  IconLinkPlus,
  IconMarquee2,
  IconMaximize,
  IconNote,
  IconTimeline,
  IconZoomIn,
  IconZoomOut,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Arrangement, arrangements } from '../../../shared/analysis/chart-arrangements.ts';
import { zoomStep } from './canvas.ts';
import type { ChartActs } from './useChartActs.ts';
import type { ChartMoves } from './useChartState.ts';

/** What a drag on empty ground does. */
export type Hand = 'move' | 'box' | 'lasso';

interface ChartToolbarProps {
  readonly asList: boolean;
  readonly timed: boolean;
  readonly drawing: boolean;
  readonly canDraw: boolean;
  /** Whether the case may be changed, not only looked at. */
  readonly writes: boolean;
  readonly someChosen: boolean;
  readonly hand: Hand;
  readonly moves: ChartMoves;
  readonly acts: ChartActs;
  /** Menus that stand first, and what is left out, which stands last. */
  readonly views: ReactNode;
  readonly look: ReactNode;
  readonly takeOut: ReactNode;
  readonly leftOut: ReactNode;
  onList(asList: boolean): void;
  onHand(hand: Hand): void;
  onTimed(): void;
  onDraw(): void;
  onArrange(arrangement: Arrangement): void;
  onFit(): void;
  onZoom(factor: number): void;
}

export function ChartToolbar(props: ChartToolbarProps) {
  const { asList, timed, drawing, canDraw, writes, someChosen, hand } = props;
  const { moves, acts, views, look, takeOut, leftOut } = props;
  const { onList, onHand, onTimed, onDraw, onArrange, onFit, onZoom } = props;
  const { t } = useTranslation('chart');
  const takeUp = (wanted: Hand) => () => onHand(hand === wanted ? 'move' : wanted);
  return (
    <Group gap={6} mb="xs" role="toolbar" aria-label={t('tools')}>
      <SegmentedControl
        size="xs"
        aria-label={t('viewAs')}
        value={asList ? 'list' : 'chart'}
        data={[
          { value: 'chart', label: t('asChart') },
          { value: 'list', label: t('asList') },
        ]}
        onChange={(value) => onList(value === 'list')}
      />
      {views}
      {!asList && (
        <>
          <Menu>
            <Menu.Target>
              <Button size="xs" variant="default" leftSection={<IconLayoutGrid size={15} />}>
                {t('arrange')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {arrangements.map((arrangement) => (
                <Menu.Item key={arrangement} onClick={() => onArrange(arrangement)}>
                  {t(`arrangement.${arrangement}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          {writes && (
            <Button
              size="xs"
              variant={drawing ? 'filled' : 'default'}
              aria-pressed={drawing}
              disabled={!canDraw}
              leftSection={<IconLinkPlus size={15} />}
              onClick={onDraw}
            >
              {t('draw')}
            </Button>
          )}
          <Tool label={t('box')} icon={IconMarquee2} pressed={hand === 'box'} onClick={takeUp('box')} />
          <Tool label={t('lasso')} icon={IconLasso} pressed={hand === 'lasso'} onClick={takeUp('lasso')} />
          <Tool label={t('hide')} icon={IconEyeOff} disabled={!someChosen} onClick={() => acts.hide()} />
          <Tool label={t('note.new')} icon={IconNote} onClick={() => acts.note()} />
          {look}
          {takeOut}
          <Tool label={t('timeline:show')} icon={IconTimeline} pressed={timed} onClick={onTimed} />
          <Tool label={t('undo')} icon={IconArrowBackUp} disabled={!moves.canUndo} onClick={moves.undo} />
          <Tool label={t('redo')} icon={IconArrowForwardUp} disabled={!moves.canRedo} onClick={moves.redo} />
          <Tool label={t('zoomIn')} icon={IconZoomIn} onClick={() => onZoom(zoomStep)} />
          <Tool label={t('zoomOut')} icon={IconZoomOut} onClick={() => onZoom(1 / zoomStep)} />
          <Tool label={t('fit')} icon={IconMaximize} onClick={onFit} />
          {leftOut}
          <Text size="xs" c="dimmed" ml="auto" role="status">
            {moves.saving ? t('saving') : moves.canUndo && writes ? t('kept') : ''}
          </Text>
        </>
      )}
    </Group>
  );
}

interface ToolProps {
  readonly label: string;
  readonly icon: TablerIcon;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  onClick(): void;
}

function Tool({ label, icon: Icon, disabled = false, pressed, onClick }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={pressed === true ? 'filled' : 'default'}
        size={30}
        aria-label={label}
        aria-pressed={pressed}
        disabled={disabled}
        onClick={onClick}
      >
        <Icon size={16} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  );
}
