import { Button, Group, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AuditRow } from '../../../shared/domain/audit.ts';
import { showMoment } from '../../lib/dates.ts';
import { showNumber } from '../../lib/numbers.ts';
import classes from './AuditPage.module.css';
import type { AuditView } from './auditView.ts';
import { useAuditWords } from './useAuditWords.ts';

/** One entry whole, and the way from it to the record, to all about it and to all of its officer. */
export function AuditDetails({ row, onNarrow }: { readonly row: AuditRow; onNarrow(view: Partial<AuditView>): void }) {
  const { t } = useTranslation('officers');
  const words = useAuditWords();
  const { entity, entityId, subject } = row;
  const record = words.record(row);
  const facts = [
    { label: t('audit.sequence'), value: showNumber(row.sequence) },
    { label: t('audit.at'), value: showMoment(row.at) },
    { label: t('audit.actor'), value: row.actor },
    { label: t('audit.action'), value: words.action(row) },
    ...(record === '' ? [] : [{ label: t('audit.record'), value: record }]),
    ...(entityId === null || entity === 'vault' ? [] : [{ label: t('audit.identifier'), value: entityId }]),
    ...words.reason(row).map(({ label = t('audit.reason'), value }) => ({ label, value })),
  ];
  return (
    <Stack>
      <dl className={classes.facts}>
        {facts.map(({ label, value }) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Group gap="xs">
        {entityId !== null && subject !== null && entity === 'people' && (
          <Button
            size="compact-sm"
            renderRoot={(props) => <Link to="/people/$personId" params={{ personId: entityId }} {...props} />}
          >
            {t('audit.open')}
          </Button>
        )}
        {entityId !== null && subject !== null && entity === 'cases' && (
          <Button
            size="compact-sm"
            renderRoot={(props) => <Link to="/cases/$caseId" params={{ caseId: entityId }} {...props} />}
          >
            {t('audit.open')}
          </Button>
        )}
        {entityId !== null && entity !== 'vault' && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => onNarrow({ record: { id: entityId, name: record } })}
          >
            {t('audit.aboutThis')}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => onNarrow({ officer: row.actorId })}>
          {t('audit.byThis', { name: row.actor })}
        </Button>
      </Group>
    </Stack>
  );
}
