import { Checkbox, MultiSelect, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Controller, FormProvider } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { gradeCodes } from '../../../shared/domain/grade.ts';
import { type SourceCard, sourceCardSchema, sourceMotives, sourceStates } from '../../../shared/domain/source.ts';
import { useCall } from '../../lib/api.ts';
import { dayFromToday } from '../../lib/dates.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { FieldGroup } from '../people/forms/FieldGroup.tsx';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { useDialogForm } from '../people/forms/FormDialog.tsx';
import { KnownPerson } from './KnownPerson.tsx';
import { RecordField } from './RecordField.tsx';
import { DayControl } from '../../components/DayControl.tsx';
import { ChoiceControl } from '../../components/ChoiceControl.tsx';

interface SourceFormProps {
  readonly initial: SourceCard;
  readonly save: string;
  readonly busy: boolean;
  readonly failure: ReactNode;
  onSave(card: SourceCard): void;
}

/** What an authorisation begins with: half a year, looked at again a fortnight before. */
const usualPeriod = () => ({ from: dayFromToday(0), until: dayFromToday(180), bringForward: dayFromToday(166) });

export function SourceForm({ initial, save, busy, failure, onSave }: SourceFormProps) {
  const { t } = useTranslation('sources');
  const message = useIssueText();
  const form = useSchemaForm(sourceCardSchema, { defaultValues: initial });
  const { control, register, formState, setValue, watch } = form;
  const { errors } = formState;
  const requestClose = useDialogForm(formState.isDirty);
  const officers = useCall('officers.list', {}).data ?? [];
  const handlers = officers.filter(({ roles, status }) => status === 'active' && roles.includes('source-handler'));
  const authorised = watch('authorisation') !== undefined;

  const list = (
    name: 'reliability' | 'motive' | 'state',
    label: string,
    options: readonly { readonly value: string; readonly label: string }[],
    description?: string,
  ) => <ChoiceControl required control={control} name={name} label={label} description={description} data={options} />;

  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={(event) => void form.handleSubmit(onSave)(event)}>
        <Stack gap="sm">
          {failure}
          <SimpleGrid cols={2} spacing="sm">
            <TextInput
              withAsterisk
              label={t('pseudonym')}
              description={t('pseudonymHint')}
              error={message(errors.pseudonym)}
              {...register('pseudonym')}
            />
            {list(
              'reliability',
              t('reliability'),
              gradeCodes.admiralty.source.map((letter) => ({
                value: letter,
                label: `${letter} – ${t(`domain:grade.admiralty.source.${letter}`)}`,
              })),
              t('reliabilityHint'),
            )}
            <TextInput
              data-autofocus
              withAsterisk
              label={t('card.name')}
              error={message(errors.name)}
              {...register('name')}
            />
            <TextInput label={t('card.nationalId')} error={message(errors.nationalId)} {...register('nationalId')} />
          </SimpleGrid>
          <KnownPerson />
          <TextInput label={t('card.contact')} error={message(errors.contact)} {...register('contact')} />
          <SimpleGrid cols={2} spacing="sm">
            <Controller
              control={control}
              name="handlers"
              render={({ field }) => (
                <MultiSelect
                  withAsterisk
                  label={t('handlers')}
                  data={handlers.map(({ id, name }) => ({ value: id, label: name }))}
                  value={field.value}
                  error={message(errors.handlers)}
                  onBlur={field.onBlur}
                  onChange={field.onChange}
                />
              )}
            />
            {list(
              'state',
              t('stateTitle'),
              sourceStates.map((state) => ({ value: state, label: t(`state.${state}`) })),
            )}
            {list(
              'motive',
              t('card.motive'),
              sourceMotives.map((motive) => ({ value: motive, label: t(`motive.${motive}`) })),
            )}
            <TextInput label={t('card.motiveNote')} error={message(errors.motiveNote)} {...register('motiveNote')} />
          </SimpleGrid>
          <Textarea
            autosize
            minRows={2}
            maxRows={6}
            label={t('card.risks')}
            error={message(errors.risks)}
            {...register('risks')}
          />
          <FieldGroup label={t('card.authorisation')}>
            <Stack gap="xs">
              <Checkbox
                label={t('card.authorise')}
                checked={authorised}
                onChange={(event) =>
                  setValue('authorisation', event.currentTarget.checked ? { by: '', ...usualPeriod() } : undefined, {
                    shouldDirty: true,
                  })
                }
              />
              {authorised ? (
                <>
                  <TextInput
                    withAsterisk
                    label={t('card.by')}
                    description={t('card.byHint')}
                    error={message(errors.authorisation?.by)}
                    {...register('authorisation.by')}
                  />
                  <SimpleGrid cols={3} spacing="sm">
                    {(['from', 'until', 'bringForward'] as const).map((name) => (
                      <DayControl
                        key={name}
                        required
                        control={control}
                        name={`authorisation.${name}`}
                        label={t(`card.${name}`)}
                      />
                    ))}
                  </SimpleGrid>
                </>
              ) : (
                errors.authorisation !== undefined && (
                  <TextInput
                    readOnly
                    aria-label={t('card.authorisation')}
                    error={message(errors.authorisation.by)}
                    value={t('card.noAuthorisation')}
                  />
                )
              )}
            </Stack>
          </FieldGroup>
          <RecordField />
          <FormButtons save={save} busy={busy} onCancel={requestClose} />
        </Stack>
      </form>
    </FormProvider>
  );
}
