import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Id } from '../../../shared/domain/basics.ts';
import { linkedEventColumns } from '../../../shared/domain/event.ts';
import type { ImportResult, RegisterKind } from '../../../shared/domain/register.ts';
import type { TextColumn, Transaction, VaultPort } from '../../vault/port.ts';
import { createSlices } from '../../vault/slices.ts';
import { living } from '../records.ts';
import { sameHeader } from './mapping.ts';
import type { DividedPlan } from './plan.ts';

/** Makes a plan part of the vault in one transaction: the whole import, or nothing of it. */
export async function applyPlan(
  vault: VaultPort,
  kind: RegisterKind,
  path: string,
  plan: DividedPlan,
): Promise<ImportResult> {
  const { counts, rejected } = plan;
  return await vault.transact({ action: `import.${kind}`, entity: 'imports' }, async (transaction) => {
    const { id: importId } = transaction.create('imports', {
      kind,
      fileName: basename(path).slice(-260),
      sha256: plan.file.sha256,
      bytes: plan.file.bytes,
      encoding: plan.file.encoding,
      mapping: plan.mapping,
      header: [...plan.file.header],
      ...counts,
      rejected: rejected.map((row) => ({ ...row, values: [...row.values] })),
    });
    const slices = createSlices();
    const identifiers = new Map<string, Id>();
    for (const { reference, fields, sourceRow } of plan.created) {
      const provenance = { kind: 'register', importId, sourceRow } as const;
      identifiers.set(reference, transaction.create('people', { ...fields, provenance, retention: 'register' }).id);
      if (slices.due()) await slices.pause();
    }
    for (const { id, version, fields } of plan.changed) {
      transaction.change('people', id, version, fields);
      if (slices.due()) await slices.pause();
    }
    correct(transaction, vault, plan.corrections, identifiers);
    for (const { texts, ...visits } of plan.visits) {
      const visitorId = identified(texts.visitorId, identifiers);
      const inmateId = identified(texts.inmateId, identifiers);
      transaction.addVisits({ ...visits, importId, texts: { ...texts, visitorId, inmateId } });
      if (slices.due()) await slices.pause();
    }
    if (plan.events !== null) {
      const links = linkedEventColumns[plan.events.kind].length;
      const texts = plan.events.texts.map((column, place) =>
        place < links ? identified(column, identifiers) : column,
      );
      transaction.addEvents({ ...plan.events, importId, texts });
    }
    for (const fields of plan.staff.created) transaction.create('staff', fields);
    for (const { id, version, fields } of plan.staff.changed) transaction.change('staff', id, version, fields);
    remember(transaction, vault, kind, plan);
    return { importId, ...counts, rejected: rejected.map(({ values: _, ...rejection }) => rejection) };
  });
}

const identified = ({ distinct, index }: TextColumn, identifiers: ReadonlyMap<string, Id>): TextColumn => ({
  distinct: distinct.map((reference) => identifiers.get(reference) ?? reference),
  index,
});

function correct(
  transaction: Transaction,
  vault: VaultPort,
  corrections: DividedPlan['corrections'],
  identifiers: ReadonlyMap<string, Id>,
): void {
  if (corrections.length === 0) return;
  const earlier = new Map([...living(vault, 'visitCorrections')].map((correction) => [correction.visitId, correction]));
  for (const { visitId, set: said } of corrections) {
    const visitorId = identifiers.get(said.visitorId) ?? said.visitorId;
    const inmateId = identifiers.get(said.inmateId) ?? said.inmateId;
    const set = { ...said, visitorId, inmateId };
    const before = earlier.get(visitId);
    if (before === undefined) transaction.create('visitCorrections', { visitId, set });
    else transaction.change('visitCorrections', before.id, before.version, { set });
  }
}

/** The next file with the same header is read the same way. */
function remember(transaction: Transaction, vault: VaultPort, kind: RegisterKind, plan: DividedPlan): void {
  const header = [...plan.file.header];
  const known = [...living(vault, 'mappings')].find(
    (mapping) => mapping.kind === kind && sameHeader(mapping.header, header),
  );
  if (known === undefined) transaction.create('mappings', { kind, header, columns: plan.mapping });
  else if (!isDeepStrictEqual(known.columns, plan.mapping))
    transaction.change('mappings', known.id, known.version, { columns: plan.mapping });
}
