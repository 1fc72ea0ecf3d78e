import { NumberInput, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type ContactFields, contactFieldsSchema } from '../../../shared/domain/source.ts';
import { useChange } from '../../lib/api.ts';
import { dayFromToday } from '../../lib/dates.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { tellDone } from '../../lib/tell.tsx';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { FormDialog, useDialogForm } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { DayControl } from '../../components/DayControl.tsx';

interface ContactDialogProps {
  readonly id: string;
  onClose(): void;
}

export function ContactDialog({ id, onClose }: ContactDialogProps) {
  const { t } = useTranslation('sources');
  return (
    <FormDialog opened title={t('log.add')} onClose={onClose}>
      <ContactForm id={id} onDone={onClose} />
    </FormDialog>
  );
}

function ContactForm({ id, onDone }: { readonly id: string; onDone(): void }) {
  const { t } = useTranslation('sources');
  const message = useIssueText();
  const log = useChange('sources.log');
  const { control, formState, handleSubmit, register } = useSchemaForm(contactFieldsSchema, {
    defaultValues: { on: dayFromToday(0), place: '', said: '', payment: 0 },
  });
  const { errors } = formState;
  const requestClose = useDialogForm(formState.isDirty);
  const save = (contact: ContactFields): void =>
    log.mutate(
      { id, contact },
      {
        onSuccess: ({ covered }) => {
          tellDone(t(covered ? 'log.saved' : 'log.savedUncovered'));
          onDone();
        },
      },
    );
  const day = (name: 'on' | 'nextOn', label: string) => (
    <DayControl required={name === 'on'} control={control} name={name} label={label} />
  );
  return (
    <form noValidate onSubmit={(event) => void handleSubmit(save)(event)}>
      <Stack gap="sm">
        <FormFailure error={log.error} />
        <SimpleGrid cols={2} spacing="sm">
          {day('on', t('log.on'))}
          <TextInput
            data-autofocus
            withAsterisk
            label={t('log.place')}
            error={message(errors.place)}
            {...register('place')}
          />
        </SimpleGrid>
        <Textarea
          withAsterisk
          autosize
          minRows={5}
          maxRows={14}
          label={t('log.said')}
          description={t('log.note')}
          error={message(errors.said)}
          {...register('said')}
        />
        <SimpleGrid cols={2} spacing="sm">
          <Controller
            control={control}
            name="payment"
            render={({ field }) => (
              <NumberInput
                ref={field.ref}
                label={t('log.payment')}
                min={0}
                allowDecimal={false}
                allowNegative={false}
                value={field.value}
                error={message(errors.payment)}
                onBlur={field.onBlur}
                onChange={(value) => field.onChange(value === '' ? 0 : Number(value))}
              />
            )}
          />
          {day('nextOn', t('log.next'))}
        </SimpleGrid>
        <FormButtons save={t('common:save')} busy={log.isPending} onCancel={requestClose} />
      </Stack>
    </form>
  );
}
