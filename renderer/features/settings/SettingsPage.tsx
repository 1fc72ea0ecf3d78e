import { Button, Group, NumberInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { zodResolver } from '@hookform/resolvers/zod';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract.ts';
import { settingsFieldsSchema } from '../../../shared/domain/settings.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';

export function SettingsPage() {
  const { t } = useTranslation('settings');
  const settings = useCall('vault.settings', {});
  return (
    <>
      <PageHeader title={t('title')} />
      <Stack gap="xl" maw={560}>
        {settings.error !== null && <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />}
        {settings.data === undefined ? (
          <LoadingState />
        ) : (
          <SettingsForm key={settings.data.version} settings={settings.data} />
        )}
        <About />
      </Stack>
    </>
  );
}

function SettingsForm({ settings }: { readonly settings: Output<'vault.settings'> }) {
  const { t } = useTranslation('settings');
  const save = useChange('vault.saveSettings');
  const { agencyName, caseNumberTemplate, idleLockSeconds, reviewAfterDays, version } = settings;
  const { control, handleSubmit, register, formState, watch } = useForm({
    resolver: zodResolver(settingsFieldsSchema),
    defaultValues: { agencyName, caseNumberTemplate, idleLockSeconds, reviewAfterDays },
  });
  const { errors, isDirty } = formState;
  const example = watch('caseNumberTemplate')
    .replaceAll('{n}', '0001')
    .replaceAll('{roman}', 'XI')
    .replaceAll('{year}', '2026');
  const submit = handleSubmit(async (fields) => {
    try {
      await save.mutateAsync({ version, fields });
      tellDone(t('common:saved'));
    } catch (error) {
      tellError(error);
    }
  });
  const wrong = t('errors:invalid-input');

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <Title order={2}>{t('vault')}</Title>
        <TextInput label={t('agencyName')} error={errors.agencyName && wrong} {...register('agencyName')} />
        <TextInput
          label={t('template')}
          description={t('templateHint', { example })}
          error={errors.caseNumberTemplate && wrong}
          {...register('caseNumberTemplate')}
        />
        <Group grow align="flex-start">
          <Controller
            control={control}
            name="idleLockSeconds"
            render={({ field }) => (
              <NumberInput
                label={t('idle')}
                description="30–3600"
                size="sm"
                value={field.value}
                error={errors.idleLockSeconds && wrong}
                onChange={(value) => field.onChange(typeof value === 'number' ? value : Number.NaN)}
              />
            )}
          />
          <Controller
            control={control}
            name="reviewAfterDays"
            render={({ field }) => (
              <NumberInput
                label={t('review')}
                description="7–365"
                size="sm"
                value={field.value}
                error={errors.reviewAfterDays && wrong}
                onChange={(value) => field.onChange(typeof value === 'number' ? value : Number.NaN)}
              />
            )}
          />
        </Group>
        <Group justify="flex-end">
          <Button type="submit" disabled={!isDirty} loading={save.isPending}>
            {t('common:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function About() {
  const { t } = useTranslation('settings');
  const about = useCall('app.about', {});
  return (
    <Stack gap={4}>
      <Title order={2}>{t('about')}</Title>
      <Text size="sm">
        {t('version')}: {about.data?.version} · {t('runtime')}: {about.data?.runtime}
      </Text>
      <Text size="sm" c="dimmed">
        {t('network')}
      </Text>
    </Stack>
  );
}
