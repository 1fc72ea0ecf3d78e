import type { Output } from '../../../shared/contract.ts';
import type { Id } from '../../../shared/domain/basics.ts';
import {
  type ContactFields,
  isCovered,
  mayEvaluate,
  nextPseudonym,
  remindersOf,
  type SourceCard,
} from '../../../shared/domain/source.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { newId } from '../../vault/ids.ts';
import type { VaultPort } from '../../vault/port.ts';
import type { Reads } from '../audit/reads.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import {
  keepSealed,
  openedContact,
  type OpenedContact,
  openedSource,
  sealedCard,
  sealedContact,
} from './sealed-records.ts';

/** The register of sources. What identifies a source is readable to its handlers alone; every reading is noted. */
export interface Sources {
  /** Everybody's view: pseudonyms and reliability. */
  pseudonyms(): Output<'sources.pseudonyms'>;
  /** @throws SinergiError `sources-withheld` */
  list(): Promise<Output<'sources.list'>>;
  /** @throws SinergiError `not-found`, `sources-withheld`, `sources-damaged` */
  show(id: Id, reason: string): Promise<Output<'sources.show'>>;
  /** @throws SinergiError `pseudonym-taken` */
  add(card: SourceCard): Promise<{ id: Id; pseudonym: string }>;
  change(id: Id, version: number, card: SourceCard): Promise<void>;
  log(id: Id, contact: ContactFields): Promise<{ id: Id; covered: boolean }>;
  /** Handlers who wait for the key. */
  admit(officerId: Id): Promise<void>;
  /** Whether the acting officer may judge what this source reported. */
  mayEvaluate(id: Id): boolean;
}

export function createSources(session: Session, reads: Reads, now: () => Date): Sources {
  const today = (): string => now().toISOString().slice(0, 10);

  /** The register, its key in order. */
  async function register(verb: 'sources.read' | 'sources.write'): Promise<VaultPort> {
    const vault = session.vault(verb);
    if (vault.sources.state() === 'held' && !vault.readOnly) await keepSealed(vault);
    return vault;
  }

  const contactsOf = (vault: VaultPort): readonly OpenedContact[] =>
    [...living(vault, 'sourceContacts')]
      .map((record) => openedContact(vault, record))
      .sort((a, b) =>
        a.content.on < b.content.on || (a.content.on === b.content.on && a.record.id < b.record.id) ? 1 : -1,
      );

  const nextOn = (contacts: readonly OpenedContact[], sourceId: Id): string | undefined =>
    contacts.find(({ content }) => content.sourceId === sourceId)?.content.nextOn;

  function requireFree(vault: VaultPort, pseudonym: string, own?: Id): void {
    for (const each of living(vault, 'sources'))
      if (each.pseudonym === pseudonym && each.id !== own) throw new SinergiError('pseudonym-taken');
  }

  return {
    pseudonyms() {
      const vault = session.vault('sources.pseudonyms');
      return [...living(vault, 'sources')]
        .map(({ id, pseudonym, reliability }) => ({ id, pseudonym, reliability }))
        .sort((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1));
    },
    async list() {
      const vault = await register('sources.read');
      const state = vault.sources.state();
      const waiting = vault.sources.waiting().map((id) => ({ id, name: vault.officerName(id) }));
      const proposed = nextPseudonym([...living(vault, 'sources')].map(({ pseudonym }) => pseudonym));
      if (state !== 'held') return { state, waiting, proposed, rows: [] };
      await reads.sources();
      const contacts = contactsOf(vault);
      const rows = [...living(vault, 'sources')].map((record) => {
        const { content } = openedSource(vault, record);
        const next = nextOn(contacts, record.id);
        return {
          id: record.id,
          pseudonym: record.pseudonym,
          reliability: record.reliability,
          state: content.state,
          handlers: content.handlers.map((id) => vault.officerName(id)),
          mine: content.handlers.includes(vault.actor.officerId),
          until: content.authorisation?.until ?? null,
          bringForward: content.authorisation?.bringForward ?? null,
          lastContact: contacts.find((each) => each.content.sourceId === record.id)?.content.on ?? null,
          nextContact: next ?? null,
          reminders: [...remindersOf(content, next, today())],
        };
      });
      rows.sort((a, b) => b.reminders.length - a.reminders.length || (a.pseudonym < b.pseudonym ? -1 : 1));
      return { state, waiting, proposed, rows };
    },
    async show(id, reason) {
      const vault = await register('sources.read');
      const { record, content } = openedSource(vault, find(vault, 'sources', id));
      await reads.source(id, reason);
      const contacts = contactsOf(vault).filter((each) => each.content.sourceId === id);
      return {
        id,
        version: record.version,
        card: content,
        handlers: content.handlers.map((each) => ({ id: each, name: vault.officerName(each) })),
        reminders: [...remindersOf(content, contacts[0]?.content.nextOn, today())],
        contacts: contacts.map(({ record: entry, content: { sourceId: _source, ...fields } }) => ({
          id: entry.id,
          ...fields,
          by: vault.officerName(entry.createdBy),
          covered: isCovered(content, fields.on),
        })),
      };
    },
    async add(card) {
      const vault = session.vault('sources.write');
      await keepSealed(vault);
      const id = newId(now().getTime());
      const { pseudonym, reliability } = card;
      await vault.transact({ action: 'source.create', entity: 'sources', entityId: id }, (transaction) => {
        requireFree(vault, pseudonym);
        transaction.create('sources', { pseudonym, reliability, sealed: sealedCard(vault, id, card) }, id);
      });
      return { id, pseudonym };
    },
    async change(id, version, card) {
      const vault = session.vault('sources.write');
      await keepSealed(vault);
      const { pseudonym, reliability } = card;
      await vault.transact({ action: 'source.change', entity: 'sources', entityId: id }, (transaction) => {
        requireFree(vault, pseudonym, id);
        transaction.change('sources', id, version, { pseudonym, reliability, sealed: sealedCard(vault, id, card) });
      });
    },
    async log(sourceId, contact) {
      const vault = session.vault('sources.write');
      await keepSealed(vault);
      const { content } = openedSource(vault, find(vault, 'sources', sourceId));
      const id = newId(now().getTime());
      await vault.transact({ action: 'source.contact', entity: 'sourceContacts', entityId: id }, (transaction) =>
        transaction.create('sourceContacts', { sealed: sealedContact(vault, id, { ...contact, sourceId }) }, id),
      );
      return { id, covered: isCovered(content, contact.on) };
    },
    async admit(officerId) {
      const vault = session.vault('sources.write');
      await keepSealed(vault);
      await vault.sources.admit(officerId);
    },
    mayEvaluate(id) {
      const vault = session.vault('own.session');
      // Who has no key handles nobody.
      if (vault.sources.state() !== 'held') return true;
      return mayEvaluate(vault.actor.officerId, openedSource(vault, find(vault, 'sources', id)).content);
    },
  };
}
