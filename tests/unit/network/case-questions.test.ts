import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrest } from '../../../shared/analysis/network/arrest.ts';
import { associations } from '../../../shared/analysis/network/association.ts';
import { networkOfCase } from '../../../shared/analysis/network/case-ties.ts';
import { guidedPaths } from '../../../shared/analysis/network/guided-path.ts';
import {
  type AnalysedLink,
  everyLink,
  filterLinks,
  type FilterReason,
  type LinkFilter,
} from '../../../shared/analysis/network/link-filter.ts';
import { tiesOf } from '../../../shared/analysis/network/network.ts';
import { distinctSources } from '../../../shared/analysis/network/sources.ts';
import { stability } from '../../../shared/analysis/network/stability.ts';
import { commonContacts, connectingNetwork, surroundings } from '../../../shared/analysis/network/surroundings.ts';
import { timedPath } from '../../../shared/analysis/network/time-paths.ts';
import { florence, karate, network } from '../../fixtures/networks/published.ts';

let running = 0;
/** `A>B` leads one way, `A-B` both; the rest as given. */
function link(ends: string, more: Partial<AnalysedLink> = {}): AnalysedLink {
  const [from = '', to = ''] = ends.split(/[->]/);
  running += 1;
  return {
    id: `L${String(running).padStart(3, '0')}`,
    from,
    to,
    kind: 'knows',
    directed: ends.includes('>'),
    status: 'confirmed',
    grade: { scheme: 'admiralty', source: 'B', information: '2' },
    sources: ['LI-1'],
    ...more,
  };
}
const ends = (links: readonly AnalysedLink[]): string[] => links.map(({ from, to }) => `${from}-${to}`);

describe('sources', () => {
  it('count once however they are written, and not when they only repeat another', () => {
    expect(distinctSources(['LI-12/2026', 'li 12 2026.', 'IR 7 mengutip LI-12/2026'])).toEqual(['LI-12/2026']);
    expect(distinctSources(['LI-12/2026', 'LI-13/2026'])).toHaveLength(2);
    expect(distinctSources([])).toEqual([]);
  });

  it('never take a part of a word for another report', () => {
    expect(distinctSources(['LI-1', 'LI-12'])).toHaveLength(2);
  });
});

describe('which links count', () => {
  const links = [
    link('A-B', { sources: ['LI-1', 'LI-2'], since: '2026-01-01', until: '2026-02-01' }),
    link('B-C', { grade: { scheme: 'admiralty', source: 'E', information: '5' } }),
    link('C-D', { status: 'suspected', kind: 'pays' }),
    link('D-E', { sources: ['Buku kunjungan'], since: '2026-05-01' }),
  ];

  it.each<[string, Partial<LinkFilter>, string[], FilterReason]>([
    ['a grade', { grade: 'usable' }, ['A-B', 'C-D', 'D-E'], 'grade'],
    ['a kind', { kinds: ['pays'] }, ['C-D'], 'kind'],
    ['standing', { status: 'confirmed' }, ['A-B', 'B-C', 'D-E'], 'status'],
    ['days; undated links count', { since: '2026-03-01', until: '2026-04-01' }, ['B-C', 'C-D'], 'date'],
    ['words of a source', { source: 'BUKU' }, ['D-E'], 'source'],
    ['several sources', { severalSources: true }, ['A-B'], 'single'],
  ])('can be told by %s', (_name, part, expected, reason) => {
    const found = filterLinks(links, { ...everyLink, ...part });
    expect(ends(found.kept)).toEqual(expected);
    expect(found.leftOut[reason]).toBe(links.length - expected.length);
  });

  it('weighs a pair by the sources that speak for themselves, over all its links', () => {
    const pair = [link('A>B', { sources: ['LI-1'] }), link('B>A', { sources: ['IR 9 dari LI-1', 'LI-1', 'SDP'] })];
    const options = { filter: everyLink, directed: false, weight: 'sources' } as const;
    const { network: found } = networkOfCase(['A', 'B', 'C'], pair, options);
    expect(found.ids).toEqual(['A', 'B', 'C']);
    expect(tiesOf(found).map(({ weight }) => weight)).toEqual([2]);
    expect(associations(pair).get('A B')).toEqual({ confirmed: 2, suspected: 0, sources: 2 });
  });

  it('leads both ways along a link without direction', () => {
    const options = { filter: everyLink, directed: true, weight: 'none' } as const;
    const { network: found } = networkOfCase(['A', 'B', 'C'], [link('A>B'), link('B-C')], options);
    expect(tiesOf(found).map(({ from, to }) => `${from}${to}`)).toEqual(['AB', 'BC', 'CB']);
  });
});

describe('ways', () => {
  it('go around whom they must avoid and through whom they must touch', () => {
    const square = network('A-B B-D A-C C-E E-D');
    const ask = { from: 'A', to: 'D', avoiding: [], through: [] };
    expect(guidedPaths(square, ask, 10).paths).toEqual([['A', 'B', 'D']]);
    expect(guidedPaths(square, { ...ask, avoiding: ['B'] }, 10).paths).toEqual([['A', 'C', 'E', 'D']]);
    expect(guidedPaths(square, { ...ask, through: ['E'] }, 10).paths).toEqual([['A', 'C', 'E', 'D']]);
    expect(guidedPaths(square, { ...ask, avoiding: ['B', 'C'] }, 10)).toEqual({ length: null, paths: [], count: 0 });
  });

  it('follow time: no step comes before the one before it', () => {
    const late = link('A-B', { since: '2026-03-01' });
    const early = link('B-C', { until: '2026-02-01' });
    const around = [link('B-D', { since: '2026-01-01' }), link('D-C', { since: '2026-04-01' })];
    expect(timedPath([late, early], 'A', 'C', false)).toBeNull();
    const way = timedPath([late, early, ...around], 'A', 'C', false);
    expect(way?.map(({ to, on }) => [to, on])).toEqual([
      ['B', '2026-03-01'],
      ['D', '2026-03-01'],
      ['C', '2026-04-01'],
    ]);
    expect(timedPath([late], 'A', 'A', false)).toEqual([]);
    expect(timedPath([link('B>A')], 'A', 'B', true)).toBeNull();
  });

  it('never turn back in time, and are found whenever undated links make one', () => {
    const day = fc.option(
      fc.integer({ min: 1, max: 9 }).map((number) => `2026-01-0${number}`),
      { nil: undefined },
    );
    const person = fc.constantFrom('A', 'B', 'C', 'D', 'E');
    const dated = fc.tuple(person, person, day, day).map(([from, to, one, other]) => {
      const days = [one, other].filter((found) => found !== undefined).sort();
      return link(`${from}-${to}`, {
        ...(one !== undefined && { since: days[0] }),
        ...(one !== undefined && other !== undefined && { until: days[1] }),
      });
    });
    fc.assert(
      fc.property(fc.array(dated, { maxLength: 9 }), (links) => {
        const way = timedPath(links, 'A', 'E', false);
        let at = '';
        for (const { link: used, on } of way ?? []) {
          expect((on ?? '') >= at).toBe(true);
          expect(used.until === undefined || used.until >= (on ?? '')).toBe(true);
          expect(used.since === undefined || used.since <= (on ?? '')).toBe(true);
          at = on ?? at;
        }
        const undated = links.map(({ since: _since, until: _until, ...rest }) => rest);
        const anyTime = timedPath(undated, 'A', 'E', false);
        expect(way === null || (anyTime !== null && anyTime.length <= way.length)).toBe(true);
      }),
    );
  });
});

describe('around and between people', () => {
  it('are the neighbours of neighbours, by steps', () => {
    expect([...surroundings(florence, 'Pazzi', 2)]).toEqual([
      ['Pazzi', 0],
      ['Salviati', 1],
      ['Medici', 2],
    ]);
    expect(surroundings(florence, 'Nobody', 2).size).toBe(0);
  });

  it('are common contacts, and what connects them', () => {
    expect(commonContacts(florence, ['Strozzi', 'Medici'])).toEqual([{ id: 'Ridolfi', with: ['Strozzi', 'Medici'] }]);
    expect(connectingNetwork(florence, ['Pazzi', 'Acciaiuoli']).people).toEqual(
      new Set(['Pazzi', 'Acciaiuoli', 'Salviati', 'Medici']),
    );
    expect(connectingNetwork(network('A-B C-D'), ['A', 'C']).unconnected).toEqual([['A', 'C']]);
  });
});

describe('an arrest', () => {
  it('tells the pieces and who rises into the gap', () => {
    const found = arrest(florence, 'hops', ['Medici']);
    expect([found.before, found.after]).toEqual([
      { components: 1, largest: 15 },
      { components: 3, largest: 11 },
    ]);
    expect(found.alone).toEqual(['Acciaiuoli']);
    expect(found.rising[0]?.id).toBe('Bischeri');
    expect(found.rising.every(({ before, after }) => after > before)).toBe(true);
  });

  it('of nobody changes nothing', () => {
    const found = arrest(karate, 'hops', []);
    expect(found).toMatchObject({ before: found.after, alone: [], rising: [] });
  });
});

describe('how far figures hold', () => {
  it('is the same every time, and keeps the leader of the karate club a leader', () => {
    const bands = stability(karate, 'hops', 0.05);
    expect(stability(karate, 'hops', 0.05)).toEqual(bands);
    const leader = bands.find(({ id }) => id === '1');
    expect(leader?.leading).toBe(1);
    expect(leader?.low ?? 0).toBeLessThan(0.4376);
    expect(bands.every(({ low, high }) => low <= high)).toBe(true);
  });
});
