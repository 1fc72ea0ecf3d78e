import { Alert, Button, Group, Select, TextInput } from '@mantine/core';
import { IconFileExport, IconShieldCheck } from '@tabler/icons-react';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AuditRow, wholeTrail } from '../../../shared/domain/audit.ts';
import { dateSchema } from '../../../shared/domain/basics.ts';
import { messages } from '../../../shared/i18n/messages.ts';
import { DataGrid, type GridColumn } from '../../components/DataGrid.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { showMoment } from '../../lib/dates.ts';
import { showNumber } from '../../lib/numbers.ts';
import { useMay } from '../../lib/officer.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';

const most = 500;
const actions = Object.entries(messages.en.officers.audit.did).flatMap(([area, acts]) =>
  Object.keys(acts).map((act) => `${area}.${act}`),
);
const byLabel = (language: string) => (a: { label: string }, b: { label: string }) =>
  a.label.localeCompare(b.label, language);
const filled = (text: string): string | null => (text.trim() === '' ? null : text.trim());
const day = (text: string): string | null => dateSchema.safeParse(text).data ?? null;

/** Who did and read what, newest first; narrowed by officer, action, record and day. */
export function AuditPage() {
  const { t, i18n } = useTranslation('officers');
  // An action of a newer version has no text here yet.
  const actionName = (action: string): string => t(`audit.did.${action}`, { defaultValue: action });
  const officers = useCall('officers.list', {});
  const verify = useChange('audit.verify');
  const exporting = useChange('audit.export');
  const exports = useMay('audit.export');
  const [filter, setFilter] = useState({ officer: '', action: '', record: '', from: '', until: '' });
  const [settled] = useDebouncedValue(filter, 250);
  const asked = {
    ...wholeTrail,
    officer: filled(settled.officer),
    action: filled(settled.action),
    record: filled(settled.record),
    from: day(settled.from),
    until: day(settled.until),
  };
  const trail = useCall('audit.list', { filter: asked, offset: 0, limit: most }, { keepPrevious: true });
  const set = (name: keyof typeof filter) => (value: string) => setFilter((before) => ({ ...before, [name]: value }));

  const columns: readonly GridColumn<AuditRow>[] = [
    {
      key: 'sequence',
      label: t('audit.sequence'),
      width: '5rem',
      numeric: true,
      cell: (row) => showNumber(row.sequence),
    },
    { key: 'at', label: t('audit.at'), width: '11rem', cell: (row) => showMoment(row.at) },
    { key: 'actor', label: t('audit.actor'), width: 'minmax(8rem, 1fr)', cell: (row) => row.actor },
    { key: 'action', label: t('audit.action'), width: 'minmax(9rem, 1fr)', cell: (row) => actionName(row.action) },
    { key: 'record', label: t('audit.record'), width: 'minmax(9rem, 1.4fr)', cell: (row) => row.entityId ?? '' },
    { key: 'reason', label: t('audit.reason'), width: 'minmax(8rem, 1.4fr)', cell: (row) => row.reason ?? '' },
  ];
  const rows = trail.data?.rows ?? [];
  return (
    <>
      <PageHeader
        title={t('audit.title')}
        note={trail.data === undefined ? t('audit.note') : t('audit.count', { total: showNumber(trail.data.total) })}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconShieldCheck size={16} />}
              loading={verify.isPending}
              onClick={() => verify.mutate({}, { onError: tellError })}
            >
              {t('audit.verify')}
            </Button>
            {exports && (
              <Button
                variant="default"
                leftSection={<IconFileExport size={16} />}
                loading={exporting.isPending}
                onClick={() =>
                  exporting.mutate(
                    {},
                    {
                      onSuccess: ({ saved }) => {
                        if (saved !== null) tellDone(t('audit.saved', { path: saved.path }));
                      },
                      onError: tellError,
                    },
                  )
                }
              >
                {t('audit.export')}
              </Button>
            )}
          </>
        }
      />
      {verify.data !== undefined && (
        <Alert color={verify.data.ok ? 'teal' : 'red'} role="status" mb="md">
          {verify.data.firstBad === null
            ? t('audit.sound', { entries: showNumber(verify.data.entries) })
            : t('audit.unsound', {
                sequence: verify.data.firstBad.sequence,
                fault: t(`audit.fault.${verify.data.firstBad.code}`),
              })}
        </Alert>
      )}
      <Group mb="md" align="flex-end">
        <Select
          label={t('audit.actor')}
          data={(officers.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={filter.officer === '' ? null : filter.officer}
          placeholder={t('audit.everybody')}
          clearable
          onChange={(value) => set('officer')(value ?? '')}
        />
        <Select
          label={t('audit.action')}
          data={actions.map((action) => ({ value: action, label: actionName(action) })).sort(byLabel(i18n.language))}
          value={filter.action === '' ? null : filter.action}
          placeholder={t('audit.everything')}
          searchable
          clearable
          w={240}
          onChange={(value) => set('action')(value ?? '')}
        />
        {(['record', 'from', 'until'] as const).map((name) => (
          <TextInput
            key={name}
            label={t(`audit.${name}`)}
            placeholder={name === 'record' ? undefined : '2026-12-31'}
            value={filter[name]}
            w={name === 'record' ? 220 : 140}
            onChange={(event) => set(name)(event.currentTarget.value)}
          />
        ))}
      </Group>
      {trail.error !== null && <ErrorState error={trail.error} onRetry={() => void trail.refetch()} />}
      {trail.isPending && <LoadingState />}
      {trail.data !== undefined && rows.length === 0 && (
        <EmptyState icon={<IconShieldCheck size={32} stroke={1.5} />} title={t('audit.empty')} />
      )}
      {rows.length > 0 && (
        <DataGrid label={t('audit.title')} columns={columns} total={rows.length} rowAt={(position) => rows[position]} />
      )}
    </>
  );
}
