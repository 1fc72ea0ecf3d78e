import { useTranslation } from 'react-i18next';
import { useCall } from '../../lib/api.ts';
import { useMay } from '../../lib/officer.ts';
import { matches } from './matches.ts';

const most = 6;
const longestSearch = 200;

interface Found {
  readonly people: readonly { readonly id: string; readonly name: string; readonly detail: string }[];
  readonly cases: readonly { readonly id: string; readonly title: string; readonly number: string }[];
}

/** People and cases that fit what was typed; one letter fits too many to be asked for. */
export function useFoundRecords(typed: string): Found {
  const { t } = useTranslation('domain');
  const seesPeople = useMay('people.read');
  const seesCases = useMay('cases.read');
  const enabled = typed.length > 1;
  const people = useCall(
    'people.search',
    {
      text: typed.slice(0, longestSearch),
      role: null,
      sort: 'relevance',
      descending: false,
      offset: 0,
      limit: most,
    },
    { enabled: enabled && seesPeople, keepPrevious: true },
  );
  const cases = useCall('cases.list', {}, { enabled: enabled && seesCases });
  if (!enabled) return { people: [], cases: [] };
  return {
    people: (people.data?.rows ?? []).map(({ id, name, roles, registrationNumber, cell, nationalId, phone }) => ({
      id,
      name,
      detail: [...roles.map((role) => t(`role.${role}`)), registrationNumber, cell, nationalId ?? phone]
        .filter((part) => part !== null && part !== '')
        .join(' · '),
    })),
    cases: (cases.data ?? []).filter((row) => matches(`${row.number} ${row.title}`, typed)).slice(0, most),
  };
}
