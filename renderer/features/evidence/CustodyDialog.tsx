import { SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { dateSchema, timeSchema } from '../../../shared/domain/basics.ts';
import { custodyFieldsSchema, custodyKinds, type Exhibit } from '../../../shared/domain/exhibit.ts';
import { call } from '../../lib/api.ts';
import { dayFromToday } from '../../lib/dates.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { tellDone } from '../../lib/tell.tsx';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { FormDialog, useDialogForm } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { momentOf } from './moment.ts';
import { DayControl } from '../../components/DayControl.tsx';
import { ChoiceControl } from '../../components/ChoiceControl.tsx';

const formSchema = custodyFieldsSchema.omit({ at: true }).extend({ day: dateSchema, time: timeSchema });
type Values = z.infer<typeof formSchema>;

interface CustodyDialogProps {
  readonly exhibit: Exhibit;
  onClose(): void;
}

/** The next step: who has it from now on. It is signed when it is saved, and never changed. */
export function CustodyDialog({ exhibit, onClose }: CustodyDialogProps) {
  const { t } = useTranslation('evidence');
  return (
    <FormDialog opened title={t('custody.addTo', { number: exhibit.number })} onClose={onClose}>
      <CustodyForm exhibit={exhibit} onClose={onClose} />
    </FormDialog>
  );
}

function CustodyForm({ exhibit, onClose }: CustodyDialogProps) {
  const { t } = useTranslation('evidence');
  const message = useIssueText();
  const [failure, setFailure] = useState<unknown>(null);
  const form = useSchemaForm(formSchema, {
    defaultValues: {
      kind: 'moved',
      day: dayFromToday(0),
      time: dayjs().format('HH:mm'),
      from: exhibit.heldBy,
      to: '',
      place: '',
      reason: '',
    },
  });
  const { control, register, formState } = form;
  const { errors, isDirty, isSubmitting } = formState;
  const requestClose = useDialogForm(isDirty);

  async function save({ day, time, ...fields }: Values): Promise<void> {
    try {
      const step = { ...fields, at: momentOf(day, time) };
      await call('evidence.custody', { id: exhibit.id, version: exhibit.version, fields: step });
      tellDone(t('custody.done'));
      onClose();
    } catch (error) {
      setFailure(error);
    }
  }

  return (
    <form noValidate onSubmit={(event) => void form.handleSubmit(save)(event)}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('custody.signed')}
        </Text>
        <FormFailure error={failure} />
        <SimpleGrid cols={3} spacing="sm">
          <ChoiceControl
            first
            control={control}
            name="kind"
            label={t('custody.kind')}
            data={custodyKinds
              .filter((kind) => kind !== 'seized')
              .map((kind) => ({ value: kind, label: t(`domain:custodyKind.${kind}`) }))}
          />
          <DayControl required control={control} name="day" label={t('custody.day')} />
          <TextInput withAsterisk label={t('custody.time')} error={message(errors.time)} {...register('time')} />
        </SimpleGrid>
        <SimpleGrid cols={2} spacing="sm">
          <TextInput withAsterisk label={t('custody.from')} error={message(errors.from)} {...register('from')} />
          <TextInput withAsterisk label={t('custody.to')} error={message(errors.to)} {...register('to')} />
        </SimpleGrid>
        <TextInput withAsterisk label={t('place')} error={message(errors.place)} {...register('place')} />
        <Textarea
          withAsterisk
          label={t('custody.reason')}
          autosize
          minRows={2}
          error={message(errors.reason)}
          {...register('reason')}
        />
        <FormButtons save={t('custody.save')} busy={isSubmitting} onCancel={requestClose} />
      </Stack>
    </form>
  );
}
