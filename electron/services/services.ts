import { join } from 'node:path';
import { type Alerts, createAlerts } from './alerts/alerts.ts';
import { type Approvals, createApprovals } from './approvals/approvals.ts';
import { type Audit, createAudit } from './audit/audit.ts';
import { createReads, type Reads } from './audit/reads.ts';
import { type CaseSearch, createCaseSearch } from './cases/case-search.ts';
import { type Backups, createBackups } from './backup/backups.ts';
import { createLongWork, type LongWork } from './backup/long-work.ts';
import { createMedia, type Media } from './backup/media.ts';
import { createRestoring, type Restoring } from './backup/restoring.ts';
import { createSwitching, type Switching } from './backup/switching.ts';
import { type Casework, createCasework } from './casework/casework.ts';
import { type Coordination, createCoordination } from './coordination/coordination.ts';
import { createCases, type Cases } from './cases/cases.ts';
import { type Charts, createCharts } from './cases/charts.ts';
import { createLinks, type Links } from './cases/links.ts';
import { type Bans, createBans } from './detection/bans.ts';
import { createDesk, type Desk } from './desk/desk.ts';
import { createWatches, type Watches } from './desk/watches.ts';
import { createDetection, type Detection } from './detection/detection.ts';
import { createDocuments, type Documents } from './documents/documents.ts';
import { type Attachments, createAttachments } from './files/attachments.ts';
import { createEvidence, type Evidence } from './evidence/evidence.ts';
import { createExchange, type Exchange } from './exchange/exchange.ts';
import { createUpdates, type Updates } from './updates/updates.ts';
import { formatVersion } from '../vault/format/constants.ts';
import { createIdentity, type Identity } from './identity/identity.ts';
import { createImporting, type Importing } from './importing/importing.ts';
import { createLayouts, type Layouts } from './network/layouts.ts';
import { createNetworks, type Networks } from './network/networks.ts';
import { createSkills, type Skills } from './training/skills.ts';
import { createTraining, type Training } from './training/training.ts';
import { createMitigation, type Mitigation } from './mitigation/mitigation.ts';
import { createPhotos, type Photos } from './people/photos.ts';
import { createPeople, type People } from './people/people.ts';
import { createPeopleIndex } from './people/people-index.ts';
import { createOfficers, type Officers } from './officers/officers.ts';
import { placesOf } from './policy/places.ts';
import type { Ports } from './ports.ts';
import { createPreferences, type PreferenceStore } from './preferences.ts';
import { createHoldings, type HoldingsService } from './retention/holdings.ts';
import { createRetention, type Retention } from './retention/retention.ts';
import { createSession, type Session } from './session.ts';
import { createSettings, type Settings } from './settings.ts';
import { createUndo, type Undo } from './undo.ts';
import { createReportSearch, type ReportSearch } from './reports/report-search.ts';
import { createReports, type Reports } from './reports/reports.ts';
import { createLastHere } from './today/last-here.ts';
import { createToday, type Today } from './today/today.ts';
import { createSources, type Sources } from './sources/sources.ts';
import { createUnsealing, type Unsealing } from './sources/unsealing.ts';
import { anchorsIn } from '../vault/anchor/anchor-store.ts';
import { calibrated } from '../vault/crypto/calibration.ts';
import { workerKeyDerivation } from '../vault/crypto/key-derivation.ts';
import { selfTest } from '../vault/crypto/self-test.ts';
import { createReadiness, type Readiness } from './vault/readiness.ts';
import { createSalvaging, type Salvaging } from './vault/salvaging.ts';
import { createVaults, type Vaults } from './vault/vaults.ts';

export interface Services {
  readonly preferences: PreferenceStore;
  readonly session: Session;
  /** @throws SinergiError `encryption-faulty` */
  readonly ready: Readiness;
  readonly vaults: Vaults;
  readonly salvaging: Salvaging;
  readonly backups: Backups;
  readonly media: Media;
  readonly restoring: Restoring;
  readonly switching: Switching;
  readonly settings: Settings;
  readonly undo: Undo;
  readonly people: People;
  readonly photos: Photos;
  readonly cases: Cases;
  readonly caseSearch: CaseSearch;
  readonly casework: Casework;
  readonly coordination: Coordination;
  readonly today: Today;
  readonly charts: Charts;
  readonly links: Links;
  readonly importing: Importing;
  readonly identity: Identity;
  readonly detection: Detection;
  readonly bans: Bans;
  readonly alerts: Alerts;
  readonly desk: Desk;
  readonly watches: Watches;
  readonly documents: Documents;
  readonly officers: Officers;
  readonly approvals: Approvals;
  readonly audit: Audit;
  readonly reads: Reads;
  readonly reports: Reports;
  readonly reportSearch: ReportSearch;
  readonly mitigation: Mitigation;
  readonly training: Training;
  readonly skills: Skills;
  readonly attachments: Attachments;
  /** Work with large files and packages, one at a time. */
  readonly fileWork: LongWork;
  readonly evidence: Evidence;
  readonly sources: Sources;
  readonly unsealing: Unsealing;
  readonly retention: Retention;
  readonly holdings: HoldingsService;
  readonly networks: Networks;
  readonly layouts: Layouts;
  readonly exchange: Exchange;
  readonly updates: Updates;
}

/** Everything the program can do, built once and put together here; no service knows how it is reached. */
export function createServices(ports: Ports): Services {
  const now = (): Date => new Date();
  const session = createSession(
    {
      changed: () => ports.emit('vault.changed', {}),
      locked: (reason) => ports.locked(reason),
    },
    now,
  );
  const kdf = calibrated(workerKeyDerivation(ports.workers), ports.unlockTime ?? 0);
  const ready = createReadiness(() => selfTest(kdf));
  const preferences = createPreferences(ports.userData, ports.policy.policy);
  const places = placesOf(ports.policy);
  const anchors = anchorsIn(ports.anchors ?? join(ports.userData, 'anchors'));
  const undo = createUndo(session);
  const vault = session.vault;
  const progress = (payload: Parameters<typeof ports.emit<'progress'>>[1]): void => ports.emit('progress', payload);
  const importing = createImporting({ vault, workers: ports.workers, emit: progress });
  const reads = createReads(session, now);
  const approvals = createApprovals(session, now);
  const documents = createDocuments({ vault, workers: ports.workers, emit: progress, approvals });
  const layouts = createLayouts({ workers: ports.workers, emit: progress });
  const networks = createNetworks({ vault, workers: ports.workers, emit: progress, approvals });
  const unsealing = createUnsealing(session, approvals, now);
  approvals.onApproved('unseal-source', (approval) => unsealing.handOverIfHeld(approval));
  const longWork = createLongWork(progress);
  const fileWork = createLongWork(progress);
  const backups = createBackups(session, longWork, places);
  const updates = createUpdates(
    {
      version: ports.about.version,
      root: ports.installed?.root ?? null,
      platform: process.platform,
      arch: process.arch,
      releaseKey: ports.installed?.releaseKey ?? null,
      vaultFormat: formatVersion,
    },
    fileWork,
  );
  session.beforeEnd(() => importing.cancel());
  session.beforeEnd(() => backups.cancel());
  session.beforeEnd(() => documents.cancel());
  session.beforeEnd(() => fileWork.cancel());
  session.beforeEnd(() => networks.cancel());
  session.beforeEnd(() => layouts.cancel());

  const sources = createSources(session, reads, now);
  const casework = createCasework(session, undo, now);
  const detection = createDetection({ session, undo, workers: ports.workers, emit: progress });

  return {
    preferences,
    session,
    ready,
    backups,
    media: createMedia(session, places),
    restoring: createRestoring({ session, places, ready, longWork, opening: { kdf }, anchors, approvals }),
    switching: createSwitching({ session, places, preferences, approvals, ready, opening: { kdf }, anchors, now }),
    salvaging: createSalvaging({ session, places, preferences, ready, longWork, opening: { kdf, anchors }, now }),
    vaults: createVaults({ session, places, preferences, kdf, ready, progress, anchors }),
    settings: createSettings(session, ports.policy.policy),
    undo,
    photos: createPhotos(session, undo),
    people: createPeople(session, undo, createPeopleIndex(session)),
    cases: createCases(session, undo, now),
    caseSearch: createCaseSearch(session),
    casework,
    coordination: createCoordination(session, undo, now),
    today: createToday({ session, lastHere: createLastHere(ports.userData), similar: casework.similar, now }),
    charts: createCharts(session, undo),
    links: createLinks(session, undo),
    importing,
    identity: createIdentity({ session, undo, workers: ports.workers, emit: progress }),
    bans: createBans(session, undo),
    detection,
    alerts: createAlerts({ session, undo, detection, now }),
    desk: createDesk({ session, undo, workers: ports.workers }),
    watches: createWatches(session, undo),
    documents,
    officers: createOfficers(session),
    approvals,
    audit: createAudit(session, now),
    reads,
    sources,
    unsealing,
    retention: createRetention(session, approvals, now),
    holdings: createHoldings(session, now),
    reportSearch: createReportSearch(session),
    attachments: createAttachments({ session, undo, approvals, work: fileWork }),
    fileWork,
    evidence: createEvidence(session, undo, now),
    reports: createReports({ session, undo, sources, now }),
    training: createTraining(session, now),
    skills: createSkills(session, undo, now),
    mitigation: createMitigation(session, undo, now),
    networks,
    layouts,
    updates,
    exchange: createExchange({ session, approvals, work: fileWork, workers: ports.workers, now }),
  };
}
