import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconCheck, IconEye, IconUserQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeskCheck } from '../../../shared/contract/desk.ts';
import { showDay, showTime } from '../../lib/dates.ts';
import { PersonLinks } from '../alerts/PersonLinks.tsx';

interface DeskWarningsProps {
  /** Null while it is looked up. */
  readonly check: DeskCheck | null;
  /** The new visitor is somebody who is recorded. */
  onSame(person: { readonly id: string; readonly name: string }): void;
}

/** What the counter must know before this visitor goes in, the gravest first. */
export function DeskWarnings({ check, onSame }: DeskWarningsProps) {
  const { t } = useTranslation('desk');
  if (check === null)
    return (
      <Group gap="xs" mt="sm" role="status">
        <Loader size="xs" />
        <Text size="sm">{t('checking')}</Text>
      </Group>
    );
  const { bans, watches, alike, inside, released, moved } = check;
  const named = new Set([...bans, ...watches].map(({ person }) => person.id));
  const others = alike.filter(({ person }) => !named.has(person.id));
  const likely = [...bans, ...watches].filter(({ band }) => band !== null);
  return (
    <Stack gap="xs" mt="sm">
      {bans.map(({ person, band, from, until, reason }) => (
        <Alert key={`${person.id} ${from}`} color="red" icon={<IconBan size={18} />} role="alert">
          {t(
            band === null
              ? until === null
                ? 'bannedOpen'
                : 'banned'
              : until === null
                ? 'likelyBannedOpen'
                : 'likelyBanned',
            { name: person.name, from: showDay(from), until: showDay(until ?? from), reason },
          )}{' '}
          <strong>{t(band === null ? 'mustTurn' : 'checkCard')}</strong>
        </Alert>
      ))}
      {watches.map(({ person, band, instruction, note, reason }, place) => (
        <Alert key={`${person.id} ${place}`} color="orange" icon={<IconEye size={18} />} role="alert">
          {band === null ? t('watched') : t('likelyWatched', { name: person.name })}{' '}
          <strong>{t(`instruction.${instruction}`)}.</strong> {note} {reason}
        </Alert>
      ))}
      {released !== null && (
        <Alert color="yellow" icon={<IconAlertTriangle size={18} />} role="alert">
          {t('released', { day: showDay(released) })}
        </Alert>
      )}
      {moved !== null && (
        <Alert color="yellow" icon={<IconAlertTriangle size={18} />} role="alert">
          {t('moved', { cell: moved.cell, day: showDay(moved.on) })}
        </Alert>
      )}
      {inside !== null && (
        <Alert color="yellow" icon={<IconAlertTriangle size={18} />} role="alert">
          {t('inside', { name: inside.inmate.name, time: showTime(inside.timeIn) })}
        </Alert>
      )}
      {[...likely, ...others]
        .filter(({ person }, place, all) => all.findIndex((each) => each.person.id === person.id) === place)
        .map(({ person, band, reasons }) => (
          <Alert key={person.id} color="blue" icon={<IconUserQuestion size={18} />}>
            <Group justify="space-between">
              <Text size="sm">
                {t('alike', { name: person.name })} ({t(`band.${band ?? 'certain'}`)}):{' '}
                <PersonLinks people={[person]} />
                <br />
                {reasons.map(({ found, values }) => t(`identity:found.${found}`, values)).join(' ')}
              </Text>
              <Button size="compact-sm" variant="default" onClick={() => onSame(person)}>
                {t('useRecord')}
              </Button>
            </Group>
          </Alert>
        ))}
      {bans.length + watches.length === 0 && (
        <Group gap="xs" role="status">
          <IconCheck size={16} aria-hidden />
          <Text size="sm">{t('clear')}</Text>
        </Group>
      )}
    </Stack>
  );
}
