import { Button, NumberInput, Stack, Table, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract.ts';
import { retentionRuleFieldsSchema } from '../../../shared/domain/retention.ts';
import { Section } from '../../components/Section.tsx';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { showNumber } from '../../lib/numbers.ts';
import { useMay } from '../../lib/officer.ts';
import { tellDone } from '../../lib/tell.tsx';
import { FormButtons } from '../people/forms/FormButtons.tsx';
import { FormDialog, useDialogForm } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';

type Rule = Output<'retention.rules'>[number];

/** One line for each class; what nobody wrote yet is shown as the program proposes it. */
export function RulesSection() {
  const { t } = useTranslation('retention');
  const rules = useCall('retention.rules', {});
  const changes = useMay('retention.rules');
  const [editing, setEditing] = useState<Rule | null>(null);
  const purposeOf = (rule: Rule): string => rule.purpose ?? t(`default.${rule.recordClass}.purpose`);
  const basisOf = (rule: Rule): string => rule.legalBasis ?? t(`default.${rule.recordClass}.legalBasis`);
  return (
    <Section title={t('rules.title')} note={t('rules.note')}>
      {rules.error !== null && <ErrorState error={rules.error} onRetry={() => void rules.refetch()} />}
      {rules.isPending && <LoadingState />}
      {rules.data !== undefined && (
        <Table aria-label={t('rules.title')} verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="16%">{t('rules.class')}</Table.Th>
              <Table.Th>{t('rules.purpose')}</Table.Th>
              <Table.Th>{t('rules.legalBasis')}</Table.Th>
              <Table.Th w={70} ta="right">
                {t('rules.months')}
              </Table.Th>
              {changes && (
                <Table.Th w={90}>
                  <span className="visually-hidden">{t('common:actions')}</span>
                </Table.Th>
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rules.data.map((rule) => (
              <Table.Tr key={rule.recordClass}>
                <Table.Td>{t(`class.${rule.recordClass}`)}</Table.Td>
                <Table.Td>{purposeOf(rule)}</Table.Td>
                <Table.Td>{basisOf(rule)}</Table.Td>
                <Table.Td ta="right">{showNumber(rule.months)}</Table.Td>
                {changes && (
                  <Table.Td ta="right">
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={t('rules.editOf', { class: t(`class.${rule.recordClass}`) })}
                      onClick={() => setEditing(rule)}
                    >
                      {t('rules.edit')}
                    </Button>
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {editing !== null && (
        <FormDialog
          opened
          title={t('rules.editTitle', { class: t(`class.${editing.recordClass}`) })}
          onClose={() => setEditing(null)}
        >
          <RuleForm
            rule={{ ...editing, purpose: purposeOf(editing), legalBasis: basisOf(editing) }}
            onDone={() => setEditing(null)}
          />
        </FormDialog>
      )}
    </Section>
  );
}

interface RuleFormProps {
  readonly rule: Rule & { readonly purpose: string; readonly legalBasis: string };
  onDone(): void;
}

function RuleForm({ rule: { version, ...fields }, onDone }: RuleFormProps) {
  const { t } = useTranslation('retention');
  const message = useIssueText();
  const save = useChange('retention.saveRule');
  const { control, formState, handleSubmit, register } = useSchemaForm(retentionRuleFieldsSchema, {
    defaultValues: fields,
  });
  const { errors } = formState;
  const requestClose = useDialogForm(formState.isDirty);
  const submit = handleSubmit((changed) =>
    save.mutate(
      { version, fields: changed },
      {
        onSuccess: () => {
          tellDone(t('common:saved'));
          onDone();
        },
      },
    ),
  );
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <FormFailure error={save.error} />
        {(['purpose', 'legalBasis'] as const).map((name) => (
          <Textarea
            key={name}
            withAsterisk
            autosize
            minRows={2}
            maxRows={6}
            label={t(`rules.${name}`)}
            error={message(errors[name])}
            {...register(name)}
          />
        ))}
        <Controller
          control={control}
          name="months"
          render={({ field }) => (
            <NumberInput
              data-autofocus
              withAsterisk
              ref={field.ref}
              label={t('rules.months')}
              description={t('rules.monthsHint')}
              min={1}
              max={600}
              allowDecimal={false}
              value={field.value}
              error={message(errors.months)}
              onBlur={field.onBlur}
              onChange={(value) => field.onChange(typeof value === 'number' ? value : Number.NaN)}
            />
          )}
        />
        <FormButtons save={t('common:save')} busy={save.isPending} onCancel={requestClose} />
      </Stack>
    </form>
  );
}
