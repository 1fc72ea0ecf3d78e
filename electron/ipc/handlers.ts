import type { Handlers } from '../../shared/contract.ts';
import type { Ports } from '../services/ports.ts';
import type { Services } from '../services/services.ts';
import { alertHandlers } from './alerts.ts';
import { appHandlers } from './app.ts';
import { approvalHandlers } from './approvals.ts';
import { auditHandlers } from './audit.ts';
import { backupHandlers } from './backups.ts';
import { caseHandlers } from './cases.ts';
import { deskHandlers } from './desk.ts';
import { caseworkHandlers } from './casework.ts';
import { coordinationHandlers } from './coordination.ts';
import { detectionHandlers } from './detection.ts';
import { documentHandlers } from './documents.ts';
import { evidenceHandlers } from './evidence.ts';
import { fileHandlers } from './files.ts';
import { exchangeHandlers } from './exchange.ts';
import { identityHandlers } from './identity.ts';
import { importHandlers } from './importing.ts';
import { officerHandlers } from './officers.ts';
import { trainingHandlers } from './training.ts';
import { mitigationHandlers } from './mitigation.ts';
import { networkHandlers } from './networks.ts';
import { photoHandlers } from './photos.ts';
import { peopleHandlers } from './people.ts';
import { retentionHandlers } from './retention.ts';
import { reportHandlers } from './reports.ts';
import { sourceHandlers } from './sources.ts';
import { boundedPorts } from '../services/policy/bounded-ports.ts';
import { updateHandlers } from './updates.ts';
import { vaultHandlers } from './vault.ts';

/** Every channel of the contract with the service that answers it; the compiler misses none. */
export function createHandlers(services: Services, unbounded: Ports): Handlers {
  const ports = boundedPorts(unbounded);
  return {
    ...appHandlers(services, ports),
    ...vaultHandlers(services, ports, unbounded),
    ...officerHandlers(services),
    ...auditHandlers(services, ports),
    ...approvalHandlers(services),
    ...backupHandlers(services),
    ...peopleHandlers(services),
    ...photoHandlers(services, ports),
    ...caseHandlers(services),
    ...caseworkHandlers(services),
    ...importHandlers(services, ports),
    ...identityHandlers(services),
    ...detectionHandlers(services),
    ...alertHandlers(services),
    ...deskHandlers(services),
    ...documentHandlers(services, ports),
    ...mitigationHandlers(services, ports),
    ...trainingHandlers(services, ports),
    ...networkHandlers(services, ports),
    ...exchangeHandlers(services, ports),
    ...reportHandlers(services, ports),
    ...evidenceHandlers(services, ports),
    ...fileHandlers(services, ports),
    ...sourceHandlers(services),
    ...retentionHandlers(services, ports),
    ...coordinationHandlers(services, ports),
    ...updateHandlers(services, ports),
  };
}
