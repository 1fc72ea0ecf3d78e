import { Alert, Button, Code, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficerRole } from '../../../shared/domain/officer.ts';
import { FormError } from '../../components/FormError.tsx';
import { useChange } from '../../lib/api.ts';
import { RolesField } from './RolesField.tsx';

/** Asks who comes and as what, then shows the code that person needs, once. */
export function InviteDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('officers');
  const invite = useChange('officers.invite');
  const [name, setName] = useState('');
  const [roles, setRoles] = useState<OfficerRole[]>(['officer']);
  const ready = name.trim() !== '' && roles.length > 0;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (ready && !invite.isPending) invite.mutate({ name, roles });
  }

  const made = invite.data;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('invite.title')}
      closeOnClickOutside={false}
      closeOnEscape={made === undefined}
      withCloseButton={made === undefined}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {made === undefined ? (
        <form onSubmit={submit}>
          <Stack>
            <TextInput
              label={t('name')}
              value={name}
              maxLength={120}
              data-autofocus
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <RolesField value={roles} error={roles.length === 0 ? t('rolesNone') : undefined} onChange={setRoles} />
            <FormError error={invite.error} />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('common:cancel')}
              </Button>
              <Button type="submit" disabled={!ready} loading={invite.isPending}>
                {t('invite.submit')}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <Stack>
          <Text size="sm">{t('invite.hand', { name: made.officer.name })}</Text>
          <Code block fz="lg" ta="center" aria-label={t('invite.code')} data-autofocus tabIndex={0}>
            {made.invitation}
          </Code>
          <Alert color="yellow">{t('invite.once')}</Alert>
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('invite.done')}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
