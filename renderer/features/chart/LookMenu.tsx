import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconAdjustments, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type ChartState, chartWidths } from '../../../shared/domain/chart.ts';

interface LookMenuProps {
  readonly state: ChartState;
  onChange(state: ChartState): void;
}

/** What the lines of a chart say besides: how strong, and since when. */
export function LookMenu({ state, onChange }: LookMenuProps) {
  const { t } = useTranslation('chart');
  const mark = (on: boolean) => (on ? <IconCheck size={14} /> : <span className="visually-hidden" />);
  return (
    <Menu width={290}>
      <Tooltip label={t('look.title')}>
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label={t('look.title')}>
            <IconAdjustments size={16} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
      </Tooltip>
      <Menu.Dropdown>
        <Menu.Label>{t('look.width')}</Menu.Label>
        {chartWidths.map((width) => (
          <Menu.Item
            key={width}
            leftSection={mark(state.width === width)}
            onClick={() => onChange({ ...state, width })}
          >
            {t(`look.by.${width}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={mark(state.dates)} onClick={() => onChange({ ...state, dates: !state.dates })}>
          {t('look.dates')}
        </Menu.Item>
        <Menu.Item
          leftSection={mark(state.photos !== false)}
          onClick={() => onChange({ ...state, photos: state.photos === false })}
        >
          {t('look.photos')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
