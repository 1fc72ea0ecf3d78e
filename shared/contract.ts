import { z } from 'zod';
import { alertChannels } from './contract/alerts.ts';
import { appChannels } from './contract/app.ts';
import { approvalChannels } from './contract/approvals.ts';
import { auditChannels } from './contract/audit.ts';
import { backupChannels } from './contract/backups.ts';
import { caseChannels } from './contract/cases.ts';
import { deskChannels } from './contract/desk.ts';
import { caseworkChannels } from './contract/casework.ts';
import { todayChannels } from './contract/today.ts';
import { detectionChannels } from './contract/detection.ts';
import { chartChannels } from './contract/charts.ts';
import { coordinationChannels } from './contract/coordination.ts';
import { documentChannels } from './contract/documents.ts';
import { evidenceChannels } from './contract/evidence.ts';
import { fileChannels } from './contract/files.ts';
import { exchangeChannels } from './contract/exchange.ts';
import { identityChannels } from './contract/identity.ts';
import { importChannels } from './contract/importing.ts';
import { officerChannels } from './contract/officers.ts';
import { lifeChannels } from './contract/life.ts';
import { mitigationChannels } from './contract/mitigation.ts';
import { networkChannels } from './contract/networks.ts';
import { photoChannels } from './contract/photos.ts';
import { peopleChannels } from './contract/people.ts';
import { retentionChannels } from './contract/retention.ts';
import { sourceChannels } from './contract/sources.ts';
import { restoringChannels } from './contract/restoring.ts';
import { reportChannels } from './contract/reports.ts';
import { trainingChannels } from './contract/training.ts';
import { updateChannels } from './contract/updates.ts';
import { undoChannels } from './contract/undo.ts';
import { vaultChannels } from './contract/vault.ts';
import type { Result } from './result.ts';

/** Everything a page can ask of the main process: name → who may ask, what goes in, what comes out. */
export const contract = {
  ...appChannels,
  ...vaultChannels,
  ...officerChannels,
  ...auditChannels,
  ...approvalChannels,
  ...backupChannels,
  ...restoringChannels,
  ...undoChannels,
  ...peopleChannels,
  ...photoChannels,
  ...lifeChannels,
  ...caseChannels,
  ...caseworkChannels,
  ...todayChannels,
  ...chartChannels,
  ...importChannels,
  ...identityChannels,
  ...detectionChannels,
  ...alertChannels,
  ...deskChannels,
  ...documentChannels,
  ...reportChannels,
  ...evidenceChannels,
  ...fileChannels,
  ...networkChannels,
  ...exchangeChannels,
  ...mitigationChannels,
  ...trainingChannels,
  ...updateChannels,
  ...sourceChannels,
  ...retentionChannels,
  ...coordinationChannels,
} as const;

export type ChannelName = keyof typeof contract;
export type Input<N extends ChannelName> = z.infer<(typeof contract)[N]['input']>;
export type Output<N extends ChannelName> = z.infer<(typeof contract)[N]['output']>;
export type Handler<N extends ChannelName> = (input: Input<N>) => Promise<Output<N>>;
export type Handlers = { readonly [N in ChannelName]: Handler<N> };

/** What the main process tells a page unasked. */
export const events = {
  progress: z.strictObject({
    task: z.enum([
      'import',
      'export',
      'unlock',
      'analysis',
      'layout',
      'verify',
      'backup',
      'restore',
      'compare',
      'salvage',
      'file',
      'package',
      'update',
    ]),
    /** What is being done now; the interface translates it. */
    step: z.enum([
      'reading',
      'matching',
      'saving',
      'deriving-key',
      'loading',
      'drawing',
      'writing',
      'comparing',
      'counting',
      'measuring',
      'copying',
      'checking',
      'restoring',
      'opening',
    ]),
    done: z.number().nonnegative(),
    /** Same unit as `done`; null while it is not known. */
    total: z.number().nonnegative().nullable(),
    secondsLeft: z.number().nonnegative().nullable(),
  }),
  'vault.locked': z.strictObject({
    reason: z.enum(['button', 'idle', 'suspend', 'close', 'quit', 'switched', 'switch-failed']),
  }),
  /** Something in the vault changed; pages ask again for what they show. */
  'vault.changed': z.strictObject({}),
} as const;

export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>;
export type Progress = EventPayload<'progress'>;
export type LockReason = EventPayload<'vault.locked'>['reason'];

/** What the preload script puts on `window.sinergi`. */
export interface SinergiBridge {
  call<N extends ChannelName>(name: N, input: Input<N>): Promise<Result<Output<N>>>;
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void;
}
