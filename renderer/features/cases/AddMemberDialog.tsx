import { Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRow } from '../../../shared/contract/people.ts';
import type { Case } from '../../../shared/domain/case.ts';
import { RoleBadge } from '../../components/badges.tsx';
import { call } from '../../lib/api.ts';
import { tellDone } from '../../lib/tell.tsx';
import { FormDialog } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { likelyPart, type MemberFields } from './memberForm.ts';
import { MemberForm } from './MemberForm.tsx';
import { PersonPicker } from './PersonPicker.tsx';

/** Somebody from the vault, or somebody the vault does not know yet: a supplier known by a nickname, say. */
type Chosen = { readonly kind: 'known'; readonly row: PersonRow } | { readonly kind: 'new'; readonly name: string };

export function AddMemberDialog({ file, onClose }: { readonly file: Case; onClose(): void }) {
  const { t } = useTranslation('cases');
  return (
    <FormDialog opened title={t('members.addTitle')} onClose={onClose}>
      <AddMember file={file} onClose={onClose} />
    </FormDialog>
  );
}

function AddMember({ file, onClose }: { readonly file: Case; onClose(): void }) {
  const { t } = useTranslation('cases');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  // A person made in a first try is not made again when only the second step failed.
  const made = useRef<{ readonly name: string; readonly id: string } | null>(null);

  async function newPerson(fields: MemberFields): Promise<string> {
    const wanted = name.trim();
    if (made.current?.name === wanted) return made.current.id;
    const person = await call('people.create', {
      fields: {
        name: wanted,
        aliases: [],
        nationalIds: [],
        phones: [],
        addresses: [],
        roles: [{ kind: fields.part }],
        notes: '',
      },
    });
    made.current = { name: wanted, id: person.id };
    return person.id;
  }

  async function save(fields: MemberFields): Promise<void> {
    if (chosen === null) return;
    setBusy(true);
    try {
      const personId = chosen.kind === 'known' ? chosen.row.id : await newPerson(fields);
      const { version } = (await call('cases.get', { id: file.id })).file;
      await call('cases.addMember', { id: file.id, version, personId, ...fields });
      tellDone(t('members.added', { name: chosen.kind === 'known' ? chosen.row.name : name.trim() }));
      onClose();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }

  if (chosen === null)
    return (
      <PersonPicker
        taken={new Set(file.members.map((member) => member.personId))}
        onPick={(row) => setChosen({ kind: 'known', row })}
        onNew={(typed) => {
          setName(typed);
          setChosen({ kind: 'new', name: typed });
        }}
      />
    );

  return (
    <Stack gap="sm">
      <Paper withBorder p="xs">
        <Group justify="space-between" wrap="nowrap" align="flex-end">
          {chosen.kind === 'known' ? (
            <Group gap={8}>
              <Text fw={600}>{chosen.row.name}</Text>
              {chosen.row.roles.map((role) => (
                <RoleBadge key={role} role={role} />
              ))}
              <Text size="sm" c="dimmed">
                {[chosen.row.registrationNumber, chosen.row.cell].filter(Boolean).join(' · ')}
              </Text>
            </Group>
          ) : (
            <TextInput
              flex={1}
              withAsterisk
              label={t('members.newName')}
              description={t('members.newNameHint')}
              value={name}
              error={name.trim() === '' ? t('members.newNameNeeded') : undefined}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
          <Button variant="subtle" size="compact-sm" onClick={() => setChosen(null)}>
            {t('members.pickOther')}
          </Button>
        </Group>
      </Paper>
      <MemberForm
        initial={{ part: chosen.kind === 'known' ? likelyPart(chosen.row.roles) : 'other', note: '' }}
        save={t('members.addSave')}
        busy={busy}
        failure={<FormFailure error={failure} />}
        onSave={(fields) => {
          if (chosen.kind === 'known' || name.trim() !== '') void save(fields);
        }}
      />
    </Stack>
  );
}
