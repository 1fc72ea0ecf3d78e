import { useMemo, useState } from 'react';
import { type AnalysisOptions, type CaseNetwork, networkOfCase } from '../../../shared/analysis/network/case-ties.ts';
import { everyLink, filterLinks } from '../../../shared/analysis/network/link-filter.ts';
import type { CaseView } from '../../../shared/contract/cases.ts';
import type { Link } from '../../../shared/domain/link.ts';

export interface Analysis {
  readonly caseId: string;
  readonly options: AnalysisOptions;
  readonly found: CaseNetwork;
  /** Links that count. */
  readonly links: readonly Link[];
  readonly all: number;
  /** Members with their names, in the order of the names. */
  readonly people: readonly { readonly value: string; readonly label: string }[];
  nameOf(id: string): string;
  change(options: AnalysisOptions): void;
}

const atFirst: AnalysisOptions = { filter: everyLink, directed: false, weight: 'none' };

/** The network of a case as the officer wants it counted; whatever is quick to find is found here in the page. */
export function useAnalysis({ file, people, links }: CaseView): Analysis {
  const [options, change] = useState(atFirst);
  return useMemo(() => {
    const members = file.members.map(({ personId }) => personId);
    const known = new Set(members);
    const between = links.filter(({ from, to }) => known.has(from) && known.has(to));
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return {
      caseId: file.id,
      options,
      found: networkOfCase(members, between, options),
      links: filterLinks(between, options.filter).kept,
      all: between.length,
      people: [...names]
        .map(([value, label]) => ({ value, label }))
        .sort((a, b) => a.label.localeCompare(b.label, undefined, { sensitivity: 'base' })),
      nameOf: (id) => names.get(id) ?? '',
      change,
    };
  }, [file, people, links, options]);
}
