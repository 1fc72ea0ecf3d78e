import { ActionIcon, Anchor, Button, Group, Stack, Table, Text } from '@mantine/core';
import {
  IconArrowNarrowRight,
  IconArrowsHorizontal,
  IconEdit,
  IconLink,
  IconLinkPlus,
  IconTrash,
} from '@tabler/icons-react';
import { Link as RouterLink } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../shared/contract/cases.ts';
import type { Link } from '../../../shared/domain/link.ts';
import { GradeBadge } from '../../components/badges.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { EmptyState } from '../../components/States.tsx';
import { useChange } from '../../lib/api.ts';
import { offerUndo, tellError } from '../../lib/tell.tsx';
import { LinkStatusMark } from '../people/LinkStatusMark.tsx';
import { useLinkKind } from '../people/useLinkKind.ts';
import { EvidenceOffers } from './EvidenceOffers.tsx';
import type { LinkTask } from './LinkDialog.tsx';
import { useMore } from './useMore.tsx';
import { usePeriod } from './usePeriod.ts';
import { useMayInCase } from '../../lib/officer.ts';

interface LinksSectionProps {
  readonly view: CaseView;
  onTask(task: LinkTask): void;
}

export function LinksSection({ view, onTask }: LinksSectionProps) {
  const { t } = useTranslation('cases');
  const writes = useMayInCase('cases.write', view.file);
  const [removing, setRemoving] = useState<Link | null>(null);
  const remove = useChange('links.remove');
  const kindName = useLinkKind();
  const { shown, more } = useMore(view.links);
  const names = new Map(view.people.map((person) => [person.id, person.name]));
  const describe = (link: Link): string =>
    t('links.named', { from: names.get(link.from), to: names.get(link.to), kind: kindName(link.kind) });
  const tooFew = view.file.members.length < 2;
  const add = writes && (
    <Button leftSection={<IconLinkPlus size={16} />} disabled={tooFew} onClick={() => onTask({ kind: 'new' })}>
      {t('links.add')}
    </Button>
  );

  function confirmRemoval(): void {
    if (removing === null) return;
    remove.mutate(
      { id: removing.id, version: removing.version },
      {
        onSuccess: ({ undoId }) => offerUndo(undoId, t('links.removed')),
        onError: tellError,
        onSettled: () => setRemoving(null),
      },
    );
  }

  return (
    <Stack gap="sm">
      {writes && <EvidenceOffers view={view} onTask={onTask} />}
      {view.links.length === 0 ? (
        <EmptyState
          icon={<IconLink size={36} stroke={1.4} />}
          title={t('links.empty')}
          {...(writes ? { text: tooFew ? t('links.tooFew') : t('links.emptyText'), action: add } : {})}
        />
      ) : (
        <>
          <Group justify="flex-end">{add}</Group>
          <Table.ScrollContainer minWidth={860} type="native" tabIndex={0}>
            <Table highlightOnHover aria-label={t('tab.linksPlain')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w="29%">{t('links.between')}</Table.Th>
                  <Table.Th>{t('links.kind')}</Table.Th>
                  <Table.Th>{t('links.period')}</Table.Th>
                  <Table.Th>{t('links.status')}</Table.Th>
                  <Table.Th>{t('links.grade')}</Table.Th>
                  <Table.Th>{t('links.sources')}</Table.Th>
                  <Table.Th w={84}>
                    <span className="visually-hidden">{t('common:actions')}</span>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {shown.map((link) => (
                  <LinkRow
                    key={link.id}
                    link={link}
                    names={names}
                    label={describe(link)}
                    writes={writes}
                    onChange={() => onTask({ kind: 'change', link })}
                    onRemove={() => setRemoving(link)}
                  />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          {more}
        </>
      )}
      <ConfirmDialog
        opened={removing !== null}
        title={t('links.removeTitle')}
        consequence={removing === null ? '' : t('links.removeText', { link: describe(removing) })}
        confirm={t('links.removeConfirm')}
        busy={remove.isPending}
        onConfirm={confirmRemoval}
        onCancel={() => setRemoving(null)}
      />
    </Stack>
  );
}

interface LinkRowProps {
  readonly link: Link;
  readonly names: ReadonlyMap<string, string>;
  /** The whole link in words, for the buttons. */
  readonly label: string;
  readonly writes: boolean;
  onChange(): void;
  onRemove(): void;
}

/** Stands in the line of text, so that long names wrap like words. */
const arrow = { size: 16, style: { verticalAlign: 'text-bottom' } };

function LinkRow({ link, names, label, writes, onChange, onRemove }: LinkRowProps) {
  const { t } = useTranslation('cases');
  const kindName = useLinkKind();
  const period = usePeriod();
  const person = (id: string) => (
    <Anchor
      size="sm"
      renderRoot={(props) => <RouterLink to="/people/$personId" params={{ personId: id }} {...props} />}
    >
      {names.get(id)}
    </Anchor>
  );
  return (
    <Table.Tr>
      <Table.Td>
        {person(link.from)}{' '}
        {link.directed ? (
          <IconArrowNarrowRight {...arrow} aria-label={t('links.directedTo')} />
        ) : (
          <IconArrowsHorizontal {...arrow} aria-label={t('links.undirected')} />
        )}{' '}
        {person(link.to)}
        {link.note !== '' && (
          <Text size="xs" c="dimmed" lineClamp={2}>
            {link.note}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{kindName(link.kind)}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{period(link.since, link.until)}</Table.Td>
      <Table.Td>
        <LinkStatusMark status={link.status} />
      </Table.Td>
      <Table.Td>
        <GradeBadge grade={link.grade} />
      </Table.Td>
      <Table.Td maw={320}>
        <Text size="sm" lineClamp={3}>
          {link.sources.join('; ')}
        </Text>
      </Table.Td>
      <Table.Td>
        <Group gap={2} wrap="nowrap" justify="flex-end" display={writes ? undefined : 'none'}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('links.changeNamed', { link: label })}
            onClick={onChange}
          >
            <IconEdit size={16} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('links.removeNamed', { link: label })}
            onClick={onRemove}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
