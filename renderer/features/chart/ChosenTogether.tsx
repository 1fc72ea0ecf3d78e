import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import {
  IconBox,
  IconBoxMultiple,
  IconEdit,
  IconEyeOff,
  IconMaximize,
  IconMinimize,
  IconPin,
  IconPinnedOff,
  IconTrash,
  type TablerIcon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ChartGroup, ChartNote } from '../../../shared/domain/chart.ts';
import type { ChartActs } from './useChartActs.ts';

interface ChosenTogetherProps {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** The group that is chosen; null for people chosen one by one. */
  readonly group: ChartGroup | null;
  readonly pinned: boolean;
  readonly acts: ChartActs;
  onChoose(id: string): void;
}

const named = 60;

/** Several people, or a group of them, and what can be done with all at once. */
export function ChosenTogether({ people, group, pinned, acts, onChoose }: ChosenTogetherProps) {
  const { t } = useTranslation('chart');
  return (
    <Stack gap="xs">
      <Text fw={600}>{group?.name ?? t('people', { count: people.length })}</Text>
      {group !== null && <Text size="sm">{t('people', { count: people.length })}</Text>}
      <Group gap="xs">
        {group === null ? (
          <Act label={t('group.make')} icon={IconBoxMultiple} onClick={() => acts.group()} />
        ) : (
          <>
            <Act
              label={t(group.collapsed ? 'group.expand' : 'group.collapse')}
              icon={group.collapsed ? IconMaximize : IconMinimize}
              onClick={() => acts.group()}
            />
            <Act label={t('group.rename')} icon={IconEdit} onClick={() => acts.renameGroup()} />
            <Act label={t('group.dissolve')} icon={IconBox} onClick={() => acts.ungroup()} />
          </>
        )}
        <Act label={t(pinned ? 'unpin' : 'pin')} icon={pinned ? IconPinnedOff : IconPin} onClick={() => acts.pin()} />
        <Act label={t('hide')} icon={IconEyeOff} onClick={() => acts.hide()} />
        {group === null && acts.removes && (
          <Act label={t('removeFromCase')} icon={IconTrash} onClick={() => acts.remove()} />
        )}
      </Group>
      {people.slice(0, named).map(({ id, name }) => (
        <Anchor key={id} component="button" type="button" size="sm" ta="left" onClick={() => onChoose(id)}>
          {name}
        </Anchor>
      ))}
      {people.length > named && (
        <Text size="xs" c="dimmed">
          {t('andMore', { count: people.length - named })}
        </Text>
      )}
    </Stack>
  );
}

/** A note that is chosen. */
export function ChosenNote({ note, acts }: { readonly note: ChartNote; readonly acts: ChartActs }) {
  const { t } = useTranslation('chart');
  return (
    <Stack gap="xs">
      <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {note.text}
      </Text>
      <Group gap="xs">
        <Act label={t('note.change')} icon={IconEdit} onClick={() => acts.note()} />
        <Act label={t('note.remove')} icon={IconTrash} onClick={() => acts.remove()} />
      </Group>
    </Stack>
  );
}

interface ActProps {
  readonly label: string;
  readonly icon: TablerIcon;
  onClick(): void;
}

const Act = ({ label, icon: Icon, onClick }: ActProps) => (
  <Button size="compact-sm" variant="default" leftSection={<Icon size={14} />} onClick={onClick}>
    {label}
  </Button>
);
