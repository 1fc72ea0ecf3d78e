import { Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type Decision, decisionFieldsSchema } from '../../../shared/domain/casework/decision.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { FormDialog, useDialogForm } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { useSave } from './useSave.ts';

interface DecisionFormProps {
  readonly caseId: string;
  /** The entry this one puts right; null for a decision of its own. */
  readonly corrects: Decision | null;
  onClose(): void;
}

const mostAlternatives = 20;

/** As it is typed: an alternative on each line. */
const formSchema = z.object({
  what: decisionFieldsSchema.shape.what,
  reason: decisionFieldsSchema.shape.reason,
  alternatives: z.string().refine((text) => linesOf(text).length <= mostAlternatives, { message: 'too-long:20' }),
});

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export function DecisionForm(props: DecisionFormProps) {
  const { t } = useTranslation('casework');
  const title =
    props.corrects === null ? t('decision.add') : t('decision.correctTitle', { number: props.corrects.number });
  return (
    <FormDialog opened title={title} onClose={props.onClose}>
      <Fields {...props} />
    </FormDialog>
  );
}

function Fields({ caseId, corrects, onClose }: DecisionFormProps) {
  const { t } = useTranslation('casework');
  const message = useIssueText();
  const add = useSave('decisions.add', t('decision.added'), onClose);
  const { register, handleSubmit, formState } = useSchemaForm(formSchema, {
    defaultValues: { what: '', reason: '', alternatives: '' },
  });
  const { errors } = formState;
  const cancel = useDialogForm(formState.isDirty);
  const submit = handleSubmit(({ what, reason, alternatives }) =>
    add.save({
      caseId,
      fields: {
        what,
        reason,
        alternatives: linesOf(alternatives),
        ...(corrects === null ? {} : { corrects: corrects.id }),
      },
    }),
  );
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <FormFailure error={add.error} />
        <Textarea
          data-autofocus
          withAsterisk
          autosize
          minRows={2}
          label={t('decision.what')}
          error={message(errors.what)}
          {...register('what')}
        />
        <Textarea
          withAsterisk
          autosize
          minRows={2}
          label={t('decision.reason')}
          error={message(errors.reason)}
          {...register('reason')}
        />
        <Textarea
          autosize
          minRows={2}
          label={t('decision.alternatives')}
          description={t('decision.alternativesHint')}
          error={message(errors.alternatives)}
          {...register('alternatives')}
        />
        <Text size="sm" c="dimmed">
          {t('decision.forGood')}
        </Text>
        <FormButtons save={t('decision.save')} busy={add.busy} onCancel={cancel} />
      </Stack>
    </form>
  );
}
