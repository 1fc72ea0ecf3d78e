import { Alert, Badge, Box, Button, Group, Tabs, Text } from '@mantine/core';
import { IconEdit, IconFileInfo, IconShieldCheck, IconTrash } from '@tabler/icons-react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { idSchema } from '../../../shared/domain/basics.ts';
import { hasRole, type Person } from '../../../shared/domain/person.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { RoleBadge } from '../../components/badges.tsx';
import { AttachedFiles } from '../files/AttachedFiles.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { BanButton } from '../alerts/BanButton.tsx';
import { WatchButton } from '../alerts/WatchButton.tsx';
import { ReadersButton } from '../audit/ReadersButton.tsx';
import { isReasonWanted, ReasonGate } from '../audit/ReasonGate.tsx';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { showMoment } from '../../lib/dates.ts';
import { offerUndo, tellError } from '../../lib/tell.tsx';
import { PersonLife } from '../life/PersonLife.tsx';
import { HoldingsDialog } from '../retention/HoldingsDialog.tsx';
import { ClearButton } from './ClearButton.tsx';
import { EditPersonDialog } from './EditPersonDialog.tsx';
import { PersonCases } from './PersonCases.tsx';
import { HandlingNote } from '../exchange/HandlingNote.tsx';
import { JoinedRecords } from '../identity/JoinedRecords.tsx';
import { PersonFacts } from './PersonFacts.tsx';
import { PersonHistory } from './PersonHistory.tsx';
import { PersonLinks } from './PersonLinks.tsx';
import { Surroundings } from '../surroundings/Surroundings.tsx';
import { PersonPhoto } from './PersonPhoto.tsx';
import { PersonVisits } from './PersonVisits.tsx';
import { useRemembered } from './useRemembered.ts';
import { useMay } from '../../lib/officer.ts';

const addressSchema = z.object({ personId: idSchema });

export function PersonPage(): ReactNode {
  const { personId } = addressSchema.parse(useParams({ strict: false }));
  // Another person is another page: nothing of the one before may linger.
  return <PersonView key={personId} personId={personId} />;
}

function PersonView({ personId }: { readonly personId: string }) {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const [tab, setTab] = useRemembered<string>(`person-tab:${personId}`, 'visits');
  const writes = useMay('people.write');
  const removes = useMay('people.remove');
  const copies = useMay('cases.export');
  const seeds = useMemo(() => [personId], [personId]);
  const [held, setHeld] = useState(false);
  const [editing, setEditing] = useState(false);
  const [removing, setRemoving] = useState(false);
  const { data, error, refetch } = useCall('people.get', { id: personId });
  const remove = useChange('people.remove');

  if (isReasonWanted(error)) return <ReasonGate collection="people" id={personId} onGiven={() => void refetch()} />;
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingState />;
  const { person, visits, moved, cases, links } = data;

  function confirmRemoval(): void {
    remove.mutate(
      { id: person.id, version: person.version },
      {
        onSuccess: ({ undoId }) => {
          offerUndo(undoId, t('remove.done', { name: person.name }));
          void navigate({ to: '/people' });
        },
        onError: tellError,
        onSettled: () => setRemoving(false),
      },
    );
  }

  return (
    <>
      <PageHeader
        title={person.name}
        before={
          <Text component={Link} to="/people" size="xs" c="dimmed">
            {t('list.title')}
          </Text>
        }
        note={<PersonNote person={person} />}
        actions={
          <>
            <ReadersButton id={person.id} name={person.name} action="person.read" />
            <Button variant="default" leftSection={<IconFileInfo size={16} />} onClick={() => setHeld(true)}>
              {t('retention:holdings.open')}
            </Button>
            {writes && (
              <Button variant="default" leftSection={<IconEdit size={16} />} onClick={() => setEditing(true)}>
                {t('common:edit')}
              </Button>
            )}
            {!hasRole(person, 'inmate') && <BanButton personId={person.id} name={person.name} />}
            {!hasRole(person, 'inmate') && <WatchButton personId={person.id} name={person.name} />}
            {writes && <ClearButton person={person} />}
            {removes && (
              <Button
                variant="default"
                leftSection={<IconTrash size={16} />}
                onClick={() => {
                  if (cases.length === 0) setRemoving(true);
                  else tellError(new SinergiError('person-in-case', { cases: cases.map((file) => file.number) }));
                }}
              >
                {t('common:remove')}
              </Button>
            )}
          </>
        }
      />
      {(person.cleared ?? []).map(({ allegation, reason, at }, index) => (
        <Alert key={at} color="teal" mb="sm" icon={<IconShieldCheck size={18} />} role="note">
          {t('clear.shown', { allegation, reason, name: data.clearedBy[index], at: showMoment(at) })}
        </Alert>
      ))}
      <Group align="flex-start" wrap="nowrap" gap="sm">
        <PersonPhoto personId={person.id} name={person.name} writes={writes} />
        <Box flex={1}>
          <PersonFacts person={person} visits={visits} moved={moved} />
        </Box>
      </Group>
      <JoinedRecords personId={person.id} />
      <Box mt="sm">
        <HandlingNote
          collection="people"
          id={person.id}
          handling={person.handling}
          origins={person.origins}
          writes={writes}
        />
      </Box>
      <Tabs value={tab} onChange={(next) => setTab(next ?? 'visits')} mt="md" keepMounted={false}>
        <Tabs.List aria-label={person.name}>
          <Tabs.Tab value="visits">{t('tab.visits', { count: visits.count })}</Tabs.Tab>
          <Tabs.Tab value="life">{t('life:tab')}</Tabs.Tab>
          <Tabs.Tab value="links">{t('tab.links', { count: links.length })}</Tabs.Tab>
          <Tabs.Tab value="network">{t('network:surroundings.tab')}</Tabs.Tab>
          <Tabs.Tab value="cases">{t('tab.cases', { count: cases.length })}</Tabs.Tab>
          <Tabs.Tab value="files">{t('files:title')}</Tabs.Tab>
          <Tabs.Tab value="history">{t('tab.history')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="visits" pt="sm">
          <PersonVisits personId={person.id} />
        </Tabs.Panel>
        <Tabs.Panel value="life" pt="sm">
          <PersonLife personId={person.id} />
        </Tabs.Panel>
        <Tabs.Panel value="links" pt="sm">
          <PersonLinks links={links} />
        </Tabs.Panel>
        <Tabs.Panel value="network" pt="sm">
          <Surroundings seeds={seeds} />
        </Tabs.Panel>
        <Tabs.Panel value="cases" pt="sm">
          <PersonCases cases={cases} />
        </Tabs.Panel>
        <Tabs.Panel value="files" pt="sm">
          <AttachedFiles on={{ collection: 'people', id: person.id }} writes={writes} copies={copies} />
        </Tabs.Panel>
        <Tabs.Panel value="history" pt="sm">
          <PersonHistory personId={person.id} />
        </Tabs.Panel>
      </Tabs>
      {held && <HoldingsDialog personId={person.id} name={person.name} onClose={() => setHeld(false)} />}
      {editing && <EditPersonDialog person={person} onClose={() => setEditing(false)} />}
      <ConfirmDialog
        opened={removing}
        title={t('remove.title', { name: person.name })}
        consequence={t('remove.consequence', { count: visits.count })}
        confirm={t('common:remove')}
        busy={remove.isPending}
        onConfirm={confirmRemoval}
        onCancel={() => setRemoving(false)}
      />
    </>
  );
}

function PersonNote({ person }: { readonly person: Person }) {
  const { t } = useTranslation('people');
  const kinds = [...new Set(person.roles.map((role) => role.kind))];
  return (
    <Group gap={6}>
      {kinds.map((kind) => (
        <RoleBadge key={kind} role={kind} />
      ))}
      {(hasRole(person, 'lawyer') || hasRole(person, 'clergy')) && (
        <Badge variant="outline" color="grape" radius="xs" tt="none" fw={500}>
          {t('protected')}
        </Badge>
      )}
      {person.aliases.length > 0 && <Text size="sm">{t('alias', { names: person.aliases.join(', ') })}</Text>}
      {hasRole(person, 'supplier') && (
        <Text size="xs" c="dimmed">
          {t('domain:allegation')}
        </Text>
      )}
    </Group>
  );
}
