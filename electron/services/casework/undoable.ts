import type { CollectionName, FieldsOf } from '../../../shared/domain/document.ts';
import type { Id } from '../../../shared/domain/basics.ts';
import type { Verb } from '../../../shared/domain/access.ts';
import { find } from '../records.ts';
import type { Session } from '../session.ts';
import type { Undo } from '../undo.ts';

/** What is changed, by which of a case's verbs, and what it is called in the trail (`task` for `task.change`). */
export interface Place<C extends CollectionName> {
  readonly collection: C;
  readonly verb: Verb;
  readonly name: string;
}

/** Changes and removals of small records of a case, each of which can be taken back as long as nobody went on from it. */
export function createUndoable(session: Session, undo: Undo) {
  return {
    /** @param before the same fields as they were; `undefined` for one that was not there */
    async change<C extends CollectionName>(
      { collection, verb, name }: Place<C>,
      { id, version }: { readonly id: Id; readonly version: number },
      fields: Partial<FieldsOf<C>>,
      before: Partial<FieldsOf<C>>,
    ): Promise<{ undoId: string }> {
      const note = { action: `${name}.change`, entity: collection, entityId: id } as const;
      const changed = await session
        .vault(verb)
        .transact(note, (transaction) => transaction.change(collection, id, version, fields));
      return undo.offer(async () => {
        await session
          .vault(verb)
          .transact(note, (transaction) => transaction.change(collection, id, changed.version, before));
      });
    },
    async remove<C extends CollectionName>(
      { collection, verb, name }: Place<C>,
      { id, version }: { readonly id: Id; readonly version: number },
    ): Promise<{ undoId: string }> {
      const vault = session.vault(verb);
      find(vault, collection, id);
      const note = { entity: collection, entityId: id } as const;
      const removed = await vault.transact({ ...note, action: `${name}.remove` }, (transaction) =>
        transaction.remove(collection, id, version),
      );
      return undo.offer(async () => {
        await session
          .vault(verb)
          .transact({ ...note, action: `${name}.restore` }, (transaction) =>
            transaction.restore(collection, id, removed.version),
          );
      });
    },
  };
}
