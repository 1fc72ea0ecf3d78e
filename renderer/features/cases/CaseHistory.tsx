import { Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../shared/contract/cases.ts';
import { HistoryTimeline } from '../../components/HistoryTimeline.tsx';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import { useLinkKind } from '../people/useLinkKind.ts';
import { memberOfField, splitMembers } from './memberHistory.ts';
import { useShownCaseValue } from './useShownCaseValue.ts';

const caseItself = 'case';

/** What happened to the case and its members, or to one of its links. */
export function CaseHistory({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('cases');
  const kindName = useLinkKind();
  const [record, setRecord] = useState(caseItself);
  const names = new Map(view.people.map((person) => [person.id, person.name]));
  const ofCase = record === caseItself;
  const { data, error, refetch, isPlaceholderData } = useCall('records.history', {
    collection: ofCase ? 'cases' : 'links',
    id: ofCase ? view.file.id : record,
  });
  const showValue = useShownCaseValue(names);

  return (
    <Stack>
      <Select
        maw={460}
        label={t('history.of')}
        value={record}
        allowDeselect={false}
        searchable
        data={[
          { value: caseItself, label: t('history.case') },
          ...view.links.map((link) => ({
            value: link.id,
            label: t('links.named', { from: names.get(link.from), to: names.get(link.to), kind: kindName(link.kind) }),
          })),
        ]}
        onChange={(value) => setRecord(value ?? caseItself)}
      />
      {error !== null ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined || isPlaceholderData ? (
        <LoadingState />
      ) : (
        <HistoryTimeline
          entries={splitMembers(data)}
          fieldLabel={(field) => {
            const member = memberOfField(field);
            if (member !== undefined) return names.get(member) ?? t('history.formerMember');
            return ofCase ? t(`field.${field}`, { defaultValue: field }) : t(`links.${field}`, { defaultValue: field });
          }}
          showValue={showValue}
        />
      )}
      <Text size="xs" c="dimmed">
        {t('history.note')}
      </Text>
    </Stack>
  );
}
