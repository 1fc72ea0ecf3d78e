import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight } from '@mantine/spotlight';
import { IconFolder, IconLock, IconUser } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useCall } from '../lib/api.ts';
import { areas } from './areas.ts';

const shownPeople = 8;

/** Ctrl+K: areas, commands, people and cases from one box. */
export function CommandPalette() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 120);
  const people = useCall(
    'people.search',
    { text: asked, role: null, sort: 'relevance', descending: false, offset: 0, limit: shownPeople },
    { enabled: asked !== '' },
  );
  const cases = useCall('cases.list', {});
  const has = (words: string): boolean => words.toLowerCase().includes(text.trim().toLowerCase());

  const areaActions = areas.filter(({ key }) => has(t(`nav.${key}`)));
  const caseActions = (cases.data ?? [])
    .filter((file) => text !== '' && has(`${file.number} ${file.title}`))
    .slice(0, shownPeople);
  const peopleActions = asked === '' ? [] : (people.data?.rows ?? []);

  return (
    <Spotlight.Root query={text} onQueryChange={setText} shortcut="mod+K" scrollable maxHeight={460}>
      <Spotlight.Search placeholder={t('palette.placeholder')} aria-label={t('palette.placeholder')} />
      <Spotlight.ActionsList>
        {peopleActions.length > 0 && (
          <Spotlight.ActionsGroup label={t('palette.people')}>
            {peopleActions.map((person) => (
              <Spotlight.Action
                key={person.id}
                label={person.name}
                description={[person.registrationNumber, person.cell, person.nationalId].filter(Boolean).join(' · ')}
                leftSection={<IconUser size={16} />}
                onClick={() => void navigate({ to: '/people/$personId', params: { personId: person.id } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {caseActions.length > 0 && (
          <Spotlight.ActionsGroup label={t('palette.cases')}>
            {caseActions.map((file) => (
              <Spotlight.Action
                key={file.id}
                label={file.title}
                description={file.number}
                leftSection={<IconFolder size={16} />}
                onClick={() => void navigate({ to: '/cases/$caseId', params: { caseId: file.id } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {areaActions.length > 0 && (
          <Spotlight.ActionsGroup label={t('palette.areas')}>
            {areaActions.map(({ key, to, icon: Icon }) => (
              <Spotlight.Action
                key={key}
                label={t(`nav.${key}`)}
                leftSection={<Icon size={16} />}
                onClick={() => void navigate({ to })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {has(t('top.lock')) && (
          <Spotlight.ActionsGroup label={t('palette.actions')}>
            <Spotlight.Action
              label={t('top.lock')}
              leftSection={<IconLock size={16} />}
              onClick={() => void call('vault.lock', {})}
            />
          </Spotlight.ActionsGroup>
        )}
        <Spotlight.Empty>{t('palette.nothing')}</Spotlight.Empty>
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
