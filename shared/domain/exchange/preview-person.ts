import { hasRole, type Person, personFieldsSchema } from '../person.ts';
import { mostVisitsOfPair, visitsItemId } from './item.ts';
import { releaseBar } from './origin.ts';
import {
  conditional,
  decided,
  handlingOf,
  originReason,
  type PackRequest,
  type PackSource,
  type PreviewItem,
  type VisitsOfPair,
  wireOrigins,
} from './packing.ts';
import { withoutValues } from './person-values.ts';

export function previewPerson(person: Person, source: PackSource, request: PackRequest, secret: boolean): PreviewItem {
  const { id, name, version } = person;
  const origins = source.originsOf(id);
  const whole = origins.filter((origin) => origin.whole);
  const isProtected = hasRole(person, 'lawyer') || hasRole(person, 'clergy');
  const reason =
    isProtected && !request.personIds.includes(id) ? 'protected' : originReason(whole, request.recipient.agencyId);
  return decided({ type: 'person', id, label: name }, reason, () => {
    const withheld = new Set<string>();
    const fields = personFieldsSchema.strip().parse(person);
    if ((secret || conditional(person.handling, origins)) && fields.notes !== '') {
      fields.notes = '';
      withheld.add('notes');
    }
    // Values that somebody else may not be given are taken out; what else is known of the person is ours.
    for (const { values } of origins.filter((origin) => releaseBar(origin, request.recipient.agencyId) !== null))
      withoutValues(fields, values).forEach((field) => withheld.add(field));
    const handling = handlingOf(person.handling, origins, request);
    return {
      item: { type: 'person', id, version, handling, origins: wireOrigins(origins), withheld: [], fields },
      withheld: [...withheld],
    };
  });
}

export function previewVisits(pair: VisitsOfPair, request: PackRequest, label: string): PreviewItem {
  const { visitorId, inmateId, rows, origins } = pair;
  const id = visitsItemId(visitorId, inmateId);
  const reason = rows.length > mostVisitsOfPair ? 'too-many' : originReason(origins, request.recipient.agencyId);
  return decided({ type: 'visits', id, label: `${label} (${rows.length})` }, reason, () => {
    const handling = handlingOf(undefined, origins, request);
    const shape = { version: 1, handling, origins: wireOrigins(origins), withheld: [] };
    return { item: { ...shape, type: 'visits', id, visitorId, inmateId, rows: [...rows] }, withheld: [] };
  });
}
