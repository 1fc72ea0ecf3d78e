import enCommon from './en/common.json' with { type: 'json' };
import enErrors from './en/errors.json' with { type: 'json' };
import enDomain from './en/domain.json' with { type: 'json' };
import enVault from './en/vault.json' with { type: 'json' };
import enPeople from './en/people.json' with { type: 'json' };
import enCases from './en/cases.json' with { type: 'json' };
import enCasework from './en/casework.json' with { type: 'json' };
import enChart from './en/chart.json' with { type: 'json' };
import enTimeline from './en/timeline.json' with { type: 'json' };
import enNetwork from './en/network.json' with { type: 'json' };
import enDesk from './en/desk.json' with { type: 'json' };
import enLife from './en/life.json' with { type: 'json' };
import enReports from './en/reports.json' with { type: 'json' };
import enDetection from './en/detection.json' with { type: 'json' };
import enIdentity from './en/identity.json' with { type: 'json' };
import enImporting from './en/importing.json' with { type: 'json' };
import enSettings from './en/settings.json' with { type: 'json' };
import enOfficers from './en/officers.json' with { type: 'json' };
import enRetention from './en/retention.json' with { type: 'json' };
import enSources from './en/sources.json' with { type: 'json' };
import enBackup from './en/backup.json' with { type: 'json' };
import enExchange from './en/exchange.json' with { type: 'json' };
import enEvidence from './en/evidence.json' with { type: 'json' };
import enMitigation from './en/mitigation.json' with { type: 'json' };
import enTraining from './en/training.json' with { type: 'json' };
import enHelp from './en/help.json' with { type: 'json' };
import enFiles from './en/files.json' with { type: 'json' };
import enCoordination from './en/coordination.json' with { type: 'json' };
import enDocument from './en/document.json' with { type: 'json' };
import idCommon from './id/common.json' with { type: 'json' };
import idErrors from './id/errors.json' with { type: 'json' };
import idDomain from './id/domain.json' with { type: 'json' };
import idVault from './id/vault.json' with { type: 'json' };
import idPeople from './id/people.json' with { type: 'json' };
import idCases from './id/cases.json' with { type: 'json' };
import idCasework from './id/casework.json' with { type: 'json' };
import idChart from './id/chart.json' with { type: 'json' };
import idTimeline from './id/timeline.json' with { type: 'json' };
import idNetwork from './id/network.json' with { type: 'json' };
import idDesk from './id/desk.json' with { type: 'json' };
import idLife from './id/life.json' with { type: 'json' };
import idReports from './id/reports.json' with { type: 'json' };
import idDetection from './id/detection.json' with { type: 'json' };
import idIdentity from './id/identity.json' with { type: 'json' };
import idImporting from './id/importing.json' with { type: 'json' };
import idSettings from './id/settings.json' with { type: 'json' };
import idOfficers from './id/officers.json' with { type: 'json' };
import idRetention from './id/retention.json' with { type: 'json' };
import idSources from './id/sources.json' with { type: 'json' };
import idBackup from './id/backup.json' with { type: 'json' };
import idExchange from './id/exchange.json' with { type: 'json' };
import idEvidence from './id/evidence.json' with { type: 'json' };
import idMitigation from './id/mitigation.json' with { type: 'json' };
import idTraining from './id/training.json' with { type: 'json' };
import idHelp from './id/help.json' with { type: 'json' };
import idFiles from './id/files.json' with { type: 'json' };
import idCoordination from './id/coordination.json' with { type: 'json' };
import idDocument from './id/document.json' with { type: 'json' };

/** Every visible text, by language and area; a test holds both languages to the same keys. */
export const messages = {
  id: {
    common: idCommon,
    errors: idErrors,
    domain: idDomain,
    vault: idVault,
    people: idPeople,
    cases: idCases,
    casework: idCasework,
    chart: idChart,
    network: idNetwork,
    timeline: idTimeline,
    desk: idDesk,
    life: idLife,
    reports: idReports,
    detection: idDetection,
    identity: idIdentity,
    importing: idImporting,
    settings: idSettings,
    officers: idOfficers,
    backup: idBackup,
    exchange: idExchange,
    coordination: idCoordination,
    document: idDocument,
    evidence: idEvidence,
    files: idFiles,
    help: idHelp,
    training: idTraining,
    mitigation: idMitigation,
    sources: idSources,
    retention: idRetention,
  },
  en: {
    common: enCommon,
    errors: enErrors,
    domain: enDomain,
    vault: enVault,
    people: enPeople,
    cases: enCases,
    casework: enCasework,
    chart: enChart,
    network: enNetwork,
    timeline: enTimeline,
    desk: enDesk,
    life: enLife,
    reports: enReports,
    detection: enDetection,
    identity: enIdentity,
    importing: enImporting,
    settings: enSettings,
    officers: enOfficers,
    backup: enBackup,
    exchange: enExchange,
    coordination: enCoordination,
    document: enDocument,
    evidence: enEvidence,
    files: enFiles,
    help: enHelp,
    training: enTraining,
    mitigation: enMitigation,
    sources: enSources,
    retention: enRetention,
  },
} as const;

export type Namespace = keyof (typeof messages)['id'];
