import { Button, Checkbox, Group, Modal, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageSchema } from '../../../shared/domain/basics.ts';
import type { Report } from '../../../shared/domain/report.ts';
import { reportFormSchema, reportForms } from '../../../shared/domain/report-document.ts';
import { FormError } from '../../components/FormError.tsx';
import { useChange } from '../../lib/api.ts';
import { currentLanguage } from '../../lib/i18n.ts';
import { tellDone } from '../../lib/tell.tsx';
import { AskApproval } from '../officers/AskApproval.tsx';

const highestCopy = 999;

/** The report on paper, as Laporan Informasi or as IR. */
export function PrintReportDialog({ report, onClose }: { readonly report: Report; onClose(): void }) {
  const { t } = useTranslation('reports');
  const [form, setForm] = useState<(typeof reportForms)[number]>('li');
  const [language, setLanguage] = useState(currentLanguage());
  const [recipient, setRecipient] = useState('');
  const [copyNumber, setCopyNumber] = useState(1);
  const [sanitised, setSanitised] = useState(false);
  const print = useChange('documents.exportReport');

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (print.isPending) return;
    print.mutate(
      { reportId: report.id, form, sanitised, language, recipient, copyNumber },
      {
        onSuccess: ({ saved }) => {
          if (saved === null) return;
          onClose();
          tellDone(t('printed', { count: saved.pages, path: saved.path }));
        },
      },
    );
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('printTitle', { number: report.number })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Group grow>
            <Select
              data-autofocus
              label={t('form')}
              value={form}
              allowDeselect={false}
              data={reportForms.map((value) => ({ value, label: t(`forms.${value}`) }))}
              onChange={(value) => setForm(reportFormSchema.safeParse(value).data ?? form)}
            />
            <Select
              label={t('language')}
              value={language}
              allowDeselect={false}
              data={languageSchema.options.map((value) => ({ value, label: t(`languages.${value}`) }))}
              onChange={(value) => setLanguage(languageSchema.safeParse(value).data ?? language)}
            />
          </Group>
          <Group grow align="flex-start">
            <TextInput
              label={t('recipient')}
              value={recipient}
              maxLength={200}
              onChange={(event) => setRecipient(event.currentTarget.value)}
            />
            <NumberInput
              label={t('copy')}
              min={1}
              max={highestCopy}
              clampBehavior="strict"
              allowDecimal={false}
              value={copyNumber}
              onChange={(value) => setCopyNumber(typeof value === 'number' ? value : 1)}
            />
          </Group>
          <Checkbox
            label={t('sanitised')}
            checked={sanitised}
            onChange={(event) => setSanitised(event.currentTarget.checked)}
          />
          <FormError error={print.error} />
          <AskApproval error={print.error} onAsked={onClose} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={print.isPending}>
              {t('printStart')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
