import type { z } from 'zod';
import type { Id } from '../../../shared/domain/basics.ts';
import type { RecordOf } from '../../../shared/domain/document.ts';
import { type SourceCard, sealedContactSchema, sourceCardSchema } from '../../../shared/domain/source.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { SealedText, VaultPort } from '../../vault/port.ts';
import { canonicalJson } from '../documents/canonical-json.ts';
import { living } from '../records.ts';

type Contact = z.infer<typeof sealedContactSchema>;

/** A sealed record and what it says, to whom it opens. */
export interface Opened<R, C> {
  readonly record: R;
  readonly content: C;
}
export type OpenedSource = Opened<RecordOf<'sources'>, SourceCard>;
export type OpenedContact = Opened<RecordOf<'sourceContacts'>, Contact>;

function opened<C>(
  vault: VaultPort,
  collection: 'sources' | 'sourceContacts',
  id: Id,
  sealed: SealedText,
  schema: z.ZodType<C>,
): C {
  const text = vault.sources.open({ collection, id }, sealed);
  const parsed = schema.safeParse(JSON.parse(text));
  if (!parsed.success) throw new SinergiError('sources-damaged', { id });
  return parsed.data;
}

/** @throws SinergiError `sources-damaged` also when the name outside is not the one inside */
export function openedSource(vault: VaultPort, record: RecordOf<'sources'>): OpenedSource {
  const content = opened(vault, 'sources', record.id, record.sealed, sourceCardSchema);
  if (content.pseudonym !== record.pseudonym) throw new SinergiError('sources-damaged', { id: record.id });
  return { record, content };
}

export const openedContact = (vault: VaultPort, record: RecordOf<'sourceContacts'>): OpenedContact => ({
  record,
  content: opened(vault, 'sourceContacts', record.id, record.sealed, sealedContactSchema),
});

export const sealedCard = (vault: VaultPort, id: Id, card: SourceCard): SealedText =>
  vault.sources.seal({ collection: 'sources', id }, canonicalJson(card));

export const sealedContact = (vault: VaultPort, id: Id, contact: Contact): SealedText =>
  vault.sources.seal({ collection: 'sourceContacts', id }, canonicalJson(contact));

/**
 * A handler's part of what becomes of the register when somebody is a handler no more: another key, and everything sealed
 * by it. Interrupted, it is brought to its end the next time.
 *
 * @throws SinergiError `not-allowed`, `sources-withheld`
 */
export async function keepSealed(vault: VaultPort): Promise<void> {
  await vault.sources.prepare();
  const { epoch } = vault.sources;
  const isOlder = ({ sealed }: { readonly sealed: SealedText }): boolean => sealed.epoch !== epoch;
  const sources = [...living(vault, 'sources')].filter(isOlder);
  const contacts = [...living(vault, 'sourceContacts')].filter(isOlder);
  if (sources.length + contacts.length === 0) return;
  await vault.transact({ action: 'source.reseal', entity: 'sources', entityId: vault.vaultId }, (transaction) => {
    for (const record of sources) {
      const sealed = sealedCard(vault, record.id, openedSource(vault, record).content);
      transaction.change('sources', record.id, record.version, { sealed });
    }
    for (const record of contacts) {
      const sealed = sealedContact(vault, record.id, openedContact(vault, record).content);
      transaction.change('sourceContacts', record.id, record.version, { sealed });
    }
  });
}
