import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { AuditRow } from '../../../shared/domain/audit.ts';

export interface ReasonFact {
  /** Absent when the reason is an officer's own words. */
  readonly label?: string;
  readonly value: string;
  /** Of use to whoever checks a file, too long for a line of the list. */
  readonly long?: boolean;
}

const factsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const longFacts: readonly string[] = ['sha256', 'dataSha256', 'approval'];

/** Settings go by the names they have on their page. */
const settingLabels: Readonly<Record<string, string>> = {
  agencyName: 'settings:agencyName',
  caseNumberTemplate: 'settings:template',
  idleLockSeconds: 'settings:idle',
  reviewAfterDays: 'settings:review',
  backupEveryDays: 'settings:backup',
  releaseThreshold: 'settings:release',
  readReason: 'settings:readReason',
};

function factsIn(reason: string): z.infer<typeof factsSchema> | undefined {
  try {
    return factsSchema.safeParse(JSON.parse(reason)).data;
  } catch {
    return undefined;
  }
}

/** An entry of the trail in words; what a newer version wrote stands as it is. */
export function useAuditWords() {
  const { t } = useTranslation('officers');

  const action = ({ action: name }: Pick<AuditRow, 'action'>): string => t(`audit.did.${name}`, { defaultValue: name });

  const kind = (entity: string): string => t(`audit.kind.${entity}`, { defaultValue: entity });

  function record({ entity, subject }: AuditRow): string {
    if (entity === null || entity === 'vault') return '';
    return subject === null ? kind(entity) : `${kind(entity)}: ${subject}`;
  }

  function fact(name: string, value: string | number | boolean): ReasonFact {
    const setting = settingLabels[name];
    const label = setting === undefined ? t(`audit.fact.${name}`, { defaultValue: name }) : t(setting);
    const text = String(value);
    const known =
      name === 'releaseThreshold'
        ? t(`domain:marking.${text}`, { defaultValue: text })
        : name === 'readReason'
          ? t(`settings:readReasons.${text}`, { defaultValue: text })
          : text;
    return { label, value: known, long: longFacts.includes(name) };
  }

  function reason({ action: name, reason: text }: AuditRow): readonly ReasonFact[] {
    if (text === null) return [];
    if (name === 'refused.not-allowed') return [{ value: t(`verb.${text.replace('.', '-')}`, { defaultValue: text }) }];
    if (name === 'refused.no-approval') return [{ value: t(`approval.kind.${text}`, { defaultValue: text }) }];
    if (name === 'refused.passphrase') return [{ value: t('audit.tried', { count: Number(text) }) }];
    if (name === 'case.read' && text === 'supervision') return [{ value: t('audit.supervision') }];
    const facts = factsIn(text);
    if (facts === undefined) return [{ value: text }];
    return Object.entries(facts)
      .filter(([, value]) => value !== '')
      .map(([key, value]) => fact(key, value));
  }

  const reasonLine = (row: AuditRow): string =>
    reason(row)
      .filter(({ long }) => long !== true)
      .map(({ label, value }) => (label === undefined ? value : `${label}: ${value}`))
      .join(' · ');

  return { action, kind, record, reason, reasonLine };
}
