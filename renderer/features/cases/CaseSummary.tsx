import { Button, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconEdit } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Case } from '../../../shared/domain/case.ts';
import { showMoment } from '../../lib/dates.ts';
import { StandingButtons } from '../casework/CaseStanding.tsx';
import { SimilarCases } from '../casework/SimilarCases.tsx';
import { HandlingNote } from '../exchange/HandlingNote.tsx';
import { CaseOfficers } from '../officers/CaseOfficers.tsx';
import { EditCaseDialog } from './EditCaseDialog.tsx';
import { useMayInCase } from '../../lib/officer.ts';

export function CaseSummary({ file }: { readonly file: Case }) {
  const { t } = useTranslation('cases');
  const writes = useMayInCase('cases.write', file);
  const [editing, setEditing] = useState(false);
  return (
    <Stack>
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {t('summary.times', { created: showMoment(file.createdAt), changed: showMoment(file.changedAt) })}
        </Text>
        <Group gap="xs">
          <StandingButtons file={file} />
          {writes && (
            <Button variant="default" leftSection={<IconEdit size={16} />} onClick={() => setEditing(true)}>
              {t('edit.open')}
            </Button>
          )}
        </Group>
      </Group>
      <SimpleGrid cols={2}>
        <Passage title={t('field.purpose')} text={file.purpose} />
        <Passage title={t('field.legalBasis')} text={file.legalBasis} />
      </SimpleGrid>
      <Passage title={t('field.notes')} text={file.notes === '' ? t('summary.noNotes') : file.notes} />
      <HandlingNote collection="cases" id={file.id} handling={file.handling} origins={file.origins} writes={writes} />
      <CaseOfficers file={file} />
      <SimilarCases caseId={file.id} />
      {editing && <EditCaseDialog file={file} onClose={() => setEditing(false)} />}
    </Stack>
  );
}

function Passage({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <Paper withBorder p="sm" component="section" aria-label={title}>
      <Text size="xs" c="dimmed" mb={4}>
        {title}
      </Text>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {text}
      </Text>
    </Paper>
  );
}
