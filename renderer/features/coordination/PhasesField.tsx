import { ActionIcon, Button, Fieldset, Group, Paper, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type OperationFields, phaseStates } from '../../../shared/domain/coordination/operation.ts';
import { AddRow, EditRow } from '../../components/EditRow.tsx';
import { dayFromToday } from '../../lib/dates.ts';
import { useIssueText } from '../../lib/forms.ts';
import { AgencyControl } from './AgencyControl.tsx';
import { DayControl } from '../../components/DayControl.tsx';
import { ChoiceControl } from '../../components/ChoiceControl.tsx';

type Form = UseFormReturn<OperationFields, unknown, OperationFields>;

const weekDays = 7;

/** The phases of an operation in their order, each with its tasks. */
export function PhasesField({ form }: { readonly form: Form }) {
  const { t } = useTranslation('coordination');
  const { fields, append, remove, move } = useFieldArray({ control: form.control, name: 'phases', keyName: 'key' });
  return (
    <Fieldset legend={t('operation.phases')}>
      <Stack gap="sm">
        {fields.map(({ key }, index) => {
          const number = index + 1;
          return (
            <Paper withBorder p="sm" key={key} component="section" aria-label={t('operation.phase', { number })}>
              <PhaseFields form={form} index={index} />
              <Group justify="flex-end" gap={4} mt={6}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  disabled={index === 0}
                  aria-label={t('operation.phaseUp', { number })}
                  onClick={() => move(index, index - 1)}
                >
                  <IconArrowUp size={16} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  disabled={number === fields.length}
                  aria-label={t('operation.phaseDown', { number })}
                  onClick={() => move(index, index + 1)}
                >
                  <IconArrowDown size={16} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('operation.removePhase', { number })}
                  onClick={() => remove(index)}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              </Group>
            </Paper>
          );
        })}
        <Group>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() =>
              append({ name: '', from: dayFromToday(0), until: dayFromToday(weekDays), state: 'planned', tasks: [] })
            }
          >
            {t('operation.addPhase')}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}

function PhaseFields({
  form: { control, register, formState },
  index,
}: {
  readonly form: Form;
  readonly index: number;
}) {
  const { t } = useTranslation('coordination');
  const message = useIssueText();
  const errors = formState.errors.phases?.[index];
  const { fields, append, remove } = useFieldArray({ control, name: `phases.${index}.tasks`, keyName: 'key' });
  return (
    <Stack gap="sm">
      <SimpleGrid cols={4} spacing="xs">
        <TextInput
          withAsterisk
          label={t('phaseField.name')}
          error={message(errors?.name)}
          {...register(`phases.${index}.name`)}
        />
        {(['from', 'until'] as const).map((name) => (
          <DayControl
            key={name}
            required
            control={control}
            name={`phases.${index}.${name}`}
            label={t(`operation.${name}`)}
          />
        ))}
        <ChoiceControl
          control={control}
          name={`phases.${index}.state`}
          label={t('operation.state')}
          data={phaseStates.map((value) => ({ value, label: t(`phaseState.${value}`) }))}
        />
      </SimpleGrid>
      {fields.map(({ key }, place) => {
        const problems = errors?.tasks?.[place];
        return (
          <EditRow key={key} removeLabel={t('removeRow', { number: place + 1 })} onRemove={() => remove(place)}>
            <SimpleGrid cols={4} spacing="xs" flex={1}>
              <TextInput
                withAsterisk
                label={t('task.what')}
                error={message(problems?.what)}
                {...register(`phases.${index}.tasks.${place}.what`)}
              />
              <TextInput
                withAsterisk
                label={t('task.owner')}
                error={message(problems?.owner)}
                {...register(`phases.${index}.tasks.${place}.owner`)}
              />
              <AgencyControl control={control} name={`phases.${index}.tasks.${place}.agency`} />
              <DayControl
                required
                control={control}
                name={`phases.${index}.tasks.${place}.dueOn`}
                label={t('task.dueOn')}
              />
            </SimpleGrid>
          </EditRow>
        );
      })}
      <AddRow
        label={t('task.add')}
        onAdd={() => append({ what: '', owner: '', agency: '', dueOn: dayFromToday(weekDays), state: 'open' })}
      />
    </Stack>
  );
}
