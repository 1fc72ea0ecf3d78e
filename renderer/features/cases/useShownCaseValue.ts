import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { closingFieldsSchema, memberSchema } from '../../../shared/domain/case.ts';
import { type Grade, gradeLabel, gradeSchema } from '../../../shared/domain/grade.ts';
import { showDay } from '../../lib/dates.ts';
import { useLinkKind } from '../people/useLinkKind.ts';
import { memberOfField } from './memberHistory.ts';

const daySchema = z.iso.date();

/** A field of a case or link in words, for the history. */
export function useShownCaseValue(
  names: ReadonlyMap<string, string>,
): (field: string, value: unknown) => string | undefined {
  const { t } = useTranslation('cases');
  const kindName = useLinkKind();
  return useCallback(
    (field, value) => {
      const grade = (given: Grade): string => `${gradeLabel(given)} (${t(`domain:gradeScheme.${given.scheme}`)})`;
      if (memberOfField(field) !== undefined) {
        const member = memberSchema.safeParse(value).data;
        if (member === undefined) return t('history.notMember');
        const { part, note, allegation } = member;
        const allegationText =
          allegation === undefined
            ? ''
            : `${grade(allegation.grade)}, ${allegation.source}, ${t('members.reviewOn')} ${showDay(allegation.reviewOn)}`;
        return [t(`domain:part.${part}`), allegationText, note].filter((text) => text !== '').join(' · ');
      }
      const closing = closingFieldsSchema.strip().safeParse(value).data;
      if (closing !== undefined) return `${t(`domain:caseOutcome.${closing.outcome}`)}: ${closing.reason}`;
      if (typeof value === 'boolean') return t(value ? 'common:yes' : 'common:no');
      const given = gradeSchema.safeParse(value).data;
      if (given !== undefined) return grade(given);
      if (typeof value !== 'string') return undefined;
      if (daySchema.safeParse(value).success) return showDay(value);
      switch (field) {
        case 'marking':
          return t(`domain:marking.${value}`);
        case 'kind':
          return kindName(value);
        case 'status':
          return t([`domain:linkStatus.${value}`, `domain:caseStatus.${value}`]);
        case 'from':
        case 'to':
          return names.get(value) ?? t('history.formerMember');
        default:
          return undefined;
      }
    },
    [t, kindName, names],
  );
}
