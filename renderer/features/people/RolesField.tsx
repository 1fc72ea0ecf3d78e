import { ActionIcon, Button, Group, Paper, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconInfoCircle, IconPlus, IconTrash } from '@tabler/icons-react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type PersonFields, type RoleKind, roleKindSchema, roleKinds } from '../../../shared/domain/person.ts';
import { FieldGroup } from './forms/FieldGroup.tsx';
import { emptyToUndefined } from './forms/blank.ts';
import { useIssueText } from '../../lib/forms.ts';
import { Notice } from './forms/Notice.tsx';
import { DayControl } from '../../components/DayControl.tsx';

const optional = { setValueAs: emptyToUndefined };

/** The parts a person plays; one person may be visitor, inmate and visitor again. */
export function RolesField() {
  const { t } = useTranslation('people');
  const { control, formState } = useFormContext<PersonFields>();
  const { fields, append, remove, update } = useFieldArray({ control, name: 'roles' });
  const missing = formState.errors.roles?.root ?? (fields.length === 0 ? formState.errors.roles : undefined);

  return (
    <FieldGroup label={t('field.roles')} required>
      <Stack gap="xs">
        {fields.map((role, index) => (
          <Paper key={role.id} withBorder p="sm">
            <Group align="flex-end" gap="sm" wrap="nowrap">
              <Select
                flex={1}
                maw={240}
                label={t('field.roleN', { n: index + 1 })}
                value={role.kind}
                allowDeselect={false}
                data={roleKinds.map((kind) => ({ value: kind, label: t(`domain:role.${kind}`) }))}
                onChange={(kind) => update(index, { kind: roleKindSchema.safeParse(kind).data ?? role.kind })}
              />
              <Period index={index} />
              {fields.length > 1 && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={34}
                  ml="auto"
                  aria-label={t('field.removeRole', { role: t(`domain:role.${role.kind}`) })}
                  onClick={() => remove(index)}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              )}
            </Group>
            <RoleDetails kind={role.kind} index={index} />
          </Paper>
        ))}
        {missing !== undefined && (
          <Text size="xs" c="var(--mantine-color-error)" role="alert">
            {t('field.rolesNeeded')}
          </Text>
        )}
        <Group>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} />}
            onClick={() => append({ kind: 'other' })}
          >
            {t('field.addRole')}
          </Button>
        </Group>
      </Stack>
    </FieldGroup>
  );
}

function Period({ index }: { readonly index: number }) {
  const { t } = useTranslation('people');
  const { control } = useFormContext<PersonFields>();
  return (
    <>
      {(['from', 'until'] as const).map((end) => (
        <DayControl key={end} control={control} name={`roles.${index}.${end}`} label={t(`field.${end}`)} />
      ))}
    </>
  );
}

function RoleDetails({ kind, index }: { readonly kind: RoleKind; readonly index: number }) {
  const { t } = useTranslation('people');
  const message = useIssueText();
  const { control, register, getFieldState, formState } = useFormContext<PersonFields>();
  const at = `roles.${index}` as const;

  if (kind === 'staff') return <TextInput mt="sm" label={t('field.unit')} {...register(`${at}.unit`, optional)} />;
  if (kind === 'supplier')
    return (
      <Notice tone="warn" icon={<IconInfoCircle size={16} />}>
        {t('field.supplierNote')}
      </Notice>
    );
  if (kind === 'lawyer' || kind === 'clergy')
    return (
      <Text mt={6} size="xs" c="dimmed">
        {t('field.protectedNote')}
      </Text>
    );
  if (kind !== 'inmate') return null;
  return (
    <SimpleGrid cols={2} spacing="sm" mt="sm">
      <TextInput
        label={t('field.registrationNumber')}
        placeholder="B.I 1000/2022"
        error={message(getFieldState(`${at}.registrationNumber`, formState).error)}
        {...register(`${at}.registrationNumber`, optional)}
      />
      <TextInput
        label={t('field.cell')}
        placeholder="F.2.16"
        error={message(getFieldState(`${at}.cell`, formState).error)}
        {...register(`${at}.cell`, optional)}
      />
      <TextInput
        label={t('field.offence')}
        error={message(getFieldState(`${at}.offence`, formState).error)}
        {...register(`${at}.offence`, optional)}
      />
      <DayControl control={control} name={`${at}.expiresOn`} label={t('field.expiresOn')} />
    </SimpleGrid>
  );
}
