import { Button, Checkbox, Group, Paper, Text, TextInput } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormError } from '../../components/FormError.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { dayFromToday, showTime } from '../../lib/dates.ts';
import { tellDone } from '../../lib/tell.tsx';
import { ReasonDialog } from '../exchange/ReasonDialog.tsx';
import { PersonPicker } from '../cases/PersonPicker.tsx';
import { DeskWarnings } from './DeskWarnings.tsx';
import { blankVisitor, type DeskDraft, readTime, visitorAsked } from './deskDraft.ts';
import { NewVisitorFields } from './NewVisitorFields.tsx';
import { PickedPerson } from './PickedPerson.tsx';
import { RelationField } from './RelationField.tsx';

const nobody: ReadonlySet<string> = new Set();
const settleMs = 400;

/** One visit: inmate, visitor, relation; what the counter must know stands beside it before anybody is let in. */
export function DeskForm({ onEntered }: { onEntered(): void }) {
  const { t } = useTranslation('desk');
  const [draft, setDraft] = useState<DeskDraft>(() => ({
    inmate: null,
    visitor: null,
    relation: '',
    timeIn: showTime(dayjs().format('HH:mm')),
    goods: '',
  }));
  /** Against whom the card was compared: others found later are compared anew. */
  const [compared, setCompared] = useState('');
  const [turning, setTurning] = useState(false);
  const enter = useChange('desk.enter');
  const day = dayFromToday(0);
  const set = (change: Partial<DeskDraft>): void => setDraft((before) => ({ ...before, ...change }));

  const asked = visitorAsked(draft.visitor);
  const [settled] = useDebouncedValue(asked, settleMs);
  // Somebody picked is checked at once, what is being typed when it comes to rest.
  const subject = asked !== null && 'id' in asked ? asked : settled;
  const check = useCall(
    'desk.check',
    { visitor: subject ?? { id: '' }, inmateId: draft.inmate?.id ?? null, day },
    { enabled: subject !== null },
  );
  const isChecked = subject !== null && check.data !== undefined && JSON.stringify(subject) === JSON.stringify(asked);
  const bans = check.data?.bans ?? [];
  const isBanned = isChecked && bans.some(({ band }) => band === null);
  const mustCompare = isChecked && !isBanned && bans.length > 0;
  const likely = JSON.stringify([asked, bans.map(({ person }) => person.id)]);
  const cardChecked = compared === likely;
  const timeIn = readTime(draft.timeIn);
  const isWhole = draft.inmate !== null && asked !== null && timeIn !== null;
  const mayAdmit = isWhole && isChecked && !isBanned && (!mustCompare || cardChecked) && !enter.isPending;

  function save(outcome: 'admitted' | 'turned-away', reason: string): void {
    if (draft.inmate === null || asked === null || timeIn === null || enter.isPending) return;
    const { relation, goods, visitor } = draft;
    const name = visitor?.kind === 'new' ? visitor.told.name : (visitor?.name ?? '');
    enter.mutate(
      {
        visitor: asked,
        inmateId: draft.inmate.id,
        day,
        timeIn,
        relation,
        goods,
        outcome,
        reason,
        cardChecked: mustCompare && cardChecked,
      },
      {
        onSuccess: () => {
          tellDone(t(outcome === 'admitted' ? 'admitted' : 'turnedAway', { name }));
          onEntered();
        },
      },
    );
  }
  useHotkeys(
    [
      ['mod+Enter', () => mayAdmit && save('admitted', '')],
      ['mod+Backspace', onEntered],
    ],
    [],
  );

  return (
    <Paper withBorder p="md" component="section" aria-label={t('title')}>
      <Group align="flex-start" gap="md" wrap="nowrap" grow preventGrowOverflow={false}>
        {draft.inmate === null ? (
          <PersonPicker
            first
            label={t('inmate')}
            hint={t('inmateHint')}
            only="inmate"
            taken={nobody}
            onPick={(inmate) => set({ inmate })}
          />
        ) : (
          <PickedPerson
            label={t('inmate')}
            name={draft.inmate.name}
            detail={[draft.inmate.registrationNumber, draft.inmate.cell].filter(Boolean).join(' · ')}
            onChange={() => set({ inmate: null })}
          />
        )}
        {draft.visitor === null ? (
          <PersonPicker
            key={draft.inmate?.id ?? ''}
            first={draft.inmate !== null}
            label={t('visitor')}
            hint={t('visitorHint')}
            taken={nobody}
            onPick={({ id, name }) => set({ visitor: { kind: 'known', id, name } })}
            onNew={(name) => set({ visitor: blankVisitor(name) })}
          />
        ) : (
          <PickedPerson
            label={t('visitor')}
            name={draft.visitor.kind === 'known' ? draft.visitor.name : draft.visitor.told.name}
            detail={draft.visitor.kind === 'new' ? t('newVisitor') : ''}
            onChange={() => set({ visitor: null })}
          />
        )}
      </Group>
      {draft.visitor?.kind === 'new' && (
        <NewVisitorFields told={draft.visitor.told} onChange={(told) => set({ visitor: { kind: 'new', told } })} />
      )}
      {subject !== null && (
        <DeskWarnings
          check={isChecked ? (check.data ?? null) : null}
          onSame={({ id, name }) => set({ visitor: { kind: 'known', id, name } })}
        />
      )}
      {mustCompare && (
        <Checkbox
          mt="sm"
          label={t('cardChecked')}
          checked={cardChecked}
          onChange={(event) => setCompared(event.currentTarget.checked ? likely : '')}
        />
      )}
      {draft.visitor !== null && draft.inmate !== null && (
        <Group mt="sm" gap="md" align="flex-start" grow>
          <RelationField
            visitorId={draft.visitor.kind === 'known' ? draft.visitor.id : null}
            inmateId={draft.inmate.id}
            value={draft.relation}
            onChange={(relation) => set({ relation })}
          />
          <TextInput
            label={t('goods')}
            value={draft.goods}
            maxLength={500}
            onChange={(event) => set({ goods: event.currentTarget.value })}
          />
          <TextInput
            label={t('timeIn')}
            value={draft.timeIn}
            error={timeIn === null ? t('timeWrong') : undefined}
            onChange={(event) => set({ timeIn: event.currentTarget.value })}
          />
        </Group>
      )}
      {!turning && (enter.error ?? check.error) !== null && <FormError error={enter.error ?? check.error} />}
      <Group justify="space-between" mt="md">
        <Text size="sm" c="dimmed">
          {t('keys')}
        </Text>
        <Group gap="xs">
          <Button variant="subtle" onClick={onEntered}>
            {t('again')}
          </Button>
          <Button variant="default" disabled={!isWhole} onClick={() => setTurning(true)}>
            {t('turnAway')}
          </Button>
          <Button disabled={!mayAdmit} loading={enter.isPending && !turning} onClick={() => save('admitted', '')}>
            {t('admit')}
          </Button>
        </Group>
      </Group>
      {turning && (
        <ReasonDialog
          title={t('turnAway')}
          text={t('turnAwayText')}
          label={t('reason')}
          confirm={t('turnAway')}
          maxLength={500}
          busy={enter.isPending}
          error={enter.error}
          onReason={(reason) => save('turned-away', reason)}
          onClose={() => setTurning(false)}
        />
      )}
    </Paper>
  );
}
