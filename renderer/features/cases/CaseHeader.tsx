import { Badge, Button, Group, Menu, Text } from '@mantine/core';
import { IconChevronDown, IconFileExport, IconTrash } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../shared/contract/cases.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useChange } from '../../lib/api.ts';
import { offerUndo, tellError } from '../../lib/tell.tsx';
import { ReadersButton } from '../audit/ReadersButton.tsx';
import { CheckFile } from './CheckFile.tsx';
import { DataExportDialog } from './DataExportDialog.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { MarkingBanner } from './MarkingBanner.tsx';
import { ReviewDay } from './ReviewDay.tsx';
import { useMayInCase } from '../../lib/officer.ts';

export function CaseHeader({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('cases');
  const navigate = useNavigate();
  const [exporting, setExporting] = useState(false);
  const [dataWanted, setDataWanted] = useState(false);
  const [removing, setRemoving] = useState(false);
  const remove = useChange('cases.remove');
  const { file } = view;
  const exports = useMayInCase('cases.export', file);
  const removes = useMayInCase('cases.remove', file);

  function confirmRemoval(): void {
    remove.mutate(
      { id: file.id, version: file.version },
      {
        onSuccess: ({ undoId }) => {
          offerUndo(undoId, t('remove.done', { number: file.number }));
          void navigate({ to: '/cases' });
        },
        onError: tellError,
        onSettled: () => setRemoving(false),
      },
    );
  }

  return (
    <>
      <MarkingBanner marking={file.marking} />
      <PageHeader
        title={file.title}
        before={
          <Text component={Link} to="/cases" size="xs" c="dimmed">
            {t('list.title')}
          </Text>
        }
        note={
          <Group gap="sm">
            <Text size="sm" fw={500}>
              {file.number}
            </Text>
            <Badge variant="default" style={{ flex: 'none' }}>
              {t(`domain:caseStatus.${file.status}`)}
            </Badge>
            <Group gap={6}>
              <Text size="sm">{t('field.reviewOn')}:</Text>
              <ReviewDay day={file.reviewOn} />
            </Group>
          </Group>
        }
        actions={
          <>
            <ReadersButton id={file.id} name={file.number} action="case.read" />
            <CheckFile />
            {exports && (
              <Button.Group>
                <Button leftSection={<IconFileExport size={16} />} onClick={() => setExporting(true)}>
                  {t('export.open')}
                </Button>
                <Menu position="bottom-end">
                  <Menu.Target>
                    <Button px={8} aria-label={t('data.more')} style={{ borderLeft: '1px solid currentColor' }}>
                      <IconChevronDown size={16} aria-hidden />
                    </Button>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item onClick={() => setDataWanted(true)}>{t('data.open')}</Menu.Item>
                  </Menu.Dropdown>
                </Menu>
              </Button.Group>
            )}
            {removes && (
              <Button variant="default" leftSection={<IconTrash size={16} />} onClick={() => setRemoving(true)}>
                {t('remove.open')}
              </Button>
            )}
          </>
        }
      />
      {dataWanted && <DataExportDialog file={file} onClose={() => setDataWanted(false)} />}
      {exporting && (
        <ExportDialog file={file} people={view.people} views={view.views} onClose={() => setExporting(false)} />
      )}
      <ConfirmDialog
        opened={removing}
        title={t('remove.title', { number: file.number })}
        consequence={t('remove.consequence', { members: file.members.length, links: view.links.length })}
        confirm={t('common:remove')}
        busy={remove.isPending}
        onConfirm={confirmRemoval}
        onCancel={() => setRemoving(false)}
      />
    </>
  );
}
