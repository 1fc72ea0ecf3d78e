import {
  Button,
  Checkbox,
  Code,
  Group,
  Modal,
  NumberInput,
  PasswordInput,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { IconCheck, IconCopy, IconFileTypePdf } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract.ts';
import { languageSchema } from '../../../shared/domain/basics.ts';
import {
  caseSections,
  type CaseSection,
  caseSectionSchema,
  documentPasswordSchema,
} from '../../../shared/domain/case-document.ts';
import type { Case } from '../../../shared/domain/case.ts';
import type { Chart } from '../../../shared/domain/chart.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { type Sanitisation, sanitisations, sanitisationSchema } from '../../../shared/domain/sanitisation.ts';
import { toSinergiError } from '../../../shared/errors.ts';
import { call, useChange } from '../../lib/api.ts';
import { currentLanguage } from '../../lib/i18n.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';
import { AskApproval } from '../officers/AskApproval.tsx';
import { useRemembered } from '../people/useRemembered.ts';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { Notice } from '../people/forms/Notice.tsx';
import { SourceHints } from './SourceHints.tsx';
import { ExportProgress } from './ExportProgress.tsx';

type Exported = NonNullable<Output<'documents.exportCase'>['saved']>;

const highestCopy = 999;

interface ExportDialogProps {
  readonly file: Case;
  /** Members, any of whom can have a profile of their own. */
  readonly people: readonly Person[];
  readonly views: readonly Chart[];
  onClose(): void;
}

const ownChart = 'own';
const wholeCase = 'case';

/** Mounted while open. */
export function ExportDialog({ file, people, views, onClose }: ExportDialogProps) {
  const { t } = useTranslation('cases');
  const [language, setLanguage] = useState(currentLanguage());
  // The view that was looked at last is the one that is meant, unless it is gone.
  const [seen] = useRemembered<string | null>(`chart-view:${file.id}`, null);
  const [viewId, setViewId] = useState(views.some(({ id }) => id === seen) ? seen : null);
  const [subjectId, setSubjectId] = useState<string | null>(null);
  const [sections, setSections] = useState<readonly CaseSection[]>(caseSections);
  const [sanitise, setSanitise] = useState<Sanitisation | null>(null);
  const [password, setPassword] = useState('');
  const isPasswordFit = password === '' || documentPasswordSchema.safeParse(password).success;
  const [recipient, setRecipient] = useState('');
  const [copyNumber, setCopyNumber] = useState(1);
  const [result, setResult] = useState<Exported | null>(null);
  const exportCase = useChange('documents.exportCase');
  const cancelled = exportCase.error !== null && toSinergiError(exportCase.error).code === 'cancelled';

  function start(): void {
    setResult(null);
    exportCase.mutate(
      {
        caseId: file.id,
        viewId,
        ...(subjectId === null ? {} : { subjectId }),
        ...(sections.length === caseSections.length ? {} : { sections: [...sections] }),
        ...(sanitise === null ? {} : { sanitise }),
        ...(password === '' ? {} : { password }),
        language,
        recipient,
        copyNumber,
      },
      { onSuccess: ({ saved }) => setResult(saved) },
    );
  }

  return (
    <Modal
      opened
      onClose={() => {
        if (!exportCase.isPending) onClose();
      }}
      closeOnClickOutside={false}
      withCloseButton={!exportCase.isPending}
      title={t('export.title', { number: file.number })}
      size={620}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        <Stack gap="sm">
          {!cancelled && <FormFailure error={exportCase.error} />}
          <AskApproval error={exportCase.error} onAsked={onClose} />
          {cancelled && <Text size="sm">{t('errors:cancelled')}</Text>}
          <Text size="sm" c="dimmed">
            {t('export.marking', { marking: t(`domain:marking.${file.marking}`) })}
          </Text>
          <Group grow align="flex-start">
            <Select
              data-autofocus
              label={t('export.language')}
              value={language}
              allowDeselect={false}
              disabled={exportCase.isPending}
              data={languageSchema.options.map((value) => ({ value, label: t(`export.languages.${value}`) }))}
              onChange={(value) => setLanguage(languageSchema.safeParse(value).data ?? language)}
            />
            <NumberInput
              label={t('export.copyNumber')}
              min={1}
              max={highestCopy}
              clampBehavior="strict"
              allowDecimal={false}
              value={copyNumber}
              disabled={exportCase.isPending}
              onChange={(value) => setCopyNumber(typeof value === 'number' ? value : 1)}
            />
          </Group>
          {people.length > 0 && (
            <Select
              label={t('export.about')}
              description={t('export.aboutHint')}
              value={subjectId ?? wholeCase}
              searchable
              limit={50}
              allowDeselect={false}
              disabled={exportCase.isPending}
              data={[
                { value: wholeCase, label: t('export.wholeCase') },
                ...people.map(({ id, name }) => ({ value: id, label: t('export.profileOf', { name }) })),
              ]}
              onChange={(value) => setSubjectId(value === wholeCase ? null : value)}
            />
          )}
          {views.length > 0 && (
            <Select
              label={t('export.view')}
              value={viewId ?? ownChart}
              allowDeselect={false}
              disabled={exportCase.isPending}
              data={[
                { value: ownChart, label: t('chart:view.own') },
                ...views.map(({ id, name = '' }) => ({ value: id, label: name })),
              ]}
              onChange={(value) => setViewId(value === ownChart ? null : value)}
            />
          )}
          <TextInput
            label={t('export.recipient')}
            description={t('export.recipientHint')}
            maxLength={200}
            value={recipient}
            disabled={exportCase.isPending}
            onChange={(event) => setRecipient(event.currentTarget.value)}
          />
          <Select
            label={t('export.version')}
            {...(sanitise === null ? {} : { description: t('export.sanitiseHint') })}
            value={sanitise ?? 'full'}
            allowDeselect={false}
            disabled={exportCase.isPending}
            data={['full' as const, ...sanitisations].map((value) => ({ value, label: t(`export.versions.${value}`) }))}
            onChange={(value) => setSanitise(sanitisationSchema.safeParse(value).data ?? null)}
          />
          {sanitise !== null && sections.length > 0 && (
            <SourceHints caseId={file.id} subjectId={subjectId} sections={sections} sanitise={sanitise} />
          )}
          <PasswordInput
            label={t('export.password')}
            description={t('export.passwordHint')}
            autoComplete="off"
            value={password}
            disabled={exportCase.isPending}
            error={isPasswordFit ? undefined : t('errors:passphrase-short')}
            visibilityToggleButtonProps={{ 'aria-label': t('vault:showPassphrase') }}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <SectionsField value={sections} disabled={exportCase.isPending} onChange={setSections} />
          {exportCase.isPending && <ExportProgress />}
          {result !== null && <ExportResult result={result} />}
          <Group justify="flex-end">
            {exportCase.isPending ? (
              <Button variant="default" onClick={() => void call('documents.cancel', {}).catch(tellError)}>
                {t('export.stop')}
              </Button>
            ) : (
              <>
                <Button variant="default" onClick={onClose}>
                  {t('common:close')}
                </Button>
                <Button
                  type="submit"
                  disabled={sections.length === 0 || !isPasswordFit}
                  leftSection={<IconFileTypePdf size={16} />}
                >
                  {t(result === null ? 'export.start' : 'export.again')}
                </Button>
              </>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function SectionsField({
  value,
  disabled,
  onChange,
}: {
  readonly value: readonly CaseSection[];
  readonly disabled: boolean;
  onChange(sections: readonly CaseSection[]): void;
}) {
  const { t } = useTranslation('cases');
  return (
    <Checkbox.Group
      label={t('export.sections')}
      value={[...value]}
      error={value.length === 0 ? t('export.noSection') : undefined}
      onChange={(chosen) => onChange(caseSectionSchema.array().parse(chosen))}
    >
      <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="xs" verticalSpacing={6} mt={6}>
        {caseSections.map((section) => (
          <Checkbox
            key={section}
            value={section}
            size="sm"
            disabled={disabled}
            label={t(`document:section.${section}`)}
          />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}

function ExportResult({ result }: { readonly result: Exported }) {
  const { t } = useTranslation('cases');
  async function copy(): Promise<void> {
    try {
      await call('app.copy', { text: result.sha256 });
      tellDone(t('common:copied'));
    } catch (error) {
      tellError(error);
    }
  }
  return (
    <Notice tone="good" role="status" icon={<IconCheck size={16} />} title={t('export.done')}>
      <Stack gap={6}>
        <Text size="sm">{t('export.size', { pages: result.pages, kilobytes: Math.ceil(result.bytes / 1000) })}</Text>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {result.path}
        </Text>
        <Text size="xs" c="dimmed">
          {t('export.sha256')}
        </Text>
        <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {result.sha256}
        </Code>
        <Group>
          <Button size="compact-sm" variant="light" leftSection={<IconCopy size={14} />} onClick={() => void copy()}>
            {t('export.copyHash')}
          </Button>
        </Group>
      </Stack>
    </Notice>
  );
}
