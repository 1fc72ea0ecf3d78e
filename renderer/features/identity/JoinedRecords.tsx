import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/Section.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { showMoment } from '../../lib/dates.ts';
import { useMay } from '../../lib/officer.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';

/** The records this person was made of, each join to be taken apart again; nothing where there is none. */
export function JoinedRecords({ personId }: { readonly personId: string }) {
  const { t } = useTranslation('identity');
  const joins = useCall('identity.joins', { personId });
  const separate = useChange('identity.separate');
  const mayJoin = useMay('people.join');
  if (joins.data === undefined || joins.data.length === 0) return null;
  return (
    <Section title={t('joined.title')}>
      {joins.data.map(({ joinId, at, byName, names }) => (
        <Group key={joinId} justify="space-between" wrap="nowrap" mb={4}>
          <Text size="sm">
            {names.join(', ')}{' '}
            <Text span size="sm" c="dimmed">
              {t('joined.by', { name: byName, at: showMoment(at) })}
            </Text>
          </Text>
          {mayJoin && (
            <Button
              variant="default"
              size="compact-sm"
              disabled={separate.isPending}
              onClick={() =>
                separate.mutate({ joinId }, { onSuccess: () => tellDone(t('joined.done')), onError: tellError })
              }
            >
              {t('joined.separate')}
            </Button>
          )}
        </Group>
      ))}
    </Section>
  );
}
