import type { EventName, EventPayload, LockReason } from '../../shared/contract.ts';
import type { TextSize } from '../../shared/domain/settings.ts';
import type { PolicyStanding } from '../../shared/domain/policy.ts';
import type { InstalledProgram } from './updates/updates.ts';

/** Long enough to make guessing dear, short enough to wait for. */
export const usualUnlockTime = 1000;

export interface FileFilter {
  readonly name: string;
  readonly extensions: readonly string[];
}

/** The system's own dialogs; null when the officer cancelled. */
export interface Dialogs {
  openFile(filters: readonly FileFilter[]): Promise<string | null>;
  openFolder(): Promise<string | null>;
  saveFile(defaultName: string, filters: readonly FileFilter[]): Promise<string | null>;
}

/** What the services need of the program around them; the window and the command line each bring their own. */
export interface Ports {
  readonly userData: string;
  /** Where this workstation remembers how far it saw each vault; in `userData` when not said. */
  readonly anchors?: string;
  /** What the administrator of this workstation fixed. */
  readonly policy: PolicyStanding;
  readonly dialogs: Dialogs;
  readonly workers: { path(name: string): string };
  /** What a new passphrase is to cost on this machine each time it is used, in milliseconds; absent for the least allowed. */
  readonly unlockTime?: number;
  readonly about: {
    readonly version: string;
    readonly runtime: string;
    readonly demo: { readonly folder: string; readonly passphrase: string } | null;
  };
  /** How the program lies on this workstation; absent on the command line. */
  readonly installed?: Pick<InstalledProgram, 'root' | 'releaseKey'>;
  /** Shows the window's page larger or smaller; absent on the command line. */
  enlarge?(textSize: TextSize): void;
  emit<N extends EventName>(name: N, payload: EventPayload<N>): void;
  copy(text: string): Promise<void>;
  /** A picture as the bytes of a PNG. */
  copyPicture(png: Uint8Array): Promise<void>;
  locked(reason: LockReason): void;
}
