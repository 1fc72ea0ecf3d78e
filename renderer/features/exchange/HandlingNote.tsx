import { Button, Group, Modal, Paper, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actionBar, type Origin } from '../../../shared/domain/exchange/origin.ts';
import { type Handling, handlingLabel, shared } from '../../../shared/domain/handling.ts';
import { FormError } from '../../components/FormError.tsx';
import { useChange } from '../../lib/api.ts';
import { showDay } from '../../lib/dates.ts';
import { HandlingFields } from './HandlingFields.tsx';

interface HandlingNoteProps {
  readonly collection: 'people' | 'cases';
  readonly id: string;
  readonly handling: Handling | undefined;
  readonly origins: readonly Origin[] | undefined;
  readonly writes: boolean;
}

/** Under which code a record may be passed on, whose information it is, and what its originators say of it. */
export function HandlingNote({ collection, id, handling = shared, origins = [], writes }: HandlingNoteProps) {
  const { t } = useTranslation('exchange');
  const [editing, setEditing] = useState(false);
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('handling.title')}>
      <Group justify="space-between">
        <Stack gap={0}>
          <Text size="xs" c="dimmed">
            {t('handling.title')}
          </Text>
          <Text size="sm">
            {handlingLabel(handling)}
            {handling.code === 'C' && handling.note !== '' && ` · ${handling.note}`}
          </Text>
        </Stack>
        {writes && (
          <Button size="compact-sm" variant="default" onClick={() => setEditing(true)}>
            {t('handling.change')}
          </Button>
        )}
      </Group>
      <Origins of={origins} />
      {editing && (
        <HandlingDialog collection={collection} id={id} handling={handling} onClose={() => setEditing(false)} />
      )}
    </Paper>
  );
}

/** Whose information a record is, one line for each of its originators. */
export function Origins({ of: origins = [] }: { readonly of: readonly Origin[] | undefined }) {
  return origins.map((origin) => <OriginLine key={`${origin.agencyId} ${origin.itemId}`} origin={origin} />);
}

/** Whose information it is, what they said of it, and whether they took it back. */
function OriginLine({ origin }: { readonly origin: Origin }) {
  const { t } = useTranslation('exchange');
  const bar = actionBar(origin);
  const facts = [
    t(origin.whole ? 'handling.from' : 'handling.partly', { agency: origin.agency, day: showDay(origin.sealedAt) }),
    handlingLabel(origin.handling),
    origin.reference,
    origin.handling.code === 'C' ? origin.handling.note : '',
    origin.conditions,
    bar === null ? '' : t(`handling.bar.${bar}`),
  ];
  return (
    <Text size="sm" mt={4} style={{ overflowWrap: 'anywhere' }}>
      {facts.filter((fact) => fact !== '').join(' · ')}
    </Text>
  );
}

function HandlingDialog({
  collection,
  id,
  handling,
  onClose,
}: Pick<HandlingNoteProps, 'collection' | 'id'> & { readonly handling: Handling; onClose(): void }) {
  const { t } = useTranslation('exchange');
  const set = useChange('exchange.setHandling');
  const [chosen, setChosen] = useState(handling);
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!set.isPending) set.mutate({ collection, id, handling: chosen }, { onSuccess: onClose });
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={t('handling.change')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <HandlingFields value={chosen} onChange={setChosen} />
          {chosen.code === 'C' && (
            <Textarea
              label={t('handling.note')}
              value={chosen.note}
              maxLength={2000}
              autosize
              minRows={2}
              onChange={(event) => setChosen({ ...chosen, note: event.currentTarget.value })}
            />
          )}
          <FormError error={set.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={set.isPending}>
              {t('common:save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
