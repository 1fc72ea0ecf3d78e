import { Fieldset, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { OperationFields } from '../../../shared/domain/coordination/operation.ts';
import { AddRow, EditRow } from '../../components/EditRow.tsx';
import { useIssueText } from '../../lib/forms.ts';
import { AgencyControl } from './AgencyControl.tsx';

/** Whom to call during an operation. */
export function ContactsField({ form }: { readonly form: UseFormReturn<OperationFields, unknown, OperationFields> }) {
  const { t } = useTranslation('coordination');
  const message = useIssueText();
  const { control, register, formState } = form;
  const { fields, append, remove } = useFieldArray({ control, name: 'contacts', keyName: 'key' });
  return (
    <Fieldset legend={t('operation.contacts')}>
      <Stack gap="sm">
        {fields.map(({ key }, index) => {
          const errors = formState.errors.contacts?.[index];
          const input = (name: 'name' | 'role' | 'phone' | 'radio') => (
            <TextInput
              withAsterisk={name === 'name'}
              label={t(`contact.${name}`)}
              error={message(errors?.[name])}
              {...register(`contacts.${index}.${name}`)}
            />
          );
          return (
            <EditRow key={key} removeLabel={t('removeRow', { number: index + 1 })} onRemove={() => remove(index)}>
              <SimpleGrid cols={5} spacing="xs" flex={1}>
                {input('name')}
                {input('role')}
                <AgencyControl control={control} name={`contacts.${index}.agency`} />
                {input('phone')}
                {input('radio')}
              </SimpleGrid>
            </EditRow>
          );
        })}
        <AddRow
          label={t('operation.addContact')}
          onAdd={() => append({ name: '', role: '', agency: '', phone: '', radio: '' })}
        />
      </Stack>
    </Fieldset>
  );
}
