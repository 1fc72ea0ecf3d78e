import { Button, Group, Modal, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract.ts';
import { FormError } from '../../components/FormError.tsx';
import { useChange } from '../../lib/api.ts';
import { tellDone } from '../../lib/tell.tsx';
import { RolesField } from './RolesField.tsx';

interface RolesDialogProps {
  readonly officer: Output<'officers.list'>[number];
  onClose(): void;
}

export function RolesDialog({ officer, onClose }: RolesDialogProps) {
  const { t } = useTranslation('officers');
  const change = useChange('officers.setRoles');
  const [roles, setRoles] = useState(officer.roles);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (roles.length === 0 || change.isPending) return;
    change.mutate(
      { id: officer.id, roles },
      {
        onSuccess: () => {
          tellDone(t('common:saved'));
          onClose();
        },
      },
    );
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('change.title', { name: officer.name })}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <RolesField value={roles} error={roles.length === 0 ? t('rolesNone') : undefined} onChange={setRoles} />
          <FormError error={change.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={roles.length === 0} loading={change.isPending}>
              {t('common:save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
