import { Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { languageSchema, text } from '../../../shared/domain/basics.ts';
import { useChange } from '../../lib/api.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { currentLanguage } from '../../lib/i18n.ts';
import { tellDone } from '../../lib/tell.tsx';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { FormDialog, useDialogForm } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { ChoiceControl } from '../../components/ChoiceControl.tsx';

const printSchema = z.strictObject({ remarks: text(4000), language: languageSchema });

interface SituationDialogProps {
  readonly week: string;
  readonly isoWeek: string;
  onClose(): void;
}

/** The weekly report, with what the officer says of it. */
export function SituationDialog(props: SituationDialogProps) {
  const { t } = useTranslation('mitigation');
  return (
    <FormDialog opened title={`${t('report.title')} ${props.isoWeek}`} onClose={props.onClose}>
      <Fields {...props} />
    </FormDialog>
  );
}

function Fields({ week, onClose }: SituationDialogProps) {
  const { t } = useTranslation('mitigation');
  const message = useIssueText();
  const print = useChange('mitigation.printSituation');
  const { register, control, handleSubmit, formState } = useSchemaForm(printSchema, {
    defaultValues: { remarks: '', language: currentLanguage() },
  });
  const cancel = useDialogForm(formState.isDirty);
  const submit = handleSubmit((fields) =>
    print.mutate(
      { week, ...fields },
      {
        onSuccess: ({ saved }) => {
          if (saved === null) return;
          tellDone(t('picture.printed', { path: saved.path }));
          onClose();
        },
      },
    ),
  );
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <FormFailure error={print.error} />
        <ChoiceControl
          control={control}
          name="language"
          label={t('cases:export.language')}
          data={languageSchema.options.map((value) => ({ value, label: t(`cases:export.languages.${value}`) }))}
        />
        <Textarea
          data-autofocus
          autosize
          minRows={3}
          maxRows={12}
          label={t('picture.remarks')}
          description={t('picture.remarksHint')}
          error={message(formState.errors.remarks)}
          {...register('remarks')}
        />
        <FormButtons save={t('picture.print')} busy={print.isPending} onCancel={cancel} />
      </Stack>
    </form>
  );
}
