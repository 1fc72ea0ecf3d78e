import { createHash } from 'node:crypto';
import { tiesOf } from '../../../shared/analysis/network/network.ts';
import type { Input, Output, Progress } from '../../../shared/contract.ts';
import { type NetworkFormat, writeNetwork } from '../../../shared/network-files/formats.ts';
import type { VaultPort } from '../../vault/port.ts';
import type { Approvals } from '../approvals/approvals.ts';
import { gatherCase } from '../documents/case-document.ts';
import { saveFile } from '../documents/save-file.ts';
import { caseAsNetwork } from './case-exchange.ts';
import { caseNetwork } from './case-network.ts';
import { networkThread } from './network-thread.ts';

export interface ExportedNetwork {
  readonly format: NetworkFormat;
  readonly people: number;
  readonly links: number;
  readonly bytes: number;
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string;
}

export interface Networks {
  /** @throws SinergiError `not-found`, `cancelled` */
  ask(input: Input<'networks.ask'>): Promise<Output<'networks.ask'>>;
  cancel(): void;
  /** Writes the network of a case for another tool, and notes first that it left the vault. */
  exportCase(caseId: string, format: NetworkFormat, path: string): Promise<ExportedNetwork>;
}

export interface NetworksOptions {
  readonly vault: (verb: 'cases.read' | 'cases.export') => VaultPort;
  readonly workers: { path(name: string): string };
  readonly emit: (progress: Progress) => void;
  /** Who decides whether a copy takes a second officer; without it none does. */
  readonly approvals?: Pick<Approvals, 'forRelease' | 'use'>;
}

export function createNetworks({ vault, workers, emit, approvals }: NetworksOptions): Networks {
  const thread = networkThread(() => workers.path('network'));
  return {
    async ask({ caseId, options, question }) {
      const { network, rule, used, leftOut } = caseNetwork(vault('cases.read'), caseId, options);
      const { ids: people, directed, weighted } = network;
      const job = { people, ties: tiesOf(network), directed, weighted, rule, question };
      const finding = await thread.answer(job, (done, total) =>
        emit({ task: 'analysis', step: 'measuring', done, total, secondsLeft: null }),
      );
      return { finding, used, leftOut };
    },
    cancel: () => thread.cancel(),
    async exportCase(caseId, format, path) {
      const open = vault('cases.export');
      const content = gatherCase(open, caseId);
      const { marking } = content.case;
      const approval =
        approvals?.forRelease(open, { kind: 'release-case', caseId, marking, copy: 'network' }).approval ?? null;
      const file = caseAsNetwork(content);
      const bytes = Buffer.from(writeNetwork(file, format), 'utf8');
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      // A copy without a trace is worse than a trace without a copy; a damaged vault takes no note, yet must be saved from.
      if (!open.readOnly)
        await open.note({
          action: 'case.export-network',
          entity: 'cases',
          entityId: caseId,
          reason: JSON.stringify({ format, sha256, ...(approval === null ? {} : { approval: approval.id }) }),
        });
      await approvals?.use(approval);
      await saveFile(path, bytes);
      return { format, people: file.people.length, links: file.links.length, bytes: bytes.length, sha256 };
    },
  };
}
