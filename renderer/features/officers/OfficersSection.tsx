import { Badge, Button, Group, Table, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { Section } from '../../components/Section.tsx';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';
import { useMay, useOpenVault } from '../../lib/officer.ts';
import { InviteDialog } from './InviteDialog.tsx';
import { RolesDialog } from './RolesDialog.tsx';

type Officer = Output<'officers.list'>[number];
const colours = { active: 'var(--good-text)', invited: 'var(--calm-text)', disabled: 'dimmed' } as const;

/** Who may open the vault, and for an administrator what changes that. */
export function OfficersSection() {
  const { t } = useTranslation('officers');
  const officers = useCall('officers.list', {});
  const disable = useChange('officers.disable');
  const manages = useMay('officers.manage');
  const own = useOpenVault()?.officerId;
  const [inviting, setInviting] = useState(false);
  const [changing, setChanging] = useState<Officer | null>(null);
  const [leaving, setLeaving] = useState<Officer | null>(null);

  function confirmDisabling(): void {
    if (leaving === null) return;
    disable.mutate(
      { id: leaving.id },
      {
        onSuccess: ({ name }) => {
          tellDone(t('disabled', { name }));
          void officers.refetch();
        },
        onError: tellError,
        onSettled: () => setLeaving(null),
      },
    );
  }

  const invite = manages && (
    <Button leftSection={<IconUserPlus size={16} />} onClick={() => setInviting(true)}>
      {t('invite.open')}
    </Button>
  );
  return (
    <Section title={t('title')} note={t('note')} actions={invite}>
      {officers.error !== null && <ErrorState error={officers.error} onRetry={() => void officers.refetch()} />}
      {officers.isPending && <LoadingState />}
      {officers.data !== undefined && (
        <Table.ScrollContainer
          minWidth={480}
          scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('title') } }}
        >
          <Table aria-label={t('title')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('name')}</Table.Th>
                <Table.Th>{t('roles')}</Table.Th>
                <Table.Th>{t('statusTitle')}</Table.Th>
                {manages && (
                  <Table.Th>
                    <span className="visually-hidden">{t('common:actions')}</span>
                  </Table.Th>
                )}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {officers.data.map((officer) => (
                <Table.Tr key={officer.id}>
                  <Table.Td>
                    {officer.name}
                    {officer.id === own && (
                      <Text span size="xs" c="dimmed">
                        {' '}
                        {t('you')}
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td>{officer.roles.map((role) => t(`role.${role}`)).join(', ')}</Table.Td>
                  <Table.Td>
                    <Badge variant="default" c={colours[officer.status]}>
                      {t(`status.${officer.status}`)}
                    </Badge>
                  </Table.Td>
                  {manages && (
                    <Table.Td>
                      {officer.status !== 'disabled' && (
                        <Group gap="xs" justify="flex-end" wrap="nowrap">
                          <Button size="compact-sm" variant="default" onClick={() => setChanging(officer)}>
                            {t('change.open')}
                          </Button>
                          {officer.id !== own && (
                            <Button
                              size="compact-sm"
                              variant="default"
                              color="red"
                              aria-label={t('disable.of', { name: officer.name })}
                              onClick={() => setLeaving(officer)}
                            >
                              {t('disable.open')}
                            </Button>
                          )}
                        </Group>
                      )}
                    </Table.Td>
                  )}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {inviting && (
        <InviteDialog
          onClose={() => {
            setInviting(false);
            void officers.refetch();
          }}
        />
      )}
      {changing !== null && (
        <RolesDialog
          officer={changing}
          onClose={() => {
            setChanging(null);
            void officers.refetch();
          }}
        />
      )}
      <ConfirmDialog
        opened={leaving !== null}
        title={t('disable.title', { name: leaving?.name ?? '' })}
        consequence={t('disable.consequence')}
        confirm={t('disable.open')}
        busy={disable.isPending}
        onConfirm={confirmDisabling}
        onCancel={() => setLeaving(null)}
      />
    </Section>
  );
}
