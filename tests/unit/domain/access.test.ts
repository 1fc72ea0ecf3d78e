import { describe, expect, it } from 'vitest';
import { access, reachesCase, reachOf, type Verb, verbs } from '../../../shared/domain/access.ts';
import { founderRoles, type OfficerRole, officerRoles } from '../../../shared/domain/officer.ts';

/** officer, analyst, supervisor, administrator, auditor, source handler, integrity: a everything, o own cases, - no. */
const columns = [
  'officer',
  'analyst',
  'supervisor',
  'administrator',
  'auditor',
  'source-handler',
  'integrity',
] as const;
const agreed: Readonly<Record<Verb, string>> = {
  'own.session': 'aaaaaaa',
  'officers.list': 'aaaaaaa',
  'settings.read': 'aaaaaaa',
  'vault.info': 'aaaaaaa',
  'people.read': 'aaa---a',
  'people.write': 'aa-----',
  'people.remove': 'a------',
  'people.join': 'aa-----',
  'visits.read': 'aaa---a',
  'imports.read': 'aaa---a',
  'imports.run': 'a-----a',
  'findings.dismiss': 'aaa---a',
  'bans.write': 'a-a----',
  'watches.write': 'aaa----',
  'visits.enter': 'a------',
  'staff.read': '------a',
  'cases.read': 'ooa----',
  'cases.create': 'oo-----',
  'cases.write': 'oo-----',
  'cases.remove': 'o------',
  'cases.officers': 'o-a----',
  'cases.tasks': 'ooa----',
  'cases.decide': 'ooa----',
  'cases.close': 'o-a----',
  'cases.export': 'o-a----',
  'retention.read': 'a-a----',
  'retention.rules': '--aa---',
  'retention.weed': 'a-a----',
  'reports.read': 'ooa----',
  'reports.write': 'oo-----',
  'reports.evaluate': '-oa----',
  'reports.disseminate': '--a----',
  'reports.recall': 'ooa----',
  'reports.print': 'ooa----',
  'sources.read': '-----a-',
  'sources.write': '-----a-',
  'sources.pseudonyms': 'aaa--a-',
  'approvals.read': 'aaaaaaa',
  'approvals.request': 'ooao-o-',
  'approvals.release': '--a----',
  'approvals.restore': '--aa---',
  'sources.unseal': '--a----',
  'approvals.unseal': '--a--a-',
  'approvals.weed': '--aa---',
  'audit.read': '--aaa--',
  'audit.export': '---aa--',
  'officers.manage': '---a---',
  'settings.change': '---a---',
  'vault.keys': '---a---',
  'program.update': '---a---',
  'vault.verify': '--aaa--',
  'vault.backup': '---a---',
  'vault.restore': '---a---',
  'vault.accept': '---a---',
  'training.play': 'aaaaaaa',
  'skills.read': 'aaaa---',
  'skills.write': '--aa---',
  'mitigation.read': 'aaa----',
  'mitigation.write': 'aaa----',
  'mitigation.rules': '--aa---',
  'exchange.read': 'ooa----',
  'exchange.keys': '---a---',
  'exchange.trust': '--aa---',
  'exchange.send': 'o-a----',
  'exchange.receive': 'a-a----',
  'exchange.originator': 'a-a----',
  'coordination.read': 'aaa----',
  'coordination.write': 'a-a----',
  'vault.salvage': '---a---',
};
const letters = { all: 'a', own: 'o', no: '-' } as const;

describe('the access table', () => {
  it.each(verbs)('allows %s to the roles it was agreed for', (verb) => {
    expect(columns.map((role) => letters[reachOf([role], verb)]).join('')).toBe(agreed[verb]);
  });

  it('knows every role', () => {
    expect([...columns].sort()).toEqual([...officerRoles].sort());
    expect(Object.keys(access).sort()).toEqual(Object.keys(agreed).sort());
  });

  it('lets an officer of two roles reach as far as the further one', () => {
    expect(reachOf(['officer', 'supervisor'], 'cases.read')).toBe('all');
    expect(reachOf([], 'own.session')).toBe('no');
  });

  it('shows no case to an administrator, an auditor or a source handler for being that', () => {
    const blind: readonly OfficerRole[] = ['administrator', 'auditor', 'source-handler'];
    expect(reachOf(blind, 'cases.read')).toBe('no');
    expect(reachOf(blind, 'people.read')).toBe('no');
  });

  it('lets the founder do everything that one officer alone can do', () => {
    const missing = verbs.filter((verb) => reachOf(founderRoles, verb) === 'no');
    expect(missing).toEqual([
      'staff.read',
      'reports.evaluate',
      'reports.disseminate',
      'sources.read',
      'sources.write',
      'sources.unseal',
      'approvals.release',
      'approvals.unseal',
    ]);
  });

  it('holds a case without a list for the one who made it', () => {
    const file = { createdBy: 'a' };
    expect(reachesCase('own', 'a', file)).toBe(true);
    expect(reachesCase('own', 'b', file)).toBe(false);
    expect(reachesCase('own', 'a', { ...file, officers: ['b'] })).toBe(false);
    expect(reachesCase('no', 'a', file)).toBe(false);
    expect(reachesCase('all', 'c', file)).toBe(true);
  });
});
