import { Button, Menu } from '@mantine/core';
import { IconEyeOff, IconFilterOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Scene } from '../../../shared/analysis/chart-scene.ts';

interface LeftOutProps {
  readonly scene: Scene;
  /** Hidden people with their names. */
  readonly hidden: readonly { readonly id: string; readonly name: string }[];
  onShow(ids: readonly string[]): void;
  onClearFilter(): void;
}

/** What the chart does not show is never left unsaid. */
export function LeftOut({ scene, hidden, onShow, onClearFilter }: LeftOutProps) {
  const { t } = useTranslation('chart');
  return (
    <>
      {hidden.length > 0 && (
        <Menu width={260}>
          <Menu.Target>
            <Button size="xs" variant="light" color="orange" leftSection={<IconEyeOff size={15} />}>
              {t('hidden', { count: hidden.length })}
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
            <Menu.Item fw={600} onClick={() => onShow(hidden.map(({ id }) => id))}>
              {t('showAll')}
            </Menu.Item>
            <Menu.Divider />
            {hidden.slice(0, 200).map(({ id, name }) => (
              <Menu.Item key={id} onClick={() => onShow([id])}>
                {t('showOne', { name })}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {scene.filtered > 0 && (
        <Button
          size="xs"
          variant="light"
          color="orange"
          leftSection={<IconFilterOff size={15} />}
          title={t('clearFilter')}
          onClick={onClearFilter}
        >
          {t('filtered', { count: scene.filtered })}
        </Button>
      )}
    </>
  );
}
