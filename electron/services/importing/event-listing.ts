import type { EventKind } from '../../../shared/domain/event.ts';
import { canonicalPhones } from '../../../shared/domain/phone.ts';
import { parseDuration, parseQuantity } from '../../../shared/domain/quantity.ts';
import type { VaultPort } from '../../vault/port.ts';
import { living } from '../records.ts';

/**
 * Rows of a register as they are listed: who is meant, what was written, and what that says: weights in grams, durations
 * in seconds, numbers in canonical form with everybody whose number it is now.
 */
export function* listedEvents(vault: VaultPort, kind: EventKind): Iterable<object> {
  const owners = kind === 'calls' ? ownersOfPhones(vault) : new Map<string, string[]>();
  for (const { id, sourceRow, date, time, texts } of vault.events.all(kind)) {
    const { inmateId = '', visitorId = '', ...written } = texts;
    yield {
      id,
      sourceRow,
      date,
      time,
      inmateId: inmateId === '' ? null : inmateId,
      ...(kind === 'goods' ? { visitorId: visitorId === '' ? null : visitorId } : {}),
      ...written,
      ...meaning(kind, written, owners),
    };
  }
}

function meaning(
  kind: EventKind,
  { quantity = '', duration = '', unit = '', number = '' }: Readonly<Record<string, string>>,
  owners: ReadonlyMap<string, readonly string[]>,
): object {
  if (kind === 'moves') return {};
  if (kind !== 'calls') return { measured: parseQuantity(quantity, unit) };
  const called = canonicalPhones(number);
  return {
    seconds: parseDuration(duration, unit),
    called,
    personIds: called.flatMap((each) => owners.get(each) ?? []),
  };
}

function ownersOfPhones(vault: VaultPort): Map<string, string[]> {
  const owners = new Map<string, string[]>();
  for (const { id, phones } of living(vault, 'people'))
    for (const phone of phones) {
      const known = owners.get(phone);
      if (known === undefined) owners.set(phone, [id]);
      else known.push(id);
    }
  return owners;
}
