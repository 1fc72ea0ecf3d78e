import { Combobox, Group, Loader, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoleKind } from '../../../shared/domain/person.ts';
import type { PersonRow } from '../../../shared/contract/people.ts';
import { ClearedBadge } from '../../components/ClearedBadge.tsx';
import { RoleBadge } from '../../components/badges.tsx';
import { useCall } from '../../lib/api.ts';
import { useFirstFocus } from '../../lib/focus.ts';
import { errorText } from '../../lib/tell.tsx';
import { useDialogForm } from '../people/forms/FormDialog.tsx';

const offered = 8;
const newPerson = 'new';

interface PersonPickerProps {
  readonly label?: string;
  readonly hint?: string;
  /** Only people of this role. */
  readonly only?: RoleKind;
  /** Stands in the field at the beginning. */
  readonly begin?: string;
  /** Takes the focus as soon as it is there. */
  readonly first?: boolean;
  /** Identifiers that cannot be picked any more. */
  readonly taken: ReadonlySet<string>;
  onPick(row: PersonRow): void;
  /** Somebody who is not recorded; left out where only recorded people will do. */
  onNew?(name: string): void;
}

/** Finds a person as one types, misspelt or not; the last offer is always somebody new. */
export function PersonPicker({
  taken,
  label,
  hint,
  only,
  begin = '',
  first = false,
  onPick,
  onNew,
}: PersonPickerProps) {
  const { t } = useTranslation('cases');
  const [text, setText] = useState(begin);
  const [asked] = useDebouncedValue(text.trim(), 150);
  const combobox = useCombobox();
  const field = useFirstFocus(first);
  useDialogForm(false);
  const { data, error, isFetching } = useCall(
    'people.search',
    { text: asked, role: only ?? null, sort: 'relevance', descending: false, offset: 0, limit: offered },
    { enabled: asked !== '', keepPrevious: true },
  );
  const rows = asked === '' ? [] : (data?.rows ?? []);
  const { selectFirstOption } = combobox;
  useEffect(() => {
    if (rows.length > 0) selectFirstOption();
  }, [rows.length, selectFirstOption]);

  /** A list that is open with nothing to show would take the Escape that closes the dialog. */
  function show(typed: string): void {
    if (typed.trim() === '') combobox.closeDropdown();
    else combobox.openDropdown();
  }

  function submit(value: string): void {
    const row = rows.find((candidate) => candidate.id === value);
    if (row !== undefined) onPick(row);
    else if (value === newPerson && text.trim() !== '') onNew?.(text.trim());
  }

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={submit}
      withinPortal={false}
      position="bottom-start"
      floatingStrategy="fixed"
    >
      <Combobox.Target>
        <TextInput
          data-autofocus
          ref={field}
          label={label ?? t('picker.label')}
          description={hint ?? t('picker.hint')}
          placeholder={t('picker.placeholder')}
          leftSection={<IconSearch size={15} />}
          rightSection={isFetching ? <Loader size={14} /> : null}
          value={text}
          error={error === null ? undefined : errorText(error)}
          onChange={(event) => {
            setText(event.currentTarget.value);
            show(event.currentTarget.value);
          }}
          onFocus={() => show(text)}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={text.trim() === ''}>
        <Combobox.Options aria-label={t('picker.results')}>
          {rows.map((row) => (
            <Combobox.Option key={row.id} value={row.id} disabled={taken.has(row.id)}>
              <Group gap={8} wrap="nowrap">
                <Text size="sm" fw={500} truncate>
                  {row.name}
                </Text>
                {row.cleared && <ClearedBadge />}
                {row.roles.map((role) => (
                  <RoleBadge key={role} role={role} />
                ))}
                <Text size="xs" ml="auto" opacity={0.85} style={{ whiteSpace: 'nowrap' }}>
                  {taken.has(row.id)
                    ? t('picker.taken')
                    : [row.registrationNumber, row.cell, row.phone].filter(Boolean).join(' · ')}
                </Text>
              </Group>
            </Combobox.Option>
          ))}
          {onNew !== undefined && (
            <Combobox.Option value={newPerson}>
              <Group gap={8} wrap="nowrap">
                <IconUserPlus size={15} />
                <Text size="sm">{t('picker.new', { name: text.trim() })}</Text>
              </Group>
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
