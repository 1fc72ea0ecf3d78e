import type { CaseView } from '../../../shared/contract/cases.ts';
import type { MemberPart } from '../../../shared/domain/case.ts';
import { gradeLabel } from '../../../shared/domain/grade.ts';
import type { LinkStatus } from '../../../shared/domain/link.ts';
import { inmateRole } from '../../../shared/domain/person.ts';

export interface ChartNode {
  readonly id: string;
  readonly name: string;
  /** Block and room of an inmate, shown under the name. */
  readonly cell: string | undefined;
  readonly part: MemberPart;
}

export interface ChartEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly grade: string;
  readonly status: LinkStatus;
  readonly directed: boolean;
}

export interface ChartGraph {
  readonly nodes: readonly ChartNode[];
  readonly edges: readonly ChartEdge[];
}

/** What a case shows on its chart: its members, and its links between them. */
export function chartGraph(view: Pick<CaseView, 'file' | 'people' | 'links'>): ChartGraph {
  const people = new Map(view.people.map((person) => [person.id, person]));
  const nodes = view.file.members.flatMap((member): ChartNode[] => {
    const person = people.get(member.personId);
    if (person === undefined) return [];
    const cell = inmateRole(person)?.cell;
    return [{ id: person.id, name: person.name, cell: cell === '' ? undefined : cell, part: member.part }];
  });
  const onChart = new Set(nodes.map((node) => node.id));
  const edges = view.links
    .filter((link) => onChart.has(link.from) && onChart.has(link.to))
    .map(
      (link): ChartEdge => ({
        id: link.id,
        from: link.from,
        to: link.to,
        kind: link.kind,
        grade: gradeLabel(link.grade),
        status: link.status,
        directed: link.directed,
      }),
    );
  return { nodes, edges };
}

/** Identifiers of the people one link away. */
export function linkedWith(id: string, edges: readonly ChartEdge[]): string[] {
  const linked = new Set<string>();
  for (const edge of edges) {
    if (edge.from === id) linked.add(edge.to);
    else if (edge.to === id) linked.add(edge.from);
  }
  return [...linked];
}
