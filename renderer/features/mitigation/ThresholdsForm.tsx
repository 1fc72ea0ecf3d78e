import { Button, Group, NumberInput, Stack, Switch, Table } from '@mantine/core';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import {
  defaultThresholds,
  indicatorKinds,
  type Thresholds,
  thresholdsSchema,
} from '../../../shared/domain/mitigation/indicator.ts';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { useIssueText, useSchemaForm } from '../../lib/forms.ts';
import { useMay } from '../../lib/officer.ts';
import { tellDone } from '../../lib/tell.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';

/** From when on each indicator warns. */
export function ThresholdsForm() {
  const { data, error, refetch } = useCall('mitigation.thresholds', {});
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingState />;
  return <Fields key={JSON.stringify(data)} thresholds={data} />;
}

function Fields({ thresholds }: { readonly thresholds: Thresholds }) {
  const { t } = useTranslation('mitigation');
  const message = useIssueText();
  const sets = useMay('mitigation.rules');
  const save = useChange('mitigation.setThresholds');
  const { control, handleSubmit, formState, reset } = useSchemaForm(thresholdsSchema, { defaultValues: thresholds });
  const submit = handleSubmit((fields) =>
    save.mutate({ thresholds: fields }, { onSuccess: () => tellDone(t('indicator.saved')) }),
  );
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm" maw={760}>
        <FormFailure error={save.error} />
        <Table aria-label={t('indicator.rules')} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('indicator.name')}</Table.Th>
              <Table.Th>{t('indicator.on')}</Table.Th>
              <Table.Th>{t('indicator.atLeast')}</Table.Th>
              <Table.Th>{t('indicator.times')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {indicatorKinds.map((kind) => (
              <Table.Tr key={kind}>
                <Table.Th scope="row">{t(`indicatorKind.${kind}`)}</Table.Th>
                <Table.Td>
                  <Controller
                    control={control}
                    name={`${kind}.on`}
                    render={({ field }) => (
                      <Switch
                        aria-label={`${t(`indicatorKind.${kind}`)}: ${t('indicator.on')}`}
                        disabled={!sets}
                        checked={field.value}
                        onChange={(event) => field.onChange(event.currentTarget.checked)}
                      />
                    )}
                  />
                </Table.Td>
                {(['atLeast', 'times'] as const).map((part) => (
                  <Table.Td key={part}>
                    <Controller
                      control={control}
                      name={`${kind}.${part}`}
                      render={({ field }) => (
                        <NumberInput
                          aria-label={`${t(`indicatorKind.${kind}`)}: ${t(`indicator.${part}`)}`}
                          disabled={!sets || (kind === 'occupancy' && part === 'times')}
                          min={1}
                          step={part === 'times' ? 0.1 : 1}
                          allowDecimal={part === 'times'}
                          value={field.value}
                          error={message(formState.errors[kind]?.[part])}
                          onChange={field.onChange}
                          onBlur={field.onBlur}
                        />
                      )}
                    />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {sets && (
          <Group justify="flex-end">
            <Button variant="default" onClick={() => reset(defaultThresholds, { keepDefaultValues: true })}>
              {t('indicator.defaults')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('indicator.save')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
