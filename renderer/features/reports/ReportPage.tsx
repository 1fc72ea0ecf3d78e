import { Alert, Badge, Group, Stack, Table, Text } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { ReportView } from '../../../shared/contract/reports.ts';
import { idSchema } from '../../../shared/domain/basics.ts';
import { handlingLabel } from '../../../shared/domain/handling.ts';
import { opinionParts } from '../../../shared/domain/report.ts';
import { MarkingBadge } from '../../components/badges.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Section } from '../../components/Section.tsx';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import { showDay, showMoment } from '../../lib/dates.ts';
import { Origins } from '../exchange/HandlingNote.tsx';
import { AttachedFiles } from '../files/AttachedFiles.tsx';
import { ReportActions } from './ReportActions.tsx';
import { ReportItemView } from './ReportItemView.tsx';

const addressSchema = z.object({ reportId: idSchema });

export function ReportPage() {
  const { reportId } = addressSchema.parse(useParams({ strict: false }));
  const { data, error, refetch } = useCall('reports.get', { id: reportId });
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined || data.report.id !== reportId) return <LoadingState />;
  return <ReportReading key={reportId} view={data} />;
}

/** One report as it is read: facts with both grades, opinion apart, and how it came to where it stands. */
function ReportReading({ view }: { readonly view: ReportView }) {
  const { t } = useTranslation('reports');
  const { report } = view;
  return (
    <>
      <PageHeader
        title={report.subject}
        before={
          <Text component={Link} to="/reports" size="xs" c="dimmed">
            {t('back')}
          </Text>
        }
        note={
          <Group gap={8}>
            <Text size="sm">{report.number}</Text>
            <Badge variant={report.state === 'recalled' ? 'outline' : 'default'} tt="none">
              {t(`domain:reportState.${report.state}`)}
            </Badge>
            <MarkingBadge marking={report.marking} />
            <Badge variant="outline" tt="none">
              {t('handling')}: {handlingLabel(report.handling)}
            </Badge>
          </Group>
        }
        actions={<ReportActions view={view} />}
      />
      <Stack gap="lg">
        {report.state === 'recalled' && (
          <Alert color="red" icon={<IconArchive size={18} />} role="status">
            {t('recalledNote')} {report.steps.at(-1)?.note}
          </Alert>
        )}
        <Origins of={report.origins} />
        <Section title={t('facts')} note={t('factsNote')}>
          <Stack component="ol" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
            {report.items.map((item, index) => (
              // A fact has no other name than its number.
              // oxlint-disable-next-line react/no-array-index-key
              <ReportItemView key={index} view={view} item={item} number={index + 1} />
            ))}
          </Stack>
        </Section>
        <Section title={t('opinion')} note={t('opinionNote')}>
          {opinionParts.every((part) => report.opinion[part] === '') && <Text size="sm">{t('noOpinion')}</Text>}
          {opinionParts
            .filter((part) => report.opinion[part] !== '')
            .map((part) => (
              <div key={part}>
                <Text size="sm" fw={600} mt={6}>
                  {t(`opinionPart.${part}`)}
                </Text>
                <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
                  {report.opinion[part]}
                </Text>
              </div>
            ))}
        </Section>
        <Section title={t('files:title')}>
          <AttachedFiles on={{ collection: 'reports', id: report.id }} writes={view.may.edit} copies={view.may.print} />
        </Section>
        <Section title={t('about')}>
          <About view={view} />
        </Section>
        <Section title={t('history')}>
          <Stack gap={4}>
            {report.steps.map(({ state, at, note }, index) => (
              <Text size="sm" key={at}>
                {showMoment(at)} · {view.stepNames[index]} · {t(`step.${state}`)}
                {note !== '' && `: ${note}`}
              </Text>
            ))}
          </Stack>
        </Section>
      </Stack>
    </>
  );
}

function About({ view: { report, authorName, cases } }: { readonly view: ReportView }) {
  const { t } = useTranslation('reports');
  const { source, handling } = report;
  const from = showDay(report.informationFrom);
  const until = report.informationUntil;
  const codes = handling.code === 'P' ? (['P'] as const) : (['C', handling.action, handling.sanitisation] as const);
  return (
    <Table variant="vertical" layout="fixed" aria-label={t('about')}>
      <Table.Tbody>
        {[
          { label: t('author'), value: authorName },
          {
            label: t('informationFrom'),
            value: until === undefined ? from : `${from} ${t('informationUntil')} ${showDay(until)}`,
          },
          { label: t('writtenOn'), value: showDay(report.writtenOn) },
          { label: t('priorityOf'), value: t(`domain:priority.${report.priority}`) },
          { label: t('field'), value: report.field },
          { label: t('place'), value: report.place },
          { label: t('source'), value: source.kind === 'named' ? source.description : source.pseudonym },
          { label: t('relation'), value: report.relation },
          { label: t('method'), value: report.method },
          { label: t('handling'), value: codes.map((code) => `${code}: ${t(`domain:handling.${code}`)}`).join(' ') },
          { label: t('risk'), value: report.risk },
          { label: t('distribution'), value: report.distribution.join('; ') },
          { label: t('cases'), value: cases.map(({ number, title }) => `${number} ${title}`).join('; ') },
        ]
          .filter(({ value }) => value !== '')
          .map(({ label, value }) => (
            <Table.Tr key={label}>
              <Table.Th w={220}>{label}</Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{value}</Table.Td>
            </Table.Tr>
          ))}
      </Table.Tbody>
    </Table>
  );
}
