import { Autocomplete, Button, Checkbox, Group, List, Select, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconNotebook } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../shared/contract/cases.ts';
import { knownLinkKinds, type LinkFields, linkStatuses } from '../../../shared/domain/link.ts';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { useDialogForm } from '../people/forms/FormDialog.tsx';
import { Notice } from '../people/forms/Notice.tsx';
import { TextListField } from '../people/forms/TextListField.tsx';
import { useIssueText } from '../../lib/forms.ts';
import { useFreshValues } from '../people/forms/useFreshValues.ts';
import { useLinkKind } from '../people/useLinkKind.ts';
import { visitsBetween, visitsLink } from './evidence.ts';
import { GradeField } from './GradeField.tsx';
import { isDirectedKind, kindFromText, linkResolver, refusals } from './linkForm.ts';
import { usePeriod } from './usePeriod.ts';
import { useRegisterSource } from './useRegisterSource.ts';
import { DayControl } from '../../components/DayControl.tsx';
import { ChoiceControl } from '../../components/ChoiceControl.tsx';

interface LinkFormProps {
  readonly view: CaseView;
  readonly initial: LinkFields;
  readonly save: string;
  readonly busy: boolean;
  readonly failure: ReactNode;
  onSave(fields: LinkFields): void;
}

export function LinkForm({ view, initial, save, busy, failure, onSave }: LinkFormProps) {
  const { t } = useTranslation('cases');
  const message = useIssueText();
  const kindName = useLinkKind();
  const period = usePeriod();
  const registerSource = useRegisterSource();
  const form = useForm<LinkFields>({ resolver: linkResolver, defaultValues: initial });
  const { control, register, formState, watch } = form;
  const { errors } = formState;
  const requestClose = useDialogForm(formState.isDirty);
  useFreshValues(form, initial);
  const [from, to, kind] = watch(['from', 'to', 'kind']);
  const pair = kind === 'visits' ? undefined : visitsBetween(view.visitPairs, from, to);
  const reasons = refusals(errors);

  /** The list's own error, or the one of a line in it. */
  function sourceProblem(): string | undefined {
    const problem = errors.sources;
    if (problem === undefined) return undefined;
    return problem.message === 'required'
      ? t('errors:link-without-source')
      : message(problem.find?.((line) => line !== undefined));
  }

  function fillFromRegister(): void {
    if (pair === undefined) return;
    const link = visitsLink(pair, registerSource(pair));
    for (const name of ['from', 'to', 'kind', 'directed', 'since', 'until', 'status', 'sources'] as const)
      form.setValue(name, link[name], { shouldDirty: true });
  }

  return (
    <form noValidate onSubmit={(event) => void form.handleSubmit(onSave)(event)}>
      <Stack gap="sm">
        {failure}
        {reasons.length > 0 && (
          <Notice tone="bad" role="alert" icon={<IconAlertTriangle size={16} />} title={t('links.refused')}>
            <List size="sm">
              {reasons.map((reason) => (
                <List.Item key={reason}>{t(`links.reason.${reason}`)}</List.Item>
              ))}
            </List>
          </Notice>
        )}
        <SimpleGrid cols={2} spacing="sm">
          {(['from', 'to'] as const).map((end) => (
            <Controller
              key={end}
              control={control}
              name={end}
              render={({ field }) => (
                <Select
                  withAsterisk
                  searchable
                  openOnFocus={false}
                  data-autofocus={end === 'from' ? true : undefined}
                  ref={field.ref}
                  label={t(`links.${end}`)}
                  placeholder={t('links.choosePerson')}
                  nothingFoundMessage={t('picker.nobody')}
                  value={field.value === '' ? null : field.value}
                  data={view.file.members.map((member, index) => ({
                    value: member.personId,
                    label: `${view.people[index]?.name ?? ''} · ${t(`domain:part.${member.part}`)}`,
                  }))}
                  error={
                    errors[end]?.message === 'link-to-itself'
                      ? message(errors[end])
                      : errors[end] && t('links.reason.people')
                  }
                  onBlur={field.onBlur}
                  onChange={(value) => field.onChange(value ?? '')}
                />
              )}
            />
          ))}
        </SimpleGrid>
        {pair !== undefined && (
          <Notice icon={<IconNotebook size={16} />}>
            <Group justify="space-between" wrap="nowrap">
              <Text size="sm">{t('evidence.found', { count: pair.count, period: period(pair.first, pair.last) })}</Text>
              <Button size="compact-sm" variant="light" onClick={fillFromRegister}>
                {t('evidence.fill')}
              </Button>
            </Group>
          </Notice>
        )}
        <SimpleGrid cols={2} spacing="sm">
          <Controller
            control={control}
            name="kind"
            render={({ field }) => (
              <Autocomplete
                withAsterisk
                openOnFocus={false}
                ref={field.ref}
                label={t('links.kind')}
                description={t('links.kindHint')}
                value={kindName(field.value)}
                data={knownLinkKinds.map(kindName)}
                error={message(errors.kind)}
                onBlur={field.onBlur}
                onChange={(text) => {
                  const next = kindFromText(text, kindName);
                  field.onChange(next);
                  if (isDirectedKind(next)) form.setValue('directed', true, { shouldDirty: true });
                }}
              />
            )}
          />
          <ChoiceControl
            required
            control={control}
            name="status"
            label={t('links.status')}
            description={t('links.statusHint')}
            data={linkStatuses.map((status) => ({ value: status, label: t(`domain:linkStatus.${status}`) }))}
          />
        </SimpleGrid>
        <Controller
          control={control}
          name="directed"
          render={({ field }) => (
            <Checkbox
              label={t('links.directed')}
              checked={field.value}
              onChange={(event) => field.onChange(event.currentTarget.checked)}
            />
          )}
        />
        <SimpleGrid cols={2} spacing="sm">
          {(['since', 'until'] as const).map((end) => (
            <DayControl key={end} control={control} name={end} label={t(`links.${end}`)} />
          ))}
        </SimpleGrid>
        <Controller
          control={control}
          name="grade"
          render={({ field }) => (
            <GradeField
              value={field.value}
              inputRef={field.ref}
              sourceError={message(errors.grade?.source)}
              informationError={message(errors.grade?.information)}
              onChange={field.onChange}
            />
          )}
        />
        <Controller
          control={control}
          name="sources"
          render={({ field }) => (
            <TextListField
              required
              label={t('links.sources')}
              description={t('links.sourcesHint')}
              lineLabel={(n) => t('links.sourceN', { n })}
              addLabel={t('links.addSource')}
              value={field.value}
              error={sourceProblem()}
              onChange={field.onChange}
            />
          )}
        />
        <Textarea
          autosize
          minRows={2}
          maxRows={6}
          label={t('links.note')}
          error={message(errors.note)}
          {...register('note')}
        />
        <FormButtons save={save} busy={busy} onCancel={requestClose} />
      </Stack>
    </form>
  );
}
