import { join, dirname } from 'node:path';
import { runAnalysisHere } from '../../../electron/services/analysis/analysis-thread.ts';
import { createExchange, type Exchange } from '../../../electron/services/exchange/exchange.ts';
import { packageReaderHere } from '../../../electron/services/exchange/package/package-thread.ts';
import { createLongWork } from '../../../electron/services/backup/long-work.ts';
import type { OfficerRole } from '../../../shared/domain/officer.ts';
import { type Office, openOffice } from '../access/support.ts';

/** A vault of an agency, its real services, and exchange without threads of its own. */
export interface Agency {
  readonly office: Office;
  readonly exchange: Exchange;
  readonly name: string;
  /** A file on the medium of this agency. */
  out(name: string): { path: string; partSize: null };
  setNow(moment: string): void;
}

export async function openAgency(
  name: string,
  founder: string,
  others: Readonly<Record<string, OfficerRole[]>> = {},
): Promise<Agency> {
  const office = await openOffice(founder, others);
  await office.enter(founder);
  let now: string | null = null;
  const { session, approvals } = office.services;
  const exchange = createExchange({
    session,
    approvals,
    work: createLongWork(() => undefined),
    workers: { path: (worker) => worker },
    now: () => (now === null ? new Date() : new Date(now)),
    reader: packageReaderHere,
    runner: runAnalysisHere,
  });
  await exchange.identity.create(name);
  return {
    office,
    exchange,
    name,
    out: (file) => ({ path: join(dirname(office.folder), file), partSize: null }),
    setNow(moment) {
      now = moment;
    },
  };
}

/** Gives one the card of the other, and reads the words out. */
export async function trust(one: Agency, other: Agency, language: 'id' | 'en' = 'id'): Promise<string> {
  const { bytes } = await other.exchange.identity.card();
  const { id } = await one.exchange.agencies.readCard(bytes);
  await one.exchange.agencies.confirm(id, other.exchange.identity.get()?.words[language] ?? '');
  return id;
}
