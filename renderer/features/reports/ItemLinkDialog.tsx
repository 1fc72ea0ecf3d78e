import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportView } from '../../../shared/contract/reports.ts';
import { knownLinkKinds, linkStatusSchema } from '../../../shared/domain/link.ts';
import { effectiveGrade, type ReportItem } from '../../../shared/domain/report.ts';
import { FormError } from '../../components/FormError.tsx';
import { call } from '../../lib/api.ts';
import { tellDone } from '../../lib/tell.tsx';
import { likelyPart } from '../cases/memberForm.ts';
import { isDirectedKind } from '../cases/linkForm.ts';

interface ItemLinkDialogProps {
  readonly view: ReportView;
  readonly item: ReportItem;
  readonly number: number;
  onClose(): void;
}

/** A link between two people a fact names, graded as the fact is and with it as the source. */
export function ItemLinkDialog({ view, item, number, onClose }: ItemLinkDialogProps) {
  const { t } = useTranslation('reports');
  const people = [
    ...new Map(
      item.mentions.flatMap(({ personId }) => view.people[personId] ?? []).map((each) => [each.id, each]),
    ).values(),
  ];
  const [from, setFrom] = useState(people[0]?.id ?? null);
  const [to, setTo] = useState(people[1]?.id ?? null);
  const [kind, setKind] = useState<string>('knows');
  const [status, setStatus] = useState<'confirmed' | 'suspected'>('suspected');
  const [caseId, setCaseId] = useState(view.cases[0]?.id ?? null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const ready = from !== null && to !== null && from !== to && caseId !== null;

  async function save(): Promise<void> {
    if (from === null || to === null || caseId === null) return;
    setBusy(true);
    try {
      let { file } = await call('cases.get', { id: caseId });
      for (const personId of [from, to]) {
        if (file.members.some((member) => member.personId === personId)) continue;
        const { person } = await call('people.get', { id: personId });
        const part = likelyPart(person.roles.map((role) => role.kind));
        file = await call('cases.addMember', { id: caseId, version: file.version, personId, part, note: '' });
      }
      await call('links.create', {
        caseId,
        fields: {
          from,
          to,
          kind,
          directed: isDirectedKind(kind),
          status,
          grade: effectiveGrade(item),
          sources: [`${view.report.number}, ${t('item', { number })}`],
          note: '',
        },
      });
      tellDone(t('link.done', { number: file.number }));
      onClose();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (ready && !busy) void save();
  }

  const options = people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('link.title', { number })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">{people.length < 2 ? t('link.needTwo') : t('link.text')}</Text>
          <Group grow>
            <Select label={t('link.from')} data={options} value={from} allowDeselect={false} onChange={setFrom} />
            <Select label={t('link.to')} data={options} value={to} allowDeselect={false} onChange={setTo} />
          </Group>
          <Group grow>
            <Select
              label={t('link.kind')}
              data={knownLinkKinds.map((value) => ({ value, label: t(`domain:linkKind.${value}`) }))}
              value={kind}
              allowDeselect={false}
              onChange={(value) => setKind(value ?? 'knows')}
            />
            <Select
              label={t('link.status')}
              data={(['suspected', 'confirmed'] as const).map((value) => ({
                value,
                label: t(`domain:linkStatus.${value}`),
              }))}
              value={status}
              allowDeselect={false}
              onChange={(value) => {
                const next = linkStatusSchema.safeParse(value).data;
                if (next === 'suspected' || next === 'confirmed') setStatus(next);
              }}
            />
          </Group>
          <Select
            label={t('link.case')}
            data={view.cases.map(({ id, number: caseNumber, title }) => ({
              value: id,
              label: `${caseNumber} ${title}`,
            }))}
            value={caseId}
            allowDeselect={false}
            onChange={setCaseId}
          />
          <FormError error={failure} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={!ready} loading={busy}>
              {t('link.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
