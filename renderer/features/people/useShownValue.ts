import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { roleSchema } from '../../../shared/domain/person.ts';
import { showDay } from '../../lib/dates.ts';

const rolesSchema = z.array(roleSchema);
const daySchema = z.iso.date();

/** A person's field in words, for the history: roles with their details, days as people write them. */
export function useShownValue(): (field: string, value: unknown) => string | undefined {
  const { t } = useTranslation('people');
  return useCallback(
    (field, value) => {
      if (field === 'retention' && typeof value === 'string') return t(`retention.${value}`);
      const day = daySchema.safeParse(value);
      if (day.success) return showDay(day.data);
      const roles = field === 'roles' ? rolesSchema.safeParse(value).data : undefined;
      if (roles === undefined) return undefined;
      return roles
        .map(({ kind, ...details }) => {
          const facts = Object.entries(details)
            .filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '')
            .map(
              ([name, text]) => `${t(`field.${name}`)}: ${daySchema.safeParse(text).success ? showDay(text) : text}`,
            );
          const role = t(`domain:role.${kind}`);
          return facts.length === 0 ? role : `${role} (${facts.join(', ')})`;
        })
        .join('; ');
    },
    [t],
  );
}
