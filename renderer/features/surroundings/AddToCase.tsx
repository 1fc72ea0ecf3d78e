import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useCall } from '../../lib/api.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';
import { likelyPart } from '../cases/memberForm.ts';
import type { Around } from './surroundingsInput.ts';

interface AddToCaseProps {
  readonly people: Around['people'];
  onClose(): void;
}

/** Makes people members of a case; who is one already stays as they are. */
export function AddToCase({ people, onClose }: AddToCaseProps) {
  const { t } = useTranslation('network');
  const { data } = useCall('cases.list', {});
  const [caseId, setCaseId] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function add(id: string): Promise<void> {
    setBusy(true);
    try {
      let { file } = await call('cases.get', { id });
      const present = new Set(file.members.map(({ personId }) => personId));
      const fresh = people.filter((person) => !present.has(person.id));
      for (const person of fresh)
        file = await call('cases.addMember', {
          id,
          version: file.version,
          personId: person.id,
          part: likelyPart(person.roles),
          note: '',
        });
      tellDone(t('surroundings.added', { count: fresh.length, number: file.number }));
      onClose();
    } catch (error) {
      tellError(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('surroundings.addToCase', { count: people.length })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="sm">
        <Select
          data-autofocus
          searchable
          label={t('surroundings.case')}
          data={(data ?? []).map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
          value={caseId}
          onChange={setCaseId}
        />
        <Text size="sm" c="dimmed">
          {people.map(({ name }) => name).join(', ')}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button loading={busy} disabled={caseId === null} onClick={() => caseId !== null && void add(caseId)}>
            {t('surroundings.add')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
