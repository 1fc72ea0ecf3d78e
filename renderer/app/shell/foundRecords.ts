import { useTranslation } from 'react-i18next';
import { useCall } from '../../lib/api.ts';
import { useMay } from '../../lib/officer.ts';

const most = 6;
const longestSearch = 200;

interface Found {
  readonly people: readonly { readonly id: string; readonly name: string; readonly detail: string }[];
  readonly cases: readonly { readonly id: string; readonly title: string; readonly detail: string }[];
  readonly reports: readonly { readonly id: string; readonly title: string; readonly detail: string }[];
}

/** People, cases and reports that fit what was typed; one letter fits too many to be asked for. */
export function useFoundRecords(typed: string): Found {
  const { t } = useTranslation(['domain', 'common']);
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
  const cases = useCall(
    'cases.search',
    { text: typed.slice(0, longestSearch), limit: most },
    { enabled: enabled && seesCases, keepPrevious: true },
  );
  const seesReports = useMay('reports.read');
  const reports = useCall(
    'reports.search',
    { text: typed.slice(0, longestSearch), limit: most },
    { enabled: enabled && seesReports, keepPrevious: true },
  );
  if (!enabled) return { people: [], cases: [], reports: [] };
  return {
    people: (people.data?.rows ?? []).map(({ id, name, roles, registrationNumber, cell, nationalId, phone }) => ({
      id,
      name,
      detail: [...roles.map((role) => t(`role.${role}`)), registrationNumber, cell, nationalId ?? phone]
        .filter((part) => part !== null && part !== '')
        .join(' · '),
    })),
    cases: (cases.data?.rows ?? []).map(({ id, title, number, places }) => ({
      id,
      title,
      detail: [number, ...places.map((place) => t(`common:palette.place.${place}`))].join(' · '),
    })),
    reports: (reports.data?.rows ?? []).map(({ id, subject, number, state, places }) => ({
      id,
      title: subject,
      detail: [
        number,
        t(`domain:reportState.${state}`),
        ...places.map((place) => t(`common:palette.reportPlace.${place}`)),
      ].join(' · '),
    })),
  };
}
