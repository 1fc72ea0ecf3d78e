import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportView } from '../../../shared/contract/reports.ts';
import { type Report, type ReportFields, reportFieldsSchema } from '../../../shared/domain/report.ts';
import { useChange } from '../../lib/api.ts';
import { dayFromToday, showMoment } from '../../lib/dates.ts';
import { tellDone } from '../../lib/tell.tsx';
import { FormDialog } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { blankReport } from './reportDraft.ts';
import { ReportForm } from './ReportForm.tsx';

interface ReportEditorProps {
  /** A draft to go on with; left out for a new one. */
  readonly report?: Report;
  readonly people?: ReportView['people'];
  readonly caseIds: readonly string[];
  onClose(): void;
  onSaved?(reportId: string): void;
}

/** Writes a report. What is whole is saved by itself, so that neither a lock nor a crash takes it. */
export function ReportEditor({ report, people = {}, caseIds, onClose, onSaved }: ReportEditorProps) {
  const { t } = useTranslation('reports');
  const [saved, setSaved] = useState(report === undefined ? null : { id: report.id, version: report.version });
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [initial] = useState<ReportFields>(() =>
    report === undefined ? blankReport(dayFromToday(0), caseIds) : reportFieldsSchema.parse(fieldsOf(report)),
  );
  const create = useChange('reports.create');
  const change = useChange('reports.change');
  const busy = create.isPending || change.isPending;

  async function save(fields: ReportFields): Promise<string> {
    const kept = saved === null ? await create.mutateAsync({ fields }) : await change.mutateAsync({ ...saved, fields });
    setSaved({ id: kept.id, version: kept.version });
    setSavedAt(kept.changedAt);
    return kept.id;
  }
  async function finish(fields: ReportFields): Promise<void> {
    const id = await save(fields).catch(() => null);
    // The form shows why, from the change's own error.
    if (id === null) return;
    tellDone(t('editor.saved'));
    onClose();
    onSaved?.(id);
  }

  return (
    <FormDialog
      opened
      title={report === undefined ? t('editor.new') : t('editor.edit', { number: report.number })}
      size={1040}
      onClose={onClose}
    >
      <ReportForm
        initial={initial}
        people={people}
        busy={busy}
        note={savedAt === null ? t('editor.autoHint') : t('editor.autosaved', { at: showMoment(savedAt) })}
        failure={<FormFailure error={create.error ?? change.error} />}
        onSave={(fields) => void finish(fields)}
        onAutosave={save}
      />
    </FormDialog>
  );
}

function fieldsOf(report: Report): unknown {
  const names: ReadonlySet<string> = new Set(Object.keys(reportFieldsSchema.shape));
  return Object.fromEntries(Object.entries(report).filter(([name]) => names.has(name)));
}
