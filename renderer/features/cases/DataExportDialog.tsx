import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CaseTable, caseTables, caseTableSchema } from '../../../shared/analysis/case-tables.ts';
import type { Case } from '../../../shared/domain/case.ts';
import { type Sanitisation, sanitisations, sanitisationSchema } from '../../../shared/domain/sanitisation.ts';
import { useChange } from '../../lib/api.ts';
import { tellDone } from '../../lib/tell.tsx';
import { AskApproval } from '../officers/AskApproval.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';

interface DataExportDialogProps {
  readonly file: Pick<Case, 'id' | 'number'>;
  onClose(): void;
}

/** What a case file is made from, for other programs: everything as JSON, or one table. Mounted while open. */
export function DataExportDialog({ file, onClose }: DataExportDialogProps) {
  const { t } = useTranslation('cases');
  const [table, setTable] = useState<CaseTable | null>(null);
  const [sanitise, setSanitise] = useState<Sanitisation | null>(null);
  const { mutate, error, isPending } = useChange('documents.exportData');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('data.title', { number: file.number })}
      size={520}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          mutate(
            { caseId: file.id, table, ...(sanitise === null ? {} : { sanitise }) },
            {
              onSuccess: ({ saved }) => {
                if (saved === null) return;
                tellDone(t('data.done', { path: saved.path }));
                onClose();
              },
            },
          );
        }}
      >
        <Stack gap="sm">
          <FormFailure error={error} />
          <AskApproval error={error} onAsked={onClose} />
          <Select
            data-autofocus
            label={t('data.format')}
            allowDeselect={false}
            value={table ?? 'json'}
            data={[
              { value: 'json', label: t('data.json') },
              ...caseTables.map((value) => ({ value, label: t(`data.table.${value}`) })),
            ]}
            onChange={(value) => setTable(caseTableSchema.safeParse(value).data ?? null)}
          />
          <Select
            label={t('export.version')}
            {...(sanitise === null ? {} : { description: t('export.sanitiseHint') })}
            value={sanitise ?? 'full'}
            allowDeselect={false}
            data={['full' as const, ...sanitisations].map((value) => ({ value, label: t(`export.versions.${value}`) }))}
            onChange={(value) => setSanitise(sanitisationSchema.safeParse(value).data ?? null)}
          />
          <Text size="sm" c="dimmed">
            {t('data.warning')}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={isPending}>
              {t('export.start')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
