import { Autocomplete, NumberInput, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { skillFieldsSchema, skills } from '../../../shared/domain/training/skill.ts';
import { dayFromToday } from '../../lib/dates.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { useSave } from '../casework/useSave.ts';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { FormDialog, useDialogForm } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { DayControl } from '../../components/DayControl.tsx';
import { ChoiceControl } from '../../components/ChoiceControl.tsx';

interface SkillFormProps {
  readonly officers: readonly string[];
  onClose(): void;
}

/** A course somebody took part in, or an exercise they did. */
export function SkillForm(props: SkillFormProps) {
  const { t } = useTranslation('training');
  return (
    <FormDialog opened title={t('skills.add')} size={640} onClose={props.onClose}>
      <Fields {...props} />
    </FormDialog>
  );
}

function Fields({ officers, onClose }: SkillFormProps) {
  const { t } = useTranslation('training');
  const message = useIssueText();
  const save = useSave('skills.add', t('skills.saved'), onClose);
  const { register, control, handleSubmit, formState, watch } = useSchemaForm(skillFieldsSchema, {
    defaultValues: {
      officer: '',
      skill: 'data-protection',
      kind: 'course',
      title: '',
      on: dayFromToday(0),
      trainer: '',
      note: '',
    },
  });
  const { errors } = formState;
  const cancel = useDialogForm(formState.isDirty);
  const submit = handleSubmit((fields) => save.save({ fields }));
  const kind = watch('kind');
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <FormFailure error={save.error} />
        <Controller
          control={control}
          name="officer"
          render={({ field }) => (
            <Autocomplete
              data-autofocus
              withAsterisk
              label={t('skills.officer')}
              data={[...officers]}
              value={field.value}
              error={message(errors.officer)}
              onChange={field.onChange}
              onBlur={field.onBlur}
            />
          )}
        />
        <SimpleGrid cols={2} spacing="sm">
          <ChoiceControl
            control={control}
            name="kind"
            label={t('skills.kind')}
            data={(['course', 'exercise'] as const).map((value) => ({ value, label: t(`skills.kinds.${value}`) }))}
          />
          <ChoiceControl
            control={control}
            name="skill"
            label={t('skills.skill')}
            data={skills.map((value) => ({ value, label: t(`skill.${value}`) }))}
          />
        </SimpleGrid>
        <TextInput withAsterisk label={t('skills.title')} error={message(errors.title)} {...register('title')} />
        <SimpleGrid cols={3} spacing="sm">
          <DayControl required control={control} name="on" label={t('skills.on')} />
          <DayControl control={control} name="until" label={t('skills.untilLabel')} />
          <Controller
            control={control}
            name="score"
            render={({ field }) => (
              <NumberInput
                withAsterisk={kind === 'exercise'}
                label={t('skills.score')}
                min={0}
                max={100}
                clampBehavior="strict"
                allowDecimal={false}
                value={field.value ?? ''}
                error={message(errors.score)}
                onChange={(value) => field.onChange(typeof value === 'number' ? value : undefined)}
              />
            )}
          />
        </SimpleGrid>
        <TextInput label={t('skills.trainer')} error={message(errors.trainer)} {...register('trainer')} />
        <Textarea autosize minRows={2} label={t('skills.note')} error={message(errors.note)} {...register('note')} />
        <FormButtons save={t('common:save')} busy={save.busy} onCancel={cancel} />
      </Stack>
    </form>
  );
}
