import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Holdings } from '../../../shared/contract/retention.ts';
import { languageSchema } from '../../../shared/domain/basics.ts';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { showDay, showMoment } from '../../lib/dates.ts';
import { showNumber } from '../../lib/numbers.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';
import classes from './HoldingsDialog.module.css';

interface HoldingsDialogProps {
  readonly personId: string;
  readonly name: string;
  onClose(): void;
}

/** What the vault holds about one person, on screen and as PDF. */
export function HoldingsDialog({ personId, name, onClose }: HoldingsDialogProps) {
  const { t, i18n } = useTranslation('retention');
  const held = useCall('people.holdings', { id: personId });
  const save = useChange('people.saveHoldings');
  const language = languageSchema.safeParse(i18n.language).data ?? 'id';
  return (
    <Modal
      opened
      size={720}
      onClose={onClose}
      title={t('holdings.title', { name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {held.error !== null && <ErrorState error={held.error} onRetry={() => void held.refetch()} />}
      {held.isPending && <LoadingState />}
      {held.data !== undefined && (
        <Stack gap="sm">
          <Figures held={held.data} />
          <Text size="xs" c="dimmed">
            {t('document:holdings.scope')}
          </Text>
          <Group justify="flex-end">
            <Button
              leftSection={<IconFileTypePdf size={16} />}
              loading={save.isPending}
              onClick={() =>
                save.mutate(
                  { id: personId, language },
                  {
                    onSuccess: ({ path }) => {
                      if (path !== null) tellDone(t('holdings.saved', { path }));
                    },
                    onError: tellError,
                  },
                )
              }
            >
              {t('holdings.save')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

function Figures({ held }: { readonly held: Holdings }) {
  const { t } = useTranslation('document', { keyPrefix: 'holdings' });
  const { t: domain } = useTranslation('domain');
  const { person, visits } = held;
  const list = (values: readonly string[]): string => (values.length === 0 ? t('none') : values.join(', '));
  const rows: readonly (readonly [string, string])[] = [
    [t('aliases'), list(person.aliases)],
    [t('nationalIds'), list(person.nationalIds)],
    [t('phones'), list(person.phones)],
    [t('addresses'), list(person.addresses)],
    [t('entered'), t('enteredBy', { at: showMoment(held.enteredAt), officer: held.enteredBy })],
    [t('versions'), showNumber(held.versions)],
    [t('joined'), showNumber(held.joined)],
    [
      t('visits'),
      visits.first === null || visits.last === null
        ? showNumber(visits.count)
        : t('visitsBetween', {
            count: visits.count,
            first: showDay(visits.first),
            last: showDay(visits.last),
          }),
    ],
    ...held.events.map(({ kind, count }) => [t(`event.${kind}`), showNumber(count)] as const),
    ...held.imports.map(({ fileName, rows: count }) => [fileName, t('rows', { count })] as const),
    [t('bans'), showNumber(held.bans)],
    [t('cases'), list(held.cases.map(({ number, part }) => `${number} (${domain(`part.${part}`)})`))],
    [t('links'), list(held.links.map(({ caseNumber, otherName }) => `${caseNumber}: ${otherName}`))],
    [t('class'), held.recordClass === null ? t('none') : t(`recordClass.${held.recordClass}`)],
    [t('last'), showDay(held.last)],
    [t('due'), t(held.due ? 'isDue' : 'notDue')],
    [t('readings'), showNumber(held.readings)],
  ];
  return (
    <dl className={classes.held}>
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
