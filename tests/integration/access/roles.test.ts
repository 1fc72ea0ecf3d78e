import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '../../../shared/contract.ts';
import { reachOf } from '../../../shared/domain/access.ts';
import { type OfficerRole, officerRoles } from '../../../shared/domain/officer.ts';
import { createEndpoints } from '../../../electron/ipc/endpoints.ts';
import { type Office, openOffice } from './support.ts';

const nameOf = (role: OfficerRole): string => `Si ${role}`;
let office: Office;

beforeAll(async () => {
  office = await openOffice('Pendiri', Object.fromEntries(officerRoles.map((role) => [nameOf(role), [role]])));
});
afterAll(() => office.end());

describe.each(officerRoles)('%s', (role) => {
  beforeAll(() => office.enter(nameOf(role)));

  it.each(Object.entries(contract))('is answered or refused on %s as the table says', async (name, { access }) => {
    const { services, handlers } = office;
    const endpoints = createEndpoints({
      handlers,
      require: (verb) => void services.session.vault(verb),
      onFailure: () => undefined,
      checkAnswers: true,
    });
    // Input of no shape: a call that gets past the guard is refused for that, and nothing is done.
    const answer = await endpoints.get(name)?.run('no input');
    const refused = access !== 'open' && reachOf([role], access) === 'no';
    expect(answer).toMatchObject({ ok: false, error: { code: refused ? 'not-allowed' : 'invalid-input' } });
  });
});

describe('the services behind the channels', () => {
  it('refuse by themselves what the table refuses, whoever calls them', async () => {
    await office.enter(nameOf('administrator'));
    const { cases, people, importing, documents, settings, officers } = office.services;
    const refused = expect.objectContaining({ code: 'not-allowed' }) as unknown;
    expect(() => cases.list()).toThrow(refused);
    expect(() => people.get('x')).toThrow(refused);
    await expect(importing.run('x', 'inmates', null)).rejects.toEqual(refused);
    const request = { caseId: 'x', language: 'id', recipient: '', copyNumber: 1, path: 'x' } as const;
    await expect(documents.exportCase(request)).rejects.toEqual(refused);
    await office.enter(nameOf('officer'));
    await expect(settings.change(1, { ...(await settings.get()) })).rejects.toEqual(refused);
    await expect(officers.add({ name: 'X', roles: ['officer'] })).rejects.toEqual(refused);
    await expect(officers.rotate()).rejects.toEqual(refused);
  });
});
