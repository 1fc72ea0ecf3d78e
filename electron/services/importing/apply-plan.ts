import { basename } from 'node:path';
import type { Id } from '../../../shared/domain/basics.ts';
import type { ImportResult, RegisterKind } from '../../../shared/domain/register.ts';
import type { TextColumn, Transaction, VaultPort } from '../../vault/port.ts';
import type { ImportPlan } from './plan.ts';

/** Makes a plan part of the vault in one transaction: the whole import, or nothing of it. */
export async function applyPlan(
  vault: VaultPort,
  kind: RegisterKind,
  path: string,
  plan: ImportPlan,
): Promise<ImportResult> {
  const { counts, rejected } = plan;
  return await vault.transact({ action: `import.${kind}`, entity: 'imports' }, (transaction) => {
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
    const identifiers = createPeople(transaction, plan, importId);
    for (const { id, version, fields } of plan.changed) transaction.change('people', id, version, fields);
    for (const { visitId, visitor, relation, asWritten } of plan.corrections)
      correct(transaction, vault, visitId, { visitorId: identifiers.get(visitor) ?? visitor, relation, asWritten });
    if (plan.visits !== null) {
      const { texts } = plan.visits;
      const visitorId = identified(texts.visitorId, identifiers);
      const inmateId = identified(texts.inmateId, identifiers);
      transaction.addVisits({ ...plan.visits, importId, texts: { ...texts, visitorId, inmateId } });
    }
    remember(transaction, vault, kind, plan);
    return { importId, ...counts, rejected: rejected.map(({ values: _, ...rejection }) => rejection) };
  });
}

function createPeople(transaction: Transaction, plan: ImportPlan, importId: Id): Map<string, Id> {
  const identifiers = new Map<string, Id>();
  for (const { reference, fields, sourceRow } of plan.created) {
    const provenance = { kind: 'register', importId, sourceRow } as const;
    identifiers.set(reference, transaction.create('people', { ...fields, provenance, retention: 'register' }).id);
  }
  return identifiers;
}

const identified = ({ distinct, index }: TextColumn, identifiers: ReadonlyMap<string, Id>): TextColumn => ({
  distinct: distinct.map((reference) => identifiers.get(reference) ?? reference),
  index,
});

type Correction = Parameters<typeof correct>[3];

function correct(
  transaction: Transaction,
  vault: VaultPort,
  visitId: string,
  set: { visitorId: Id; relation: string; asWritten: ImportPlan['corrections'][number]['asWritten'] },
): void {
  const earlier = Object.values(vault.document.visitCorrections).find(
    (correction) => correction.visitId === visitId && correction.removed === undefined,
  );
  if (earlier === undefined) transaction.create('visitCorrections', { visitId, set });
  else
    transaction.change('visitCorrections', earlier.id, earlier.version, {
      set: { ...earlier.set, ...set } satisfies Correction,
    });
}

/** The next file with the same header is read the same way. */
function remember(transaction: Transaction, vault: VaultPort, kind: RegisterKind, plan: ImportPlan): void {
  const header = [...plan.file.header];
  const known = Object.values(vault.document.mappings).find(
    (mapping) =>
      mapping.kind === kind && mapping.removed === undefined && mapping.header.join('\u0000') === header.join('\u0000'),
  );
  if (known === undefined) transaction.create('mappings', { kind, header, columns: plan.mapping });
  else if (JSON.stringify(known.columns) !== JSON.stringify(plan.mapping))
    transaction.change('mappings', known.id, known.version, { columns: plan.mapping });
}
