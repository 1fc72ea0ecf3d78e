import { zodResolver } from '@hookform/resolvers/zod';
import { Fieldset, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { memberPartSchema, memberParts } from '../../../shared/domain/case.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import { useCall } from '../../lib/api.ts';
import { dayFromToday } from '../../lib/dates.ts';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { useDialogForm } from '../people/forms/FormDialog.tsx';
import { issueKey, useIssueText } from '../../lib/forms.ts';
import { GradeField } from './GradeField.tsx';
import { blankAllegation, type MemberFields, memberFormSchema } from './memberForm.ts';
import { DayControl } from '../../components/DayControl.tsx';

interface MemberFormProps {
  readonly initial: MemberFields;
  readonly save: string;
  readonly busy: boolean;
  readonly failure: ReactNode;
  onSave(fields: MemberFields): void;
}

export function MemberForm({ initial, save, busy, failure, onSave }: MemberFormProps) {
  const { t } = useTranslation('cases');
  const message = useIssueText();
  const settings = useCall('vault.settings', {});
  const days = settings.data?.reviewAfterDays ?? defaultSettings.reviewAfterDays;
  const form = useForm<MemberFields>({
    resolver: zodResolver(memberFormSchema, { error: issueKey }),
    defaultValues: initial,
  });
  const { control, register, formState } = form;
  const { errors } = formState;
  const requestClose = useDialogForm(formState.isDirty);
  const part = form.watch('part');

  function changePart(value: string | null): void {
    const next = memberPartSchema.safeParse(value).data;
    if (next === undefined) return;
    form.setValue('part', next, { shouldDirty: true });
    form.setValue('allegation', next === 'supplier' ? blankAllegation(dayFromToday(days)) : undefined, {
      shouldDirty: true,
    });
  }

  return (
    <form noValidate onSubmit={(event) => void form.handleSubmit(onSave)(event)}>
      <Stack gap="sm">
        {failure}
        <Select
          withAsterisk
          label={t('members.part')}
          value={part}
          allowDeselect={false}
          data={memberParts.map((each) => ({ value: each, label: t(`domain:part.${each}`) }))}
          onChange={changePart}
        />
        {part === 'supplier' && (
          <Fieldset legend={t('members.allegation')}>
            <Stack gap="sm">
              <Text size="xs" c="dimmed">
                {t('domain:allegation')}
              </Text>
              <Controller
                control={control}
                name="allegation.grade"
                render={({ field }) => (
                  <GradeField
                    value={field.value ?? blankAllegation('').grade}
                    inputRef={field.ref}
                    sourceError={message(errors.allegation?.grade?.source)}
                    informationError={message(errors.allegation?.grade?.information)}
                    onChange={field.onChange}
                  />
                )}
              />
              <TextInput
                withAsterisk
                label={t('members.allegationSource')}
                description={t('members.allegationSourceHint')}
                error={message(errors.allegation?.source)}
                {...register('allegation.source')}
              />
              <DayControl required control={control} name="allegation.reviewOn" label={t('members.reviewOn')} />
            </Stack>
          </Fieldset>
        )}
        <Textarea
          autosize
          minRows={2}
          maxRows={6}
          label={t('members.note')}
          error={message(errors.note)}
          {...register('note')}
        />
        <FormButtons save={save} busy={busy} onCancel={requestClose} />
      </Stack>
    </form>
  );
}
