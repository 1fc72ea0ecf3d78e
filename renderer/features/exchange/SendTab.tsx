import {
  Button,
  Checkbox,
  Grid,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  Stack,
  Text,
  TextInput,
  Textarea,
} from '@mantine/core';
import { IconLock, IconPackageExport } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackFields } from '../../../shared/contract/exchange.ts';
import type { AgencyRow } from '../../../shared/domain/exchange/agency.ts';
import type { Handling } from '../../../shared/domain/handling.ts';
import { DateField } from '../../components/DateField.tsx';
import { FormError } from '../../components/FormError.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { tellDone } from '../../lib/tell.tsx';
import { WorkProgress } from '../backup/WorkProgress.tsx';
import { AskApproval } from '../officers/AskApproval.tsx';
import { CoordinationField, nothingJoint } from './CoordinationField.tsx';
import { HandlingFields } from './HandlingFields.tsx';
import { PeopleField } from './PeopleField.tsx';
import { PreviewList } from './PreviewList.tsx';

const noAnswer = 'none';
/** What is written of a package does not change what goes: it is not weighed anew with every letter. */
const unwritten = '–';
const megabyte = 1_000_000;

/** A package is put together beside what of it would really go. */
export function SendTab() {
  const { t } = useTranslation('exchange');
  const known = useCall('exchange.agencies', {});
  if (known.error !== null) return <ErrorState error={known.error} onRetry={() => void known.refetch()} />;
  if (known.data === undefined) return <LoadingState />;
  const trusted = known.data.agencies.filter(({ state }) => state === 'trusted');
  if (trusted.length === 0 || known.data.identity === null)
    return (
      <EmptyState
        icon={<IconPackageExport size={32} stroke={1.5} />}
        title={t('send.noAgency')}
        text={t('send.noAgencyText')}
      />
    );
  return <Compose agencies={trusted} />;
}

function Compose({ agencies }: { readonly agencies: readonly AgencyRow[] }) {
  const { t } = useTranslation('exchange');
  const cases = useCall('cases.list', {});
  const requests = useCall('exchange.requests', {});
  const reports = useCall('reports.list', { caseId: null });
  const seal = useChange('exchange.seal');
  const [to, setTo] = useState<string | null>(agencies.length === 1 ? (agencies[0]?.id ?? null) : null);
  const [caseIds, setCaseIds] = useState<string[]>([]);
  const [personIds, setPersonIds] = useState<readonly string[]>([]);
  const [reportIds, setReportIds] = useState<string[]>([]);
  const [joint, setJoint] = useState(nothingJoint);
  const [withFiles, setWithFiles] = useState(true);
  const [purpose, setPurpose] = useState('');
  const [handling, setHandling] = useState<Handling>({ code: 'P' });
  const [conditions, setConditions] = useState('');
  const [expiresOn, setExpiresOn] = useState<string | undefined>(undefined);
  const [answers, setAnswers] = useState(noAnswer);
  const [partSize, setPartSize] = useState<number | null>(null);

  const recipient = agencies.find(({ id }) => id === to);
  const asked = (requests.data ?? []).filter(
    ({ direction, state, agencyId }) => direction === 'in' && state !== 'closed' && agencyId === recipient?.agencyId,
  );
  const order: PackFields | null =
    to === null || [caseIds, personIds, reportIds, ...Object.values(joint)].every(({ length }) => length === 0)
      ? null
      : {
          caseIds,
          personIds: [...personIds],
          reportIds,
          ...joint,
          withFiles,
          to,
          handling,
          conditions,
          purpose: purpose.trim(),
          ...(expiresOn === undefined ? {} : { expiresOn }),
          ...(answers === noAnswer ? {} : { answers }),
        };
  const ready = order !== null && purpose.trim() !== '';

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!ready || seal.isPending) return;
    seal.mutate(
      { ...order, partSize: partSize === null ? null : Math.round(partSize * megabyte) },
      {
        onSuccess: ({ saved }) => {
          if (saved === null) return;
          tellDone(t('send.sealed'));
          setCaseIds([]);
          setPersonIds([]);
          setReportIds([]);
          setJoint(nothingJoint);
          setPurpose('');
        },
      },
    );
  }

  return (
    <Grid gap="xl">
      <Grid.Col span={{ base: 12, md: 5 }}>
        <form onSubmit={submit}>
          <Stack gap="sm">
            <Select
              label={t('send.to')}
              value={to}
              allowDeselect={false}
              data={agencies.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={setTo}
            />
            <MultiSelect
              label={t('send.cases')}
              description={t('send.casesHint')}
              searchable
              value={caseIds}
              data={(cases.data ?? []).map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
              onChange={setCaseIds}
            />
            <PeopleField
              label={t('send.people')}
              description={t('send.peopleHint')}
              value={personIds}
              onChange={setPersonIds}
            />
            <MultiSelect
              label={t('send.reports')}
              description={t('send.reportsHint')}
              searchable
              value={reportIds}
              data={(reports.data ?? [])
                .filter(({ state }) => state === 'disseminated')
                .map(({ id, number, subject }) => ({ value: id, label: `${number} ${subject}` }))}
              onChange={setReportIds}
            />
            <CoordinationField value={joint} onChange={setJoint} />
            <Checkbox
              label={t('send.withFiles')}
              checked={withFiles}
              onChange={(event) => setWithFiles(event.currentTarget.checked)}
            />
            <Textarea
              label={t('send.purpose')}
              value={purpose}
              maxLength={2000}
              autosize
              minRows={2}
              maxRows={5}
              onChange={(event) => setPurpose(event.currentTarget.value)}
            />
            <HandlingFields value={handling} onChange={setHandling} />
            <TextInput
              label={t('send.conditions')}
              value={conditions}
              maxLength={2000}
              onChange={(event) => setConditions(event.currentTarget.value)}
            />
            <Group grow align="flex-start">
              <DateField label={t('send.expires')} value={expiresOn} onChange={setExpiresOn} />
              <NumberInput
                label={t('send.partSize')}
                description={t('send.partSizeHint')}
                inputWrapperOrder={['label', 'input', 'description']}
                min={1}
                max={100_000}
                value={partSize ?? ''}
                onChange={(value) => setPartSize(typeof value === 'number' ? value : null)}
              />
            </Group>
            {asked.length > 0 && (
              <Select
                label={t('send.answers')}
                value={answers}
                allowDeselect={false}
                data={[
                  { value: noAnswer, label: t('send.noAnswer') },
                  ...asked.map(({ requestId, subject }) => ({ value: requestId, label: subject })),
                ]}
                onChange={(value) => setAnswers(value ?? noAnswer)}
              />
            )}
            {seal.isPending && <WorkProgress task="package" onlyOnceTold />}
            <FormError error={seal.error} />
            <AskApproval error={seal.error} onAsked={() => seal.reset()} />
            <Group justify="flex-end">
              <Button type="submit" leftSection={<IconLock size={16} />} disabled={!ready} loading={seal.isPending}>
                {t('send.seal')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 7 }}>
        {order === null ? (
          <Text c="dimmed">{t('send.choose')}</Text>
        ) : (
          <PreviewList order={{ ...order, purpose: unwritten, conditions: '' }} />
        )}
      </Grid.Col>
    </Grid>
  );
}
