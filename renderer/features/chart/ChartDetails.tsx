import { Anchor, Button, Divider, Group, Paper, ScrollArea, Stack, Text } from '@mantine/core';
import { IconEdit, IconEyeOff, IconLinkPlus, IconPin, IconPinnedOff } from '@tabler/icons-react';
import { Link as RouterLink } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../shared/contract/cases.ts';
import type { Link } from '../../../shared/domain/link.ts';
import { inmateRole, type Person } from '../../../shared/domain/person.ts';
import { ClearedBadge } from '../../components/ClearedBadge.tsx';
import { GradeBadge, PartBadge } from '../../components/badges.tsx';
import { usePeriod } from '../cases/usePeriod.ts';
import { useLinkKind } from '../people/useLinkKind.ts';
import { ChosenNote, ChosenTogether } from './ChosenTogether.tsx';
import type { ChartState } from '../../../shared/domain/chart.ts';
import { choiceOf, type Choice, type Selection } from './selection.ts';
import type { ChartActs } from './useChartActs.ts';
import { useMayInCase } from '../../lib/officer.ts';

interface ChartDetailsProps {
  readonly view: CaseView;
  readonly state: ChartState;
  readonly selection: Selection;
  readonly pinned: boolean;
  readonly acts: ChartActs;
  onChoose(choice: Choice): void;
  onAddLink(from: string): void;
  onEditLink(link: Link): void;
}

/** Beside the chart: what is chosen on it. */
export function ChartDetails({ view, state, selection, ...actions }: ChartDetailsProps) {
  const { t } = useTranslation('chart');
  const choice = choiceOf(selection);
  const person = choice?.kind === 'person' ? view.people.find(({ id }) => id === choice.id) : undefined;
  const link = choice?.kind === 'link' ? view.links.find(({ id }) => id === choice.id) : undefined;
  const note = choice?.kind === 'note' ? state.notes.find(({ id }) => id === choice.id) : undefined;
  const group = choice?.kind === 'group' ? state.groups.find(({ id }) => id === choice.id) : undefined;
  const wanted = new Set(selection.people);
  const together = selection.people.length > 1 || group !== undefined;
  return (
    <Paper withBorder w={280} p="sm" component="aside" aria-label={t('details')} aria-live="polite">
      <ScrollArea.Autosize mah="max(356px, calc(100vh - 354px))" type="auto" offsetScrollbars>
        {person !== undefined && <PersonDetails view={view} person={person} {...actions} />}
        {link !== undefined && <LinkDetails view={view} link={link} {...actions} />}
        {note !== undefined && <ChosenNote note={note} acts={actions.acts} />}
        {together && (
          <ChosenTogether
            people={view.people.filter(({ id }) => wanted.has(id))}
            group={group ?? null}
            pinned={actions.pinned}
            acts={actions.acts}
            onChoose={(id) => actions.onChoose({ kind: 'person', id })}
          />
        )}
        {person === undefined && link === undefined && note === undefined && !together && (
          <Text size="sm" c="dimmed">
            {t('nothingChosen')}
          </Text>
        )}
      </ScrollArea.Autosize>
    </Paper>
  );
}

type Actions = Omit<ChartDetailsProps, 'state' | 'selection'>;

function PersonDetails({ view, person, pinned, acts, onChoose, onAddLink }: Actions & { readonly person: Person }) {
  const writes = useMayInCase('cases.write', view.file);
  const { t } = useTranslation('chart');
  const kindName = useLinkKind();
  const inmate = inmateRole(person);
  const member = view.file.members.find(({ personId }) => personId === person.id);
  const names = new Map(view.people.map(({ id, name }) => [id, name]));
  const links = view.links.filter(({ from, to }) => from === person.id || to === person.id);
  const facts = [
    person.aliases.length > 0 ? t('alias', { names: person.aliases.join(', ') }) : '',
    inmate?.registrationNumber ?? '',
    inmate?.cell ?? '',
    inmate?.offence ?? '',
    ...person.nationalIds.map((number) => `NIK ${number}`),
    ...person.phones,
  ].filter((fact) => fact !== '');
  return (
    <Stack gap="xs">
      <Anchor
        fw={600}
        renderRoot={(props) => <RouterLink to="/people/$personId" params={{ personId: person.id }} {...props} />}
      >
        {person.name}
      </Anchor>
      {person.cleared !== undefined && (
        <Group>
          <ClearedBadge />
        </Group>
      )}
      {member !== undefined && (
        <Group gap={6}>
          <PartBadge part={member.part} />
          {member.allegation !== undefined && <GradeBadge grade={member.allegation.grade} />}
        </Group>
      )}
      {member?.part === 'supplier' && (
        <Text size="xs" c="dimmed">
          {t('domain:allegation')}
        </Text>
      )}
      {facts.map((fact) => (
        <Text key={fact} size="sm" style={{ overflowWrap: 'anywhere' }}>
          {fact}
        </Text>
      ))}
      <Group gap="xs">
        {writes && (
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconLinkPlus size={14} />}
            onClick={() => onAddLink(person.id)}
          >
            {t('linkTo')}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="default"
          leftSection={pinned ? <IconPinnedOff size={14} /> : <IconPin size={14} />}
          onClick={() => acts.pin()}
        >
          {t(pinned ? 'unpin' : 'pin')}
        </Button>
        <Button size="compact-sm" variant="default" leftSection={<IconEyeOff size={14} />} onClick={() => acts.hide()}>
          {t('hide')}
        </Button>
      </Group>
      <Divider label={t('links', { count: links.length })} labelPosition="left" />
      {links.map((link) => {
        const other = link.from === person.id ? link.to : link.from;
        return (
          <Anchor
            key={link.id}
            component="button"
            type="button"
            size="sm"
            ta="left"
            onClick={() => onChoose({ kind: 'link', id: link.id })}
          >
            {kindName(link.kind)} {link.directed ? (link.from === person.id ? '→' : '←') : '–'} {names.get(other)}
          </Anchor>
        );
      })}
    </Stack>
  );
}

function LinkDetails({ view, link, onChoose, onEditLink }: Actions & { readonly link: Link }) {
  const writes = useMayInCase('cases.write', view.file);
  const { t } = useTranslation('chart');
  const kindName = useLinkKind();
  const period = usePeriod();
  const names = new Map(view.people.map(({ id, name }) => [id, name]));
  const person = (id: string) => (
    <Anchor component="button" type="button" size="sm" ta="left" onClick={() => onChoose({ kind: 'person', id })}>
      {names.get(id)}
    </Anchor>
  );
  return (
    <Stack gap="xs">
      <Text fw={600}>{kindName(link.kind)}</Text>
      <Group gap={6}>
        {person(link.from)}
        <Text size="sm">{link.directed ? '→' : '–'}</Text>
        {person(link.to)}
      </Group>
      <Group gap={6}>
        <Text size="sm">{t(`domain:linkStatus.${link.status}`)}</Text>
        <GradeBadge grade={link.grade} />
      </Group>
      <Text size="sm">
        {link.grade.source}: {t(`domain:grade.${link.grade.scheme}.source.${link.grade.source}`)}
        <br />
        {link.grade.information}: {t(`domain:grade.${link.grade.scheme}.information.${link.grade.information}`)}
      </Text>
      <Text size="sm">{period(link.since, link.until)}</Text>
      <Divider label={t('cases:links.sources')} labelPosition="left" />
      {link.sources.map((source) => (
        <Text key={source} size="sm" style={{ overflowWrap: 'anywhere' }}>
          {source}
        </Text>
      ))}
      {link.note !== '' && (
        <Text size="sm" c="dimmed">
          {link.note}
        </Text>
      )}
      {writes && (
        <Group>
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconEdit size={14} />}
            onClick={() => onEditLink(link)}
          >
            {t('editLink')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
