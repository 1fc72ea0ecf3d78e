import { createHash } from 'node:crypto';
import { writeNetwork, type NetworkFormat } from '../../../shared/network-files/formats.ts';
import type { VaultPort } from '../../vault/port.ts';
import { gatherCase } from '../documents/case-document.ts';
import { saveFile } from '../documents/save-file.ts';
import { caseAsNetwork } from './case-exchange.ts';

export interface ExportedNetwork {
  readonly format: NetworkFormat;
  readonly people: number;
  readonly links: number;
  readonly bytes: number;
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string;
}

export interface Networks {
  /** Writes the network of a case for another tool, and notes first that it left the vault. */
  exportCase(caseId: string, format: NetworkFormat, path: string): Promise<ExportedNetwork>;
}

export function createNetworks(vault: (verb: 'cases.export') => VaultPort): Networks {
  return {
    async exportCase(caseId, format, path) {
      const open = vault('cases.export');
      const file = caseAsNetwork(gatherCase(open, caseId));
      const bytes = Buffer.from(writeNetwork(file, format), 'utf8');
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      // A copy without a trace is worse than a trace without a copy; a damaged vault takes no note, yet must be saved from.
      if (!open.readOnly)
        await open.note({
          action: 'case.export-network',
          entity: 'cases',
          entityId: caseId,
          reason: JSON.stringify({ format, sha256 }),
        });
      await saveFile(path, bytes);
      return { format, people: file.people.length, links: file.links.length, bytes: bytes.length, sha256 };
    },
  };
}
