import { ActionIcon, Button, Group, Menu, SegmentedControl, Text, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconLayoutGrid,
  IconLinkPlus,
  IconMaximize,
  IconZoomIn,
  IconZoomOut,
  type TablerIcon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Arrangement, arrangements } from '../../../shared/analysis/chart-arrangements.ts';
import { zoomStep } from './canvas.ts';
import type { Places } from './usePlaces.ts';

interface ChartToolbarProps {
  readonly asList: boolean;
  readonly drawing: boolean;
  readonly canDraw: boolean;
  readonly moves: Omit<Places, 'places'>;
  onList(asList: boolean): void;
  onDraw(): void;
  onArrange(arrangement: Arrangement): void;
  onFit(): void;
  onZoom(factor: number): void;
}

export function ChartToolbar(props: ChartToolbarProps) {
  const { asList, drawing, canDraw, moves, onList, onDraw, onArrange, onFit, onZoom } = props;
  const { t } = useTranslation('chart');
  return (
    <Group gap="xs" mb="xs" role="toolbar" aria-label={t('tools')}>
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
          <Tool label={t('undo')} icon={IconArrowBackUp} disabled={!moves.canUndo} onClick={moves.undo} />
          <Tool label={t('redo')} icon={IconArrowForwardUp} disabled={!moves.canRedo} onClick={moves.redo} />
          <Tool label={t('zoomIn')} icon={IconZoomIn} onClick={() => onZoom(zoomStep)} />
          <Tool label={t('zoomOut')} icon={IconZoomOut} onClick={() => onZoom(1 / zoomStep)} />
          <Tool label={t('fit')} icon={IconMaximize} onClick={onFit} />
          <Text size="xs" c="dimmed" ml="auto" role="status">
            {moves.saving ? t('saving') : moves.canUndo ? t('kept') : ''}
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
  onClick(): void;
}

function Tool({ label, icon: Icon, disabled, onClick }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size={30} aria-label={label} disabled={disabled ?? false} onClick={onClick}>
        <Icon size={16} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  );
}
