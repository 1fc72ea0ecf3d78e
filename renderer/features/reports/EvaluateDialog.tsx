import { Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Grade, gradeSchema } from '../../../shared/domain/grade.ts';
import type { Report } from '../../../shared/domain/report.ts';
import { FormError } from '../../components/FormError.tsx';
import { useChange } from '../../lib/api.ts';
import { tellDone } from '../../lib/tell.tsx';
import { GradeField } from '../cases/GradeField.tsx';
import { FormDialog, useDialogForm } from '../people/forms/FormDialog.tsx';
import { GradeWords } from './ReportItemView.tsx';

interface EvaluateDialogProps {
  readonly report: Report;
  onClose(): void;
}

export function EvaluateDialog({ report, onClose }: EvaluateDialogProps) {
  const { t } = useTranslation('reports');
  return (
    <FormDialog opened title={t('evaluateTitle', { number: report.number })} size={820} onClose={onClose}>
      <EvaluateForm report={report} onClose={onClose} />
    </FormDialog>
  );
}

/** A second officer's grade for each fact, beside the reporter's. */
function EvaluateForm({ report, onClose }: EvaluateDialogProps) {
  const { t } = useTranslation('reports');
  const [grades, setGrades] = useState<readonly (Grade | null)[]>(() => report.items.map(() => null));
  const [note, setNote] = useState('');
  const evaluate = useChange('reports.evaluate');
  const requestClose = useDialogForm(note !== '' || grades.some((grade) => grade !== null));
  const whole = grades.every((grade) => grade === null || gradeSchema.safeParse(grade).success);
  const set = (index: number, grade: Grade | null): void =>
    setGrades(grades.map((each, place) => (place === index ? grade : each)));

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!whole || evaluate.isPending) return;
    evaluate.mutate(
      { id: report.id, version: report.version, grades: [...grades], note },
      {
        onSuccess: () => {
          onClose();
          tellDone(t('evaluated'));
        },
      },
    );
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">{t('evaluateText')}</Text>
        {report.items.map((item, index) => {
          const grade = grades[index] ?? null;
          const number = index + 1;
          return (
            // A fact has no other name than its number.
            // oxlint-disable-next-line react/no-array-index-key
            <Paper withBorder p="sm" key={index} component="section" aria-label={t('item', { number })}>
              <Group justify="space-between" wrap="nowrap" align="flex-start">
                <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
                  <strong>{number}.</strong> {item.text}
                </Text>
                <GradeWords grade={item.grade} />
              </Group>
              {grade === null ? (
                <Button
                  mt={6}
                  size="compact-sm"
                  variant="default"
                  onClick={() => set(index, { scheme: item.grade.scheme, source: '', information: '' })}
                >
                  {t('regrade')}
                </Button>
              ) : (
                <Stack gap={6} mt={6}>
                  <GradeField value={grade} onChange={(next) => set(index, next)} />
                  <Group>
                    <Button size="compact-sm" variant="subtle" onClick={() => set(index, null)}>
                      {t('keepGrade')}
                    </Button>
                  </Group>
                </Stack>
              )}
            </Paper>
          );
        })}
        <Textarea
          label={t('note')}
          value={note}
          maxLength={2000}
          autosize
          minRows={2}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <FormError error={evaluate.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={requestClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" disabled={!whole} loading={evaluate.isPending}>
            {t('evaluate')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
