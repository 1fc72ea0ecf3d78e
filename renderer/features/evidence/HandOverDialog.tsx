import { Checkbox, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import dayjs from 'dayjs';
import { useState } from 'react';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { type ExhibitRow, handOverFieldsSchema } from '../../../shared/contract/evidence.ts';
import { dateSchema, timeSchema } from '../../../shared/domain/basics.ts';
import type { Case } from '../../../shared/domain/case.ts';
import { call } from '../../lib/api.ts';
import { dayFromToday } from '../../lib/dates.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { currentLanguage } from '../../lib/i18n.ts';
import { tellDone } from '../../lib/tell.tsx';
import { AskApproval } from '../officers/AskApproval.tsx';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { FormDialog, useDialogForm } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { momentOf } from './moment.ts';
import { DayControl } from '../../components/DayControl.tsx';
import { ChoiceControl } from '../../components/ChoiceControl.tsx';

const formSchema = handOverFieldsSchema.omit({ at: true }).extend({ day: dateSchema, time: timeSchema });
type Values = z.infer<typeof formSchema>;

interface HandOverDialogProps {
  readonly file: Case;
  readonly rows: readonly ExhibitRow[];
  onClose(): void;
}

/** Prints the record of a hand-over (berita acara serah terima) and writes it down in every chain of custody. */
export function HandOverDialog(props: HandOverDialogProps) {
  const { t } = useTranslation('evidence');
  return (
    <FormDialog opened title={t('handOver.title')} size={720} onClose={props.onClose}>
      <HandOverForm {...props} />
    </FormDialog>
  );
}

function HandOverForm({ file, rows, onClose }: HandOverDialogProps) {
  const { t } = useTranslation('evidence');
  const message = useIssueText();
  const [failure, setFailure] = useState<unknown>(null);
  const form = useSchemaForm(formSchema, {
    defaultValues: {
      caseId: file.id,
      exhibitIds: rows.map(({ exhibit }) => exhibit.id),
      day: dayFromToday(0),
      time: dayjs().format('HH:mm'),
      from: rows[0]?.exhibit.heldBy ?? '',
      to: '',
      place: '',
      reason: '',
      witness: '',
      language: currentLanguage(),
    },
  });
  const { control, register, formState } = form;
  const { errors, isDirty, isSubmitting } = formState;
  const requestClose = useDialogForm(isDirty);

  async function save({ day, time, ...fields }: Values): Promise<void> {
    setFailure(null);
    try {
      const { saved } = await call('evidence.handOver', { fields: { ...fields, at: momentOf(day, time) } });
      if (saved === null) return;
      tellDone(t('handOver.done', { path: saved.path }));
      onClose();
    } catch (error) {
      setFailure(error);
    }
  }

  return (
    <form noValidate onSubmit={(event) => void form.handleSubmit(save)(event)}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('handOver.text')}
        </Text>
        <FormFailure error={failure} />
        <AskApproval error={failure} onAsked={onClose} />
        <Controller
          control={control}
          name="exhibitIds"
          render={({ field }) => (
            <Checkbox.Group
              label={t('handOver.exhibits')}
              error={errors.exhibitIds === undefined ? undefined : t('handOver.none')}
              value={field.value}
              onChange={field.onChange}
            >
              <Stack gap={4} mt={4} mah={180} style={{ overflowY: 'auto' }}>
                {rows.map(({ exhibit }) => (
                  <Checkbox key={exhibit.id} value={exhibit.id} label={`${exhibit.number} · ${exhibit.description}`} />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
        />
        <SimpleGrid cols={2} spacing="sm">
          <TextInput
            withAsterisk
            data-autofocus
            label={t('handOver.to')}
            placeholder={t('officerExample')}
            error={message(errors.to)}
            {...register('to')}
          />
          <TextInput withAsterisk label={t('handOver.from')} error={message(errors.from)} {...register('from')} />
        </SimpleGrid>
        <SimpleGrid cols={3} spacing="sm">
          <TextInput withAsterisk label={t('place')} error={message(errors.place)} {...register('place')} />
          <DayControl required control={control} name="day" label={t('custody.day')} />
          <TextInput withAsterisk label={t('custody.time')} error={message(errors.time)} {...register('time')} />
        </SimpleGrid>
        <Textarea
          withAsterisk
          label={t('handOver.reason')}
          autosize
          minRows={2}
          error={message(errors.reason)}
          {...register('reason')}
        />
        <SimpleGrid cols={2} spacing="sm">
          <TextInput label={t('handOver.witness')} error={message(errors.witness)} {...register('witness')} />
          <ChoiceControl
            control={control}
            name="language"
            label={t('handOver.language')}
            data={[
              { value: 'id', label: 'Bahasa Indonesia' },
              { value: 'en', label: 'English' },
            ]}
          />
        </SimpleGrid>
        <FormButtons save={t('handOver.save')} busy={isSubmitting} onCancel={requestClose} />
      </Stack>
    </form>
  );
}
