import { Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract.ts';
import type { Person, Role } from '../../../shared/domain/person.ts';
import { showDay } from '../../lib/dates.ts';

interface PersonFactsProps {
  readonly person: Person;
  readonly visits: Output<'people.get'>['visits'];
  readonly moved: Output<'people.get'>['moved'];
}

/** What identifies a person, in the order an officer reads it out. */
export function PersonFacts({ person, visits, moved }: PersonFactsProps) {
  const { t } = useTranslation('people');
  const none = t('common:none');
  const list = (values: readonly string[]): string => (values.length === 0 ? none : values.join('\n'));
  const period =
    visits.first !== null && visits.last !== null
      ? t('facts.visitPeriod', { count: visits.count, first: showDay(visits.first), last: showDay(visits.last) })
      : t('facts.noVisits');

  return (
    <Paper withBorder p="sm" component="section" aria-label={t('facts.title')}>
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="md" verticalSpacing="xs">
        {person.roles.map((role, index) => (
          <Fragment key={`${role.kind}-${String(index)}`}>
            <RoleFacts role={role} />
          </Fragment>
        ))}
        {moved !== null && (
          <Fact name={t('facts.moved')} value={t('facts.movedTo', { cell: moved.cell, day: showDay(moved.on) })} />
        )}
        <Fact name={t('field.nationalIds')} value={list(person.nationalIds)} />
        <Fact name={t('field.phones')} value={list(person.phones)} />
        <Fact name={t('field.birthDate')} value={person.birthDate === undefined ? none : showDay(person.birthDate)} />
        <Fact name={t('field.addresses')} value={list(person.addresses)} />
        <Fact name={t('facts.visits')} value={period} />
        <Fact name={t('facts.origin')} value={t(`facts.provenance.${person.provenance.kind}`)} />
        {person.notes !== '' && <Fact name={t('field.notes')} value={person.notes} />}
      </SimpleGrid>
    </Paper>
  );
}

function RoleFacts({ role }: { readonly role: Role }) {
  const { t } = useTranslation('people');
  const none = t('common:none');
  const period = [role.from, role.until].some((day) => day !== undefined) && (
    <Fact
      name={t('facts.period', { role: t(`domain:role.${role.kind}`) })}
      value={`${role.from === undefined ? '…' : showDay(role.from)} – ${role.until === undefined ? '…' : showDay(role.until)}`}
    />
  );
  if (role.kind === 'staff')
    return [role.unit !== undefined && <Fact key="unit" name={t('field.unit')} value={role.unit} />, period];
  if (role.kind !== 'inmate') return period;
  return (
    <>
      <Fact name={t('field.registrationNumber')} value={role.registrationNumber ?? none} />
      <Fact name={t('field.cell')} value={role.cell === undefined || role.cell === '' ? none : role.cell} />
      <Fact name={t('field.offence')} value={role.offence ?? none} />
      <Fact name={t('field.expiresOn')} value={role.expiresOn === undefined ? none : showDay(role.expiresOn)} />
      {period}
    </>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <Stack gap={0}>
      <Text size="xs" c="dimmed">
        {name}
      </Text>
      <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
        {value}
      </Text>
    </Stack>
  );
}
