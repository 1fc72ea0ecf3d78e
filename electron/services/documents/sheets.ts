import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Progress } from '../../../shared/contract.ts';
import type { Seal } from '../../../shared/contract/audit.ts';
import type { Holdings } from '../../../shared/contract/retention.ts';
import type { Language } from '../../../shared/domain/basics.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import type { ExportLine } from '../../../shared/domain/case-document.ts';
import { prisonDay } from '../../../shared/domain/prison-clock.ts';
import type { OfficerSkills, SkillRecord } from '../../../shared/domain/training/skill.ts';
import { isTraining } from '../training/mark.ts';
import type { SkillsSheet } from './skills-sheets.ts';
import type { Situation } from '../../../shared/domain/mitigation/situation.ts';
import type { VaultPort } from '../../vault/port.ts';
import { settingsOf } from '../settings.ts';
import { dataHash } from './canonical-json.ts';
import type { ExchangeRegisterDocument } from './exchange-register.ts';
import { noteRelease } from './note-release.ts';
import type { FontBytes } from './pdf/font-file.ts';
import type { Printer } from './printer.ts';
import { shareFacts } from './recovery-piece.ts';
import { saveFile } from './save-file.ts';

/** What is printed of the vault itself, and takes no second officer. All throw SinergiError as `Documents.exportCase`. */
export interface Sheets {
  /** Writes the one-page sheet with the recovery key or one of its shares. */
  recoverySheet(request: { piece: string; language: Language; path: string }): Promise<void>;
  /** Writes the one-page sheet with a seal of the audit trail. */
  sealSheet(request: { seal: Seal; language: Language; path: string }): Promise<void>;
  /** What is held about one person. */
  holdings(request: { holdings: Holdings; language: Language; path: string }): Promise<void>;
  /** What was exchanged with other agencies within a time. */
  exchangeRegister(request: {
    register: Omit<ExchangeRegisterDocument, 'agency'>;
    language: Language;
    path: string;
  }): Promise<SavedSheet>;
  /** The situation of a week. */
  situation(request: { situation: Situation; language: Language; path: string }): Promise<SavedSheet>;
  /** What one officer learnt. */
  certificate(request: { record: SkillRecord; language: Language; path: string }): Promise<SavedSheet>;
  /** What everybody learnt, and what is missing. */
  teamSkills(request: { team: OfficerSkills[]; language: Language; path: string }): Promise<SavedSheet>;
}

export interface SavedSheet {
  readonly path: string;
  readonly pages: number;
  readonly bytes: number;
  readonly sha256: string;
}

export interface SheetsOptions {
  readonly vault: (
    verb: 'vault.keys' | 'people.read' | 'audit.read' | 'exchange.read' | 'mitigation.read' | 'skills.read',
  ) => VaultPort;
  /** One document at a time. */
  readonly alone: <T>(work: (print: Printer['print']) => Promise<T>) => Promise<T>;
  readonly fonts: () => Promise<FontBytes>;
  readonly now: () => string;
  readonly tell: (step: Progress['step'], done: number, total: number | null) => void;
}

/** So much of a vault's identifier stands on paper; the same digits are in every share. */
const markDigits = 6;

export function createSheets({ vault, alone, fonts, now, tell }: SheetsOptions): Sheets {
  const lineOf = (open: VaultPort, language: Language, content: object): ExportLine => ({
    language,
    officer: open.actor.name,
    at: now(),
    copyNumber: 1,
    recipient: '',
    dataSha256: dataHash(content),
    ...(isTraining(open) ? { training: true as const } : {}),
  });

  /** What the team learnt is for everybody who may see it; it is noted all the same. */
  const skillsSheet = (
    content: (open: VaultPort) => SkillsSheet,
    { language, path }: { readonly language: Language; readonly path: string },
  ): Promise<SavedSheet> =>
    alone(async (print) => {
      const open = vault('skills.read');
      const sheet = content(open);
      const job = {
        kind: 'skills',
        content: sheet,
        exportLine: lineOf(open, language, sheet),
        fonts: await fonts(),
      } as const;
      const { bytes, pages } = await print(job, (done, total) => tell('drawing', done, total));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const reason = JSON.stringify({ of: sheet.of, sha256, language });
      await noteRelease(open, { action: 'skill.print', entity: 'vault', entityId: open.vaultId, reason });
      await saveFile(path, bytes);
      return { path, pages, bytes: bytes.length, sha256 };
    });
  const about = (open: VaultPort) => ({ agency: settingsOf(open).agencyName, today: prisonDay(new Date(now())) });

  return {
    recoverySheet: ({ piece, language, path }) =>
      alone(async (print) => {
        const open = vault('vault.keys');
        const settings = Object.values(open.document.settings)[0];
        const content = {
          language,
          piece,
          share: shareFacts(piece),
          vaultName: basename(open.folder),
          vaultMark: open.vaultId.slice(-markDigits).toUpperCase(),
          agency: settings?.agencyName ?? defaultSettings.agencyName,
          officer: open.actor.name,
          at: now(),
        };
        const { bytes } = await print({ kind: 'recovery', content, fonts: await fonts() }, () => undefined);
        await noteRelease(open, { action: 'vault.recovery-sheet', entity: 'vault', entityId: open.vaultId });
        await saveFile(path, bytes);
      }),

    sealSheet: ({ seal, language, path }) =>
      alone(async (print) => {
        const open = vault('audit.read');
        const content = {
          ...seal,
          language,
          vaultName: basename(open.folder),
          vaultMark: open.vaultId.slice(-markDigits).toUpperCase(),
          agency: settingsOf(open).agencyName,
          officer: open.actor.name,
        };
        const { bytes } = await print({ kind: 'seal', content, fonts: await fonts() }, () => undefined);
        await noteRelease(open, { action: 'audit.seal-sheet', entity: 'vault', entityId: open.vaultId });
        await saveFile(path, bytes);
      }),

    holdings: ({ holdings, language, path }) =>
      alone(async (print) => {
        const open = vault('people.read');
        const settings = Object.values(open.document.settings)[0];
        const content = {
          language,
          holdings,
          agency: settings?.agencyName ?? defaultSettings.agencyName,
          officer: open.actor.name,
          at: now(),
          ...(isTraining(open) ? { training: true as const } : {}),
        };
        const { bytes } = await print({ kind: 'holdings', content, fonts: await fonts() }, () => undefined);
        await noteRelease(open, { action: 'person.holdings', entity: 'people', entityId: holdings.person.id });
        await saveFile(path, bytes);
      }),

    exchangeRegister: ({ register, language, path }) =>
      alone(async (print) => {
        const open = vault('exchange.read');
        const content = { agency: settingsOf(open).agencyName, ...register };
        const exportLine = lineOf(open, language, content);
        const job = { kind: 'exchange-register', content, exportLine, fonts: await fonts() } as const;
        const { bytes, pages } = await print(job, (done, total) => tell('drawing', done, total));
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        const { from, until } = register;
        await noteRelease(open, {
          action: 'exchange.print-register',
          entity: 'vault',
          entityId: open.vaultId,
          reason: JSON.stringify({ sha256, from, until, language }),
        });
        await saveFile(path, bytes);
        return { path, pages, bytes: bytes.length, sha256 };
      }),

    certificate: ({ record, ...copy }) => skillsSheet((open) => ({ of: 'certificate', ...about(open), record }), copy),
    teamSkills: ({ team, ...copy }) => skillsSheet((open) => ({ of: 'team', ...about(open), team }), copy),

    situation: ({ situation, language, path }) =>
      alone(async (print) => {
        const open = vault('mitigation.read');
        const exportLine = lineOf(open, language, situation);
        const job = { kind: 'situation', content: situation, exportLine, fonts: await fonts() } as const;
        const { bytes, pages } = await print(job, (done, total) => tell('drawing', done, total));
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        const reason = JSON.stringify({ sha256, week: situation.isoWeek, language });
        await noteRelease(open, {
          action: 'mitigation.print-situation',
          entity: 'vault',
          entityId: open.vaultId,
          reason,
        });
        await saveFile(path, bytes);
        return { path, pages, bytes: bytes.length, sha256 };
      }),
  };
}
