import type { Output } from '../../../shared/contract.ts';
import { foldName } from '../../../shared/domain/person-name.ts';
import type { Session } from '../session.ts';

const mostOffered = 50;

/**
 * Rows of the register of finds in which every word stands, the newest first; all of the newest when nothing is typed. The
 * row an exhibit stands in already comes along, whatever is typed.
 */
export function findsFor(session: Session, text: string, chosen: string | null): Output<'evidence.finds'> {
  const vault = session.vault('visits.read');
  const nameOf = (id: string): string | null => session.vault('people.read').document.people[id]?.name ?? null;
  const words = foldName(text).split(' ').filter(Boolean);
  const rows: Output<'evidence.finds'> = [];
  for (const { id, date, time, texts } of [...vault.events.all('finds')].toReversed()) {
    const { inmateId = '', item = '', quantity = '', unit = '', place = '', cell = '', finder = '' } = texts;
    const inmate = nameOf(inmateId) ?? texts['inmateName'] ?? '';
    const said = foldName([date, item, quantity, unit, place, cell, finder, inmate].join(' '));
    const isMeant = rows.length < mostOffered && words.every((word) => said.includes(word));
    if (!isMeant && id !== chosen) continue;
    rows.push({
      id,
      date,
      time,
      item,
      amount: [quantity, unit].filter(Boolean).join(' '),
      place,
      cell,
      finder,
      inmate,
    });
  }
  return rows;
}
