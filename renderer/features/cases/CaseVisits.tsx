import { Anchor, Button, Stack, Table, Text } from '@mantine/core';
import { IconCalendarOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../shared/contract/cases.ts';
import { EmptyState } from '../../components/States.tsx';
import { showDay } from '../../lib/dates.ts';
import { unlinkedVisitPairs } from './evidence.ts';
import type { LinkTask } from './LinkDialog.tsx';
import { useMore } from './useMore.tsx';
import { useMayInCase } from '../../lib/officer.ts';

interface CaseVisitsProps {
  readonly view: CaseView;
  onTask(task: LinkTask): void;
}

/** Who of the case visited whom, how often and when, as the registers have it. */
export function CaseVisits({ view, onTask }: CaseVisitsProps) {
  const { t } = useTranslation('cases');
  const writes = useMayInCase('cases.write', view.file);
  const { shown, more } = useMore(view.visitPairs);
  const names = new Map(view.people.map((person) => [person.id, person.name]));
  const open = new Set(unlinkedVisitPairs(view));
  if (view.visitPairs.length === 0)
    return (
      <EmptyState
        icon={<IconCalendarOff size={36} stroke={1.4} />}
        title={t('visits.empty')}
        text={t('visits.emptyText')}
      />
    );
  const person = (id: string) => (
    <Anchor size="sm" renderRoot={(props) => <Link to="/people/$personId" params={{ personId: id }} {...props} />}>
      {names.get(id)}
    </Anchor>
  );
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('visits.intro')}
      </Text>
      <Table highlightOnHover aria-label={t('tab.visits')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('visits.visitor')}</Table.Th>
            <Table.Th>{t('visits.inmate')}</Table.Th>
            <Table.Th ta="right" w={90}>
              {t('visits.count')}
            </Table.Th>
            <Table.Th pl="xl">{t('visits.first')}</Table.Th>
            <Table.Th>{t('visits.last')}</Table.Th>
            <Table.Th w={140}>
              <span className="visually-hidden">{t('common:actions')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((pair) => (
            <Table.Tr key={`${pair.visitorId} ${pair.inmateId}`}>
              <Table.Td>{person(pair.visitorId)}</Table.Td>
              <Table.Td>{person(pair.inmateId)}</Table.Td>
              <Table.Td ta="right">{pair.count}</Table.Td>
              <Table.Td pl="xl">{showDay(pair.first)}</Table.Td>
              <Table.Td>{showDay(pair.last)}</Table.Td>
              <Table.Td ta="right">
                {open.has(pair) && writes ? (
                  <Button
                    size="compact-sm"
                    variant="light"
                    aria-label={`${t('evidence.use')}: ${names.get(pair.visitorId) ?? ''} → ${names.get(pair.inmateId) ?? ''}`}
                    onClick={() => onTask({ kind: 'new', pair })}
                  >
                    {t('evidence.use')}
                  </Button>
                ) : (
                  <Text size="xs" c="dimmed">
                    {open.has(pair) ? '' : t('visits.linked')}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {more}
    </Stack>
  );
}
