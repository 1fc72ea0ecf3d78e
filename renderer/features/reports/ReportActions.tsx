import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportView } from '../../../shared/contract/reports.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { useChange } from '../../lib/api.ts';
import { offerUndo, tellDone, tellError } from '../../lib/tell.tsx';
import { ReasonDialog } from '../exchange/ReasonDialog.tsx';
import { DisseminateDialog } from './DisseminateDialog.tsx';
import { EvaluateDialog } from './EvaluateDialog.tsx';
import { PrintReportDialog } from './PrintReportDialog.tsx';
import { ReportEditor } from './ReportEditor.tsx';

type Act = 'edit' | 'remove' | 'submit' | 'evaluate' | 'give-back' | 'disseminate' | 'recall' | 'print';

/** What this officer may do with the report in the state it is in. */
export function ReportActions({ view }: { readonly view: ReportView }) {
  const { t } = useTranslation('reports');
  const navigate = useNavigate();
  const { report, may } = view;
  const [act, setAct] = useState<Act | null>(null);
  const submit = useChange('reports.submit');
  const giveBack = useChange('reports.giveBack');
  const recall = useChange('reports.recall');
  const remove = useChange('reports.remove');
  const based = { id: report.id, version: report.version };
  const close = (): void => setAct(null);
  const done = (message: string) => ({
    onSuccess: () => {
      close();
      tellDone(message);
    },
  });
  const button = (name: Act, text: string, main = false) => (
    <Button key={name} variant={main ? 'filled' : 'default'} onClick={() => setAct(name)}>
      {text}
    </Button>
  );

  return (
    <>
      {may.print && button('print', t('print'))}
      {may.edit && button('remove', t('remove'))}
      {may.edit && button('edit', t('edit'))}
      {may.submit && button('submit', t('submit'), true)}
      {may.evaluate && button('give-back', t('giveBack'))}
      {may.evaluate && button('evaluate', t('evaluate'), true)}
      {may.recall && button('recall', t('recall'))}
      {may.disseminate && button('disseminate', t('disseminate'), true)}

      {act === 'edit' && <ReportEditor report={report} people={view.people} caseIds={report.caseIds} onClose={close} />}
      {act === 'print' && <PrintReportDialog report={report} onClose={close} />}
      {act === 'evaluate' && <EvaluateDialog report={report} onClose={close} />}
      {act === 'disseminate' && <DisseminateDialog report={report} onClose={close} />}
      {act === 'submit' && (
        <ReasonDialog
          optional
          title={t('submitTitle')}
          text={t('submitText')}
          label={t('note')}
          confirm={t('submit')}
          busy={submit.isPending}
          error={submit.error}
          onReason={(note) => submit.mutate({ ...based, note }, done(t('submitted')))}
          onClose={close}
        />
      )}
      {act === 'give-back' && (
        <ReasonDialog
          title={t('giveBackTitle')}
          text={t('giveBackText')}
          label={t('reason')}
          confirm={t('giveBack')}
          busy={giveBack.isPending}
          error={giveBack.error}
          onReason={(note) => giveBack.mutate({ ...based, note }, done(t('givenBack')))}
          onClose={close}
        />
      )}
      {act === 'recall' && (
        <ReasonDialog
          title={t('recallTitle')}
          text={t('recallText')}
          label={t('reason')}
          confirm={t('recall')}
          busy={recall.isPending}
          error={recall.error}
          onReason={(reason) => recall.mutate({ ...based, reason }, done(t('recalled')))}
          onClose={close}
        />
      )}
      <ConfirmDialog
        opened={act === 'remove'}
        title={t('removeTitle', { number: report.number })}
        consequence={t('removeText')}
        confirm={t('common:remove')}
        busy={remove.isPending}
        onConfirm={() =>
          remove.mutate(based, {
            onSuccess: ({ undoId }) => {
              offerUndo(undoId, t('removed', { number: report.number }));
              void navigate({ to: '/reports' });
            },
            onError: tellError,
          })
        }
        onCancel={close}
      />
    </>
  );
}
