import { List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CaseSection } from '../../../shared/domain/case-document.ts';
import type { Sanitisation } from '../../../shared/domain/sanitisation.ts';
import { useCall } from '../../lib/api.ts';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { Notice } from '../people/forms/Notice.tsx';

interface SourceHintsProps {
  readonly caseId: string;
  readonly subjectId: string | null;
  readonly sections: readonly CaseSection[];
  readonly sanitise: Sanitisation;
}

/** What in the copy that is about to be made could reveal a source. */
export function SourceHints({ caseId, subjectId, sections, sanitise }: SourceHintsProps) {
  const { t } = useTranslation('cases');
  const { data: hints, error } = useCall('documents.lintCase', {
    caseId,
    ...(subjectId === null ? {} : { subjectId }),
    sections: [...sections],
    sanitise,
  });
  if (error !== null) return <FormFailure error={error} />;
  if (hints === undefined) return null;
  if (hints.length === 0)
    return (
      <Notice tone="good" role="status" icon={<IconCheck size={16} />}>
        <Text size="sm">{t('export.lint.none')}</Text>
      </Notice>
    );
  return (
    <Notice
      tone="warn"
      role="status"
      icon={<IconAlertTriangle size={16} />}
      title={t('export.lint.found', { count: hints.length })}
    >
      <Stack
        gap={4}
        mah={180}
        style={{ overflowY: 'auto' }}
        tabIndex={0}
        role="group"
        aria-label={t('export.lint.found', { count: hints.length })}
      >
        <List size="sm" spacing={2}>
          {hints.map(({ rule, field, number, item, words }) => (
            <List.Item key={`${rule} ${field} ${number} ${item} ${words}`}>
              {t(`export.lint.field.${field}`, { number, item })}: {t(`export.lint.rule.${rule}`)}
              {words !== '' && (
                <>
                  {' '}
                  <Text span fw={600}>
                    {words}
                  </Text>
                </>
              )}
            </List.Item>
          ))}
        </List>
      </Stack>
    </Notice>
  );
}
