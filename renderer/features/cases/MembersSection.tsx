import { ActionIcon, Anchor, Avatar, Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconEdit, IconTrash, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../shared/contract/cases.ts';
import type { Member } from '../../../shared/domain/case.ts';
import { inmateRole, type Person } from '../../../shared/domain/person.ts';
import { ClearedBadge } from '../../components/ClearedBadge.tsx';
import { GradeBadge, PartBadge } from '../../components/badges.tsx';
import { EmptyState } from '../../components/States.tsx';
import { MemberFindings } from '../alerts/MemberFindings.tsx';
import { usePhotos } from '../people/usePhotos.ts';
import { AddMemberDialog } from './AddMemberDialog.tsx';
import { ChangeMemberDialog } from './ChangeMemberDialog.tsx';
import { RemoveMember } from './RemoveMember.tsx';
import { ReviewDay } from './ReviewDay.tsx';
import { useMore } from './useMore.tsx';
import { useMayInCase } from '../../lib/officer.ts';

export function MembersSection({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('cases');
  const writes = useMayInCase('cases.write', view.file);
  const [adding, setAdding] = useState(false);
  const [changing, setChanging] = useState<Member | null>(null);
  const [removing, setRemoving] = useState<Member | null>(null);
  const people = new Map(view.people.map((person) => [person.id, person]));
  const { shown, more } = useMore(view.file.members);
  const photos = usePhotos(shown.map(({ personId }) => personId));
  const nameOf = (member: Member): string => people.get(member.personId)?.name ?? '';
  const add = writes && (
    <Button leftSection={<IconUserPlus size={16} />} onClick={() => setAdding(true)}>
      {t('members.add')}
    </Button>
  );

  return (
    <Stack gap="sm">
      {view.file.members.length === 0 ? (
        <EmptyState
          icon={<IconUsers size={36} stroke={1.4} />}
          title={t('members.empty')}
          {...(writes ? { text: t('members.emptyText'), action: add } : {})}
        />
      ) : (
        <>
          <Group justify="flex-end">{add}</Group>
          <Table.ScrollContainer minWidth={760} type="native" tabIndex={0}>
            <Table highlightOnHover aria-label={t('tab.membersPlain')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w="30%">{t('members.name')}</Table.Th>
                  <Table.Th w={150}>{t('members.partShort')}</Table.Th>
                  <Table.Th w="26%">{t('members.allegation')}</Table.Th>
                  <Table.Th>{t('members.note')}</Table.Th>
                  <Table.Th ta="right">{t('members.links')}</Table.Th>
                  <Table.Th w={84}>
                    <span className="visually-hidden">{t('common:actions')}</span>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {shown.map((member) => (
                  <Table.Tr key={member.personId}>
                    <Table.Td>
                      <Group gap="xs" wrap="nowrap">
                        <Avatar size={30} radius="sm" src={photos.get(member.personId) ?? null} alt="" />
                        <div>
                          <MemberName person={people.get(member.personId)} />
                        </div>
                      </Group>
                    </Table.Td>
                    <Table.Td>
                      <PartBadge part={member.part} />
                    </Table.Td>
                    <Table.Td>
                      {member.allegation !== undefined && (
                        <Stack gap={2}>
                          <Group gap={6} wrap="nowrap">
                            <GradeBadge grade={member.allegation.grade} />
                            <Text size="sm" lineClamp={2}>
                              {member.allegation.source}
                            </Text>
                          </Group>
                          <Group gap={6}>
                            <Text size="xs" c="dimmed">
                              {t('members.reviewOn')}
                            </Text>
                            <ReviewDay day={member.allegation.reviewOn} />
                          </Group>
                        </Stack>
                      )}
                    </Table.Td>
                    <Table.Td maw={320}>
                      <Text size="sm" lineClamp={3}>
                        {member.note}
                      </Text>
                      {member.findings !== undefined && <MemberFindings caseId={view.file.id} ids={member.findings} />}
                    </Table.Td>
                    <Table.Td ta="right">{linksOf(view, member.personId)}</Table.Td>
                    <Table.Td>
                      <Group gap={2} wrap="nowrap" justify="flex-end" display={writes ? undefined : 'none'}>
                        <ActionIcon
                          variant="subtle"
                          color="gray"
                          aria-label={t('members.changeNamed', { name: nameOf(member) })}
                          onClick={() => setChanging(member)}
                        >
                          <IconEdit size={16} />
                        </ActionIcon>
                        <ActionIcon
                          variant="subtle"
                          color="gray"
                          aria-label={t('members.removeNamed', { name: nameOf(member) })}
                          onClick={() => setRemoving(member)}
                        >
                          <IconTrash size={16} />
                        </ActionIcon>
                      </Group>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          {more}
        </>
      )}
      {adding && <AddMemberDialog file={view.file} onClose={() => setAdding(false)} />}
      {changing !== null && (
        <ChangeMemberDialog
          file={view.file}
          member={changing}
          name={nameOf(changing)}
          onClose={() => setChanging(null)}
        />
      )}
      <RemoveMember
        file={view.file}
        member={removing}
        name={removing === null ? '' : nameOf(removing)}
        links={removing === null ? 0 : linksOf(view, removing.personId)}
        onClose={() => setRemoving(null)}
      />
    </Stack>
  );
}

function linksOf(view: CaseView, personId: string): number {
  return view.links.filter((link) => link.from === personId || link.to === personId).length;
}

function MemberName({ person }: { readonly person: Person | undefined }) {
  if (person === undefined) return null;
  const inmate = inmateRole(person);
  const details = [person.aliases.join(', '), inmate?.registrationNumber, inmate?.cell].filter(
    (detail) => detail !== undefined && detail !== '',
  );
  return (
    <>
      <Anchor
        size="sm"
        fw={500}
        renderRoot={(props) => <Link to="/people/$personId" params={{ personId: person.id }} {...props} />}
      >
        {person.name}
      </Anchor>{' '}
      {person.cleared !== undefined && <ClearedBadge />}
      {details.length > 0 && (
        <Text size="xs" c="dimmed">
          {details.join(' · ')}
        </Text>
      )}
    </>
  );
}
