import type { BlockPicture } from '../../../shared/contract/mitigation.ts';
import type { PlanFields } from '../../../shared/domain/mitigation/prison-plan.ts';
import type { VaultPort } from '../../vault/port.ts';
import { living } from '../records.ts';
import type { Session } from '../session.ts';
import { headcount, homesOf } from './weekly-counts.ts';

/** The plan of the prison, and how many live in each block. */
export interface Plan {
  get(): { plan: PlanFields; version: number | null; blocks: BlockPicture[] };
  /** @param version of the plan it was drawn from; null for the first one @throws SinergiError `conflict` */
  save(plan: PlanFields, version: number | null): Promise<void>;
}

export function createPlan(session: Session): Plan {
  return {
    get() {
      // Whoever draws it need not see who lives there: then nobody does.
      const vault = session.vault('settings.read');
      const [drawn] = living(vault, 'prisonPlans');
      return { plan: { blocks: drawn?.blocks ?? [] }, version: drawn?.version ?? null, blocks: blockPictures(vault) };
    },
    async save(plan, version) {
      const vault = session.vault('mitigation.rules');
      const [drawn] = living(vault, 'prisonPlans');
      await vault.transact({ action: 'mitigation.plan', entity: 'prisonPlans' }, (transaction) => {
        if (drawn === undefined) transaction.create('prisonPlans', plan);
        else transaction.change('prisonPlans', drawn.id, version ?? 0, plan);
      });
    },
  };
}

/** Blocks of the plan, and those inmates live in that nobody has drawn yet. */
export function blockPictures(vault: Pick<VaultPort, 'document'>): BlockPicture[] {
  const [plan] = living(vault, 'prisonPlans');
  const people = headcount(homesOf(vault));
  const drawn = (plan?.blocks ?? []).map(({ block, name, capacity }) => ({ block, name, capacity, drawn: true }));
  const known = new Set(drawn.map(({ block }) => block));
  const others = [...people.keys()].filter((block) => !known.has(block));
  return [...drawn, ...others.map((block) => ({ block, name: '', capacity: 0, drawn: false }))]
    .map((each) => ({ ...each, inmates: people.get(each.block) ?? 0 }))
    .sort((a, b) => (a.block < b.block ? -1 : 1));
}
