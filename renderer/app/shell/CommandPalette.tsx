import { Group, SegmentedControl, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight } from '@mantine/spotlight';
import { IconFolder, IconLock, IconReport, IconSearch, IconUser } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAreas } from '../areas.ts';
import classes from './CommandPalette.module.css';
import { useFoundRecords } from './foundRecords.ts';
import { matches } from './matches.ts';
import { chooseFirst, paletteStore } from './palette.ts';

const settleMs = 120;
const scopes = ['all', 'people', 'cases', 'reports', 'actions'] as const;
type Scope = (typeof scopes)[number];

/** Ctrl+K: people, cases, reports, areas and commands from one box. */
export function CommandPalette({ onLock }: { readonly onLock: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const areas = useAreas();
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed.trim(), settleMs);
  const [scope, setScope] = useState<Scope>('all');
  const within = (area: Scope): boolean => scope === 'all' || scope === area;
  const records = useFoundRecords(settled);
  const found = {
    people: within('people') ? records.people : [],
    cases: within('cases') ? records.cases : [],
    reports: within('reports') ? records.reports : [],
  };

  const everyCommand = [
    ...areas.map(({ key, to, icon, digit }) => ({
      id: key,
      label: t(`nav.${key}`),
      icon,
      keys: digit === null ? '' : `Alt ${digit}`,
      run: () => void navigate({ to }),
    })),
    { id: 'lock', label: t('top.lock'), icon: IconLock, keys: 'Ctrl L', run: onLock },
  ];
  const commands = within('actions') ? everyCommand.filter((command) => matches(command.label, typed)) : [];
  const offered = [...found.people, ...found.cases, ...found.reports, ...commands].map(({ id }) => id).join(' ');
  useEffect(chooseFirst, [offered]);
  const nothing = commands.length + found.cases.length + found.reports.length + found.people.length === 0;

  // The list hands these on to the scroll area it is made of, though its own type does not name them.
  const reachableByKeyboard = { viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('palette.placeholder') } };

  return (
    <Spotlight.Root
      store={paletteStore}
      query={typed}
      onQueryChange={setTyped}
      onSpotlightOpen={() => requestAnimationFrame(chooseFirst)}
      onSpotlightClose={() => {
        setTyped('');
        setScope('all');
      }}
      shortcut={null}
      scrollable
      maxHeight="60vh"
      size={640}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.4, blur: 0 }}
      classNames={{ action: classes.action ?? '' }}
      attributes={{ content: { 'aria-label': t('top.search') } }}
    >
      <Spotlight.Search
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.placeholder')}
        leftSection={<IconSearch size={16} aria-hidden />}
      />
      <Group justify="space-between" gap="xs" px="md" py={6} className={classes.scopes}>
        <SegmentedControl
          size="xs"
          aria-label={t('palette.scope')}
          value={scope}
          data={scopes.map((value) => ({ value, label: t(`palette.${value}`) }))}
          onChange={(value) => setScope(scopes.find((each) => each === value) ?? 'all')}
        />
        <Text size="xs" c="dimmed">
          {t('palette.hint')}
        </Text>
      </Group>
      <Spotlight.ActionsList {...reachableByKeyboard}>
        {found.people.length > 0 && (
          <Spotlight.ActionsGroup label={t('palette.people')}>
            {found.people.map(({ id, name, detail }) => (
              <Spotlight.Action
                key={id}
                label={name}
                description={detail}
                leftSection={<IconUser size={16} aria-hidden />}
                onClick={() => void navigate({ to: '/people/$personId', params: { personId: id } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {found.cases.length > 0 && (
          <Spotlight.ActionsGroup label={t('palette.cases')}>
            {found.cases.map(({ id, title, detail }) => (
              <Spotlight.Action
                key={id}
                label={title}
                description={detail}
                leftSection={<IconFolder size={16} aria-hidden />}
                onClick={() => void navigate({ to: '/cases/$caseId', params: { caseId: id } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {found.reports.length > 0 && (
          <Spotlight.ActionsGroup label={t('palette.reports')}>
            {found.reports.map(({ id, title, detail }) => (
              <Spotlight.Action
                key={id}
                label={title}
                description={detail}
                leftSection={<IconReport size={16} aria-hidden />}
                onClick={() => void navigate({ to: '/reports/$reportId', params: { reportId: id } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {commands.length > 0 && (
          <Spotlight.ActionsGroup label={t('palette.actions')}>
            {commands.map(({ id, label, icon: Symbol, keys, run }) => (
              <Spotlight.Action
                key={id}
                label={label}
                leftSection={<Symbol size={16} aria-hidden />}
                rightSection={<kbd className={classes.keys}>{keys}</kbd>}
                onClick={run}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {nothing && <Spotlight.Empty>{t('palette.nothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
