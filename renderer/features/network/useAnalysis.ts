import { useMemo, useState } from 'react';
import { type AnalysisOptions, type CaseNetwork, networkOfCase } from '../../../shared/analysis/network/case-ties.ts';
import { filterLinks, type LinkFilter } from '../../../shared/analysis/network/link-filter.ts';
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

/** The network of a case as the officer wants it counted; whatever is quick to find is found here in the page. */
export function useAnalysis(
  { file, people, links }: CaseView,
  filter: LinkFilter,
  onFilter: (filter: LinkFilter) => void,
): Analysis {
  const [counted, count] = useState<Omit<AnalysisOptions, 'filter'>>({ directed: false, weight: 'none' });
  const members = useMemo(() => {
    const names = new Map(people.map(({ id, name }) => [id, name]));
    // Kept as they are while only the links change: a list of options that is made anew loses its mark.
    const options = [...names]
      .map(([value, label]) => ({ value, label }))
      .sort((a, b) => a.label.localeCompare(b.label, undefined, { sensitivity: 'base' }));
    return { names, options };
  }, [people]);
  const counting = useMemo(() => {
    const options: AnalysisOptions = { ...counted, filter };
    const ids = file.members.map(({ personId }) => personId);
    const known = new Set(ids);
    const between = links.filter(({ from, to }) => known.has(from) && known.has(to));
    return {
      caseId: file.id,
      options,
      found: networkOfCase(ids, between, options),
      links: filterLinks(between, filter).kept,
      all: between.length,
      people: members.options,
      nameOf: (id: string) => members.names.get(id) ?? '',
    };
  }, [file, members, links, counted, filter]);
  return {
    ...counting,
    change({ filter: wanted, ...rest }) {
      count(rest);
      if (wanted !== filter) onFilter(wanted);
    },
  };
}
