import type { Finding } from '../../../shared/analysis/detection/finding.ts';
import type { Output } from '../../../shared/contract.ts';
import type { EvidenceRow } from '../../../shared/contract/detection.ts';
import { eventKinds } from '../../../shared/domain/event.ts';
import type { VaultPort } from '../../vault/port.ts';

/** The rows a finding rests on, as the registers told them, oldest first. */
export function evidenceOf(
  vault: VaultPort,
  finding: Pick<Finding, 'people' | 'inmates' | 'rows'>,
  offset: number,
  limit: number,
): Output<'detection.rows'> {
  const wanted = new Set(finding.rows);
  const rows = [...visitsOf(vault, finding, wanted), ...eventsOf(vault, wanted)];
  rows.sort((a, b) => (momentOf(a) < momentOf(b) ? -1 : 1));
  return { total: rows.length, rows: rows.slice(offset, offset + limit) };
}

const momentOf = ({ date, time, id }: EvidenceRow): string => `${date} ${time ?? ''} ${id}`;

const named = (vault: VaultPort, id: string): EvidenceRow['person'] =>
  id === '' ? null : { id, name: vault.document.people[id]?.name ?? '' };

function* visitsOf(
  vault: VaultPort,
  { people, inmates }: Pick<Finding, 'people' | 'inmates'>,
  wanted: ReadonlySet<string>,
): Iterable<EvidenceRow> {
  const positions = new Set([
    ...people.flatMap((id) => vault.visits.ofVisitor(id)),
    ...inmates.flatMap((id) => vault.visits.ofInmate(id)),
  ]);
  for (const position of positions) {
    const { id, date, time, visitorId, inmateId, relation } = vault.visits.at(position);
    if (!wanted.has(id)) continue;
    yield {
      id,
      register: 'visits',
      date,
      time,
      inmate: named(vault, inmateId),
      person: named(vault, visitorId),
      said: relation,
    };
  }
}

/** Which of its texts says most of a row. */
const said = { goods: 'item', calls: 'number', finds: 'item', moves: 'toCell' } as const;

function* eventsOf(vault: VaultPort, wanted: ReadonlySet<string>): Iterable<EvidenceRow> {
  for (const kind of eventKinds)
    for (const { id, date, time, texts } of vault.events.some(kind, wanted))
      yield {
        id,
        register: kind,
        date,
        time,
        inmate: named(vault, texts['inmateId'] ?? ''),
        person: named(vault, texts['visitorId'] ?? ''),
        said: texts[said[kind]] ?? '',
      };
}
