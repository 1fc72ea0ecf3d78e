import { Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { dateSchema, requiredText } from '../../../shared/domain/basics.ts';
import type { Case } from '../../../shared/domain/case.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import { useCall } from '../../lib/api.ts';
import { dayFromToday } from '../../lib/dates.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { FormDialog, useDialogForm } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { useSave } from './useSave.ts';
import { DayControl } from '../../components/DayControl.tsx';

interface GoOnFormProps {
  readonly file: Case;
  readonly as: 'cases.review' | 'cases.reopen';
  onClose(): void;
}

const formSchema = z.strictObject({ reviewOn: dateSchema, reason: requiredText(4000) });

/** Why a case goes on, and when it is looked at next: on reviewing it, and on opening it again. */
export function GoOnForm(props: GoOnFormProps) {
  const { t } = useTranslation('casework');
  const { data } = useCall('vault.settings', {});
  const title = props.as === 'cases.review' ? 'standing.reviewTitle' : 'standing.reopenTitle';
  return (
    <FormDialog opened title={t(title, { number: props.file.number })} onClose={props.onClose}>
      <Fields
        key={data === undefined ? 0 : 1}
        days={data?.reviewAfterDays ?? defaultSettings.reviewAfterDays}
        {...props}
      />
    </FormDialog>
  );
}

function Fields({ file, as, days, onClose }: GoOnFormProps & { readonly days: number }) {
  const { t } = useTranslation('casework');
  const message = useIssueText();
  const { error, busy, save } = useSave(
    as,
    t(as === 'cases.review' ? 'standing.reviewed' : 'standing.reopened'),
    onClose,
  );
  const { register, control, handleSubmit, formState } = useSchemaForm(formSchema, {
    defaultValues: { reviewOn: dayFromToday(days), reason: '' },
  });
  const cancel = useDialogForm(formState.isDirty);
  const submit = handleSubmit((fields) => save({ id: file.id, version: file.version, ...fields }));
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <FormFailure error={error} />
        <Textarea
          data-autofocus
          withAsterisk
          autosize
          minRows={3}
          label={t(as === 'cases.review' ? 'standing.whyOn' : 'standing.whyReopen')}
          description={t('standing.inLog')}
          error={message(formState.errors.reason)}
          {...register('reason')}
        />
        <DayControl required control={control} name="reviewOn" label={t('standing.next')} />
        <FormButtons
          save={t(as === 'cases.review' ? 'standing.reviewSave' : 'standing.reopen')}
          busy={busy}
          onCancel={cancel}
        />
      </Stack>
    </form>
  );
}
