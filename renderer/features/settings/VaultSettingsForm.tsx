import { Button, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Controller, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract.ts';
import { markings } from '../../../shared/domain/basics.ts';
import { fillCaseNumber } from '../../../shared/domain/case-number.ts';
import { reasonRules, settingsFieldsSchema } from '../../../shared/domain/settings.ts';
import { FormError } from '../../components/FormError.tsx';
import { Section } from '../../components/Section.tsx';
import { useChange } from '../../lib/api.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { showDuration } from '../../lib/numbers.ts';
import { usePolicy } from '../../lib/policy.ts';
import { tellDone } from '../../lib/tell.tsx';
import { ChoiceControl } from '../../components/ChoiceControl.tsx';

import classes from './SettingsPage.module.css';

const fromInput = (value: number | string): number => (typeof value === 'number' ? value : Number.NaN);

/** What is agreed for the whole vault. */
export function VaultSettingsForm({ settings }: { readonly settings: Output<'vault.settings'> }) {
  const { t } = useTranslation('settings');
  const issueText = useIssueText();
  const [today] = useState(() => new Date());
  const { longestIdleLockSeconds: longestIdle } = usePolicy();
  const save = useChange('vault.saveSettings');
  const { agencyName, caseNumberTemplate, idleLockSeconds, reviewAfterDays, backupEveryDays, version } = settings;
  const { releaseThreshold, readReason, reportNumberTemplate } = settings;
  const agreed = { agencyName, caseNumberTemplate, idleLockSeconds, reviewAfterDays, backupEveryDays };
  const { control, handleSubmit, register, formState } = useSchemaForm(settingsFieldsSchema, {
    defaultValues: { ...agreed, releaseThreshold, readReason, reportNumberTemplate },
  });
  const { errors, isDirty } = formState;
  const [template, reportTemplate, idle] = useWatch({
    control,
    name: ['caseNumberTemplate', 'reportNumberTemplate', 'idleLockSeconds'],
  });
  function idleText(seconds: number): string {
    if (Number.isNaN(seconds)) return t('idleHint');
    if (longestIdle !== undefined && longestIdle < seconds)
      return t('policy.idle', { duration: showDuration(longestIdle) });
    return t('idleShown', { duration: showDuration(seconds) });
  }

  const submit = handleSubmit((fields) =>
    save.mutate({ version, fields }, { onSuccess: () => tellDone(t('common:saved')) }),
  );

  return (
    <Section title={t('vault')} note={t('vaultNote')}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          <TextInput
            label={t('agencyName')}
            description={t('agencyNameHint')}
            error={issueText(errors.agencyName)}
            {...register('agencyName')}
          />
          <TextInput
            label={t('template')}
            description={
              <>
                {t('templateHint')} {t('templateExample')} <output>{fillCaseNumber(template, 1, today)}</output>
              </>
            }
            error={errors.caseNumberTemplate === undefined ? undefined : t('templateWrong')}
            {...register('caseNumberTemplate')}
          />
          <TextInput
            label={t('reportTemplate')}
            description={
              <>
                {t('templateHint')} {t('templateExample')} <output>{fillCaseNumber(reportTemplate, 1, today)}</output>
              </>
            }
            error={errors.reportNumberTemplate === undefined ? undefined : t('templateWrong')}
            {...register('reportNumberTemplate')}
          />
          <div className={classes.pairs}>
            <Controller
              control={control}
              name="idleLockSeconds"
              render={({ field: { value, onChange, onBlur } }) => (
                <NumberInput
                  label={t('idle')}
                  description={idleText(idle)}
                  value={Number.isNaN(value) ? '' : value}
                  step={30}
                  allowDecimal={false}
                  error={issueText(errors.idleLockSeconds)}
                  onChange={(next) => onChange(fromInput(next))}
                  onBlur={onBlur}
                />
              )}
            />
            <Controller
              control={control}
              name="reviewAfterDays"
              render={({ field: { value, onChange, onBlur } }) => (
                <NumberInput
                  label={t('review')}
                  description={t('reviewHint')}
                  value={Number.isNaN(value) ? '' : value}
                  allowDecimal={false}
                  error={issueText(errors.reviewAfterDays)}
                  onChange={(next) => onChange(fromInput(next))}
                  onBlur={onBlur}
                />
              )}
            />
            <Controller
              control={control}
              name="backupEveryDays"
              render={({ field: { value, onChange, onBlur } }) => (
                <NumberInput
                  label={t('backup')}
                  description={t('backupHint')}
                  value={Number.isNaN(value) ? '' : value}
                  allowDecimal={false}
                  error={issueText(errors.backupEveryDays)}
                  onChange={(next) => onChange(fromInput(next))}
                  onBlur={onBlur}
                />
              )}
            />
          </div>
          <div className={classes.pairs}>
            <ChoiceControl
              control={control}
              name="releaseThreshold"
              label={t('release')}
              description={t('releaseHint')}
              data={markings.map((value) => ({ value, label: t(`domain:marking.${value}`) }))}
            />
            <ChoiceControl
              control={control}
              name="readReason"
              label={t('readReason')}
              description={t('readReasonHint')}
              data={reasonRules.map((value) => ({ value, label: t(`readReasons.${value}`) }))}
            />
          </div>
          <FormError error={save.error} />
          <Group justify="flex-end">
            <Button type="submit" disabled={!isDirty} loading={save.isPending}>
              {t('common:save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
