import { Button, Group, MultiSelect, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { officersOfCase } from '../../../shared/domain/access.ts';
import type { Case } from '../../../shared/domain/case.ts';
import { FormError } from '../../components/FormError.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { useMayInCase } from '../../lib/officer.ts';
import { tellDone } from '../../lib/tell.tsx';

/** Need to know: who sees this case. */
export function CaseOfficers({ file }: { readonly file: Case }) {
  const { t } = useTranslation('officers');
  const officers = useCall('officers.list', {});
  const save = useChange('cases.setOfficers');
  const changes = useMayInCase('cases.officers', file);
  const current = officersOfCase(file);
  const [chosen, setChosen] = useState<string[] | null>(null);
  const nameOf = (id: string): string => officers.data?.find((officer) => officer.id === id)?.name ?? '…';
  const able = (officers.data ?? []).filter((officer) => officer.status !== 'disabled' || current.includes(officer.id));

  return (
    <Paper withBorder p="sm" component="section" aria-label={t('case.title')}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Text size="xs" c="dimmed" mb={4}>
            {t('case.title')}
          </Text>
          <Text size="sm">{current.map(nameOf).join(', ')}</Text>
        </div>
        {changes && chosen === null && (
          <Button size="compact-sm" variant="default" onClick={() => setChosen([...current])}>
            {t('case.change')}
          </Button>
        )}
      </Group>
      {chosen !== null && (
        <Stack mt="xs">
          <MultiSelect
            label={t('case.who')}
            description={t('case.note')}
            searchable
            data={able.map(({ id, name }) => ({ value: id, label: name }))}
            value={chosen}
            onChange={setChosen}
          />
          <FormError error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setChosen(null)}>
              {t('common:cancel')}
            </Button>
            <Button
              loading={save.isPending}
              disabled={chosen.length === 0}
              onClick={() =>
                save.mutate(
                  { id: file.id, version: file.version, officers: chosen },
                  {
                    onSuccess: () => {
                      setChosen(null);
                      tellDone(t('common:saved'));
                    },
                  },
                )
              }
            >
              {t('common:save')}
            </Button>
          </Group>
        </Stack>
      )}
    </Paper>
  );
}
