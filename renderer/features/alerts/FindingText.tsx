import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { findingFacts } from '../../../shared/analysis/detection/finding.ts';
import type { FindingRow } from '../../../shared/contract/detection.ts';
import { dateSchema } from '../../../shared/domain/basics.ts';
import { showDay } from '../../lib/dates.ts';
import { showMean } from '../../lib/numbers.ts';
import { PersonLinks } from './PersonLinks.tsx';

/** A day among the facts as people read it; everything else as it is. */
const shown = (value: string | number): string | number =>
  dateSchema.safeParse(value).success ? showDay(String(value)) : value;

/** What a finding is and whom it concerns; whole, also what it does not show and how often chance gives it. */
export function FindingText({ finding, whole = true }: { readonly finding: FindingRow; readonly whole?: boolean }) {
  const { t } = useTranslation('detection');
  const { kind, people, inmates } = finding;
  const facts = {
    ...Object.fromEntries(Object.entries(findingFacts(finding)).map(([name, value]) => [name, shown(value)])),
    expected: showMean(finding.expected),
  };
  return (
    <>
      <Text size="sm">{t(`${kind}.what`, facts)}</Text>
      {people.length > 0 && (
        <Text size="sm">
          {t('people')}: <PersonLinks people={people} />
        </Text>
      )}
      {inmates.length > 0 && (
        <Text size="sm">
          {t('inmates')}: <PersonLinks people={inmates} />
        </Text>
      )}
      {whole && (
        <>
          <Text size="sm" mt={4}>
            {t(`${kind}.not`, facts)}
          </Text>
          <Text size="sm" c="dimmed" mt={4}>
            {t('chance', facts)}
          </Text>
        </>
      )}
    </>
  );
}
