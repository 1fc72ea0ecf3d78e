import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wholeTrail } from '../../../shared/domain/audit.ts';
import { defaultSettings, type SettingsFields } from '../../../shared/domain/settings.ts';
import { checkAuditExport } from '../../../electron/services/audit/audit-export.ts';
import { readHeader } from '../../../electron/vault/format/header.ts';
import { caseFields, type Office, openOffice, personFields } from './support.ts';

let office: Office;
let personId: string;
let caseId: string;

beforeAll(async () => {
  office = await openOffice('Pendiri', { Sari: ['officer'], Umi: ['supervisor'], Vina: ['auditor'] });
  await office.enter('Sari');
  personId = (await office.services.people.create(personFields('Budi Contoh'))).id;
  caseId = (await office.services.cases.create(caseFields('Jalur dapur'))).id;
});
afterAll(() => office.end());

describe('the audit trail', () => {
  it('holds who read which person and case, once for one reading, and why a supervisor did', async () => {
    const { handlers } = office;
    await handlers['people.get']({ id: personId });
    await handlers['people.get']({ id: personId });
    await office.enter('Umi');
    await expect(handlers['cases.get']({ id: caseId })).rejects.toMatchObject({ code: 'reason-required' });
    await handlers['reads.explain']({ collection: 'cases', id: caseId, reason: 'Gelar perkara' });
    await handlers['cases.get']({ id: caseId });
    await handlers['cases.get']({ id: caseId });
    await office.enter('Vina');
    const { audit } = office.services;
    const reads = await audit.list({ ...wholeTrail, record: personId, action: 'person.read' });
    expect(reads).toMatchObject([{ actor: 'Sari', action: 'person.read', entity: 'people' }]);
    expect(await audit.list({ ...wholeTrail, officer: 'umi' })).toMatchObject([
      { action: 'case.read', entityId: caseId, reason: 'Gelar perkara' },
    ]);
    expect(await audit.list({ ...wholeTrail, until: '2020-01-01' })).toEqual([]);
    expect(await audit.verify()).toMatchObject({ ok: true, firstBad: null });
  });

  it('asks for the reason as the settings say, and no more once the vault was locked', async () => {
    const { handlers, services } = office;
    const wanted = expect.objectContaining({ code: 'reason-required' }) as unknown;
    const rule = async (readReason: SettingsFields['readReason']): Promise<void> => {
      await office.enter('Pendiri');
      const { version } = await services.settings.get();
      await services.settings.change(version, { ...defaultSettings, readReason });
      await office.enter('Umi');
    };
    await office.enter('Umi');
    await expect(handlers['cases.get']({ id: caseId })).rejects.toEqual(wanted);
    await handlers['people.get']({ id: personId });
    await rule('cases-and-people');
    await expect(handlers['people.get']({ id: personId })).rejects.toEqual(wanted);
    await expect(handlers['people.life']({ id: personId })).rejects.toEqual(wanted);
    await rule('none');
    await handlers['cases.get']({ id: caseId });
    expect(await services.audit.list({ ...wholeTrail, officer: 'Umi', record: caseId })).toMatchObject([
      { action: 'case.read', reason: 'supervision' },
      { reason: 'Gelar perkara' },
    ]);
    await rule('cases');
  });

  it('holds what was refused, the same within ten minutes once, and wrong passphrases', async () => {
    await office.enter('Umi');
    const { people, session, audit } = office.services;
    const fields = personFields('Budi Lain');
    for (let time = 0; time < 3; time += 1)
      await expect(people.create(fields)).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await audit.list({ ...wholeTrail, officer: 'Umi', action: 'refused.' })).toMatchObject([
      { action: 'refused.not-allowed', reason: 'people.write' },
    ]);
    session.refused({ action: 'refused.passphrase', entity: 'vault', reason: '2' });
    expect(await audit.list({ ...wholeTrail, action: 'refused.passphrase' })).toMatchObject([{ reason: '2' }]);
  });

  it('calls records by name to whoever may see them, and finds them by it', async () => {
    const { audit } = office.services;
    await office.enter('Umi');
    const about = { ...wholeTrail, record: 'budi contoh' };
    const found = await audit.list(about);
    expect(found.map(({ action }) => action)).toEqual(expect.arrayContaining(['person.create', 'person.read']));
    expect(new Set(found.map(({ subject, entityId }) => `${subject} ${entityId}`))).toEqual(
      new Set([`Budi Contoh ${personId}`]),
    );
    expect((await audit.list({ ...wholeTrail, text: 'gelar' })).map(({ action }) => action)).toContain('case.read');
    expect(await audit.list({ ...wholeTrail, record: 'cases', action: 'person.' })).toEqual([]);
    await office.enter('Vina');
    expect(await audit.list(about)).toEqual([]);
    const [hidden] = await audit.list({ ...wholeTrail, record: personId, action: 'person.create' });
    expect(hidden).toMatchObject({ entity: 'people', subject: null });
  });

  it('is read through a rotation, in one chain', async () => {
    await office.enter('Pendiri');
    const { audit, officers } = office.services;
    const before = (await audit.verify()).entries;
    await officers.rotate();
    expect(await audit.verify()).toEqual({ ok: true, entries: before + 1, firstBad: null });
  });

  it('goes out as a signed file that tells any change made to it', async () => {
    await office.enter('Vina');
    const path = join(dirname(office.folder), 'audit.json');
    const { entries } = await office.services.audit.export(path);
    const file = await readFile(path);
    expect(checkAuditExport(file)).toMatchObject({ ok: true, entries, firstBad: null, exportedBy: 'Vina' });
    const forged = Buffer.from(file.toString().replace('Gelar perkara', 'Ingin tahu'));
    expect(() => checkAuditExport(forged)).toThrow('file-unreadable');
    await expect(office.services.settings.change(1, await office.services.settings.get())).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });

  it('names the first entry that is not as it was written', async () => {
    await office.services.session.end('button');
    const reading = readHeader(new Uint8Array(await readFile(join(office.folder, 'header.json'))));
    if (reading.state !== 'read') throw new Error(reading.state);
    const path = join(office.folder, 'audit', `${reading.body.files.audit[0]?.file ?? ''}.alog`);
    const bytes = await readFile(path);
    const secondFrame = 80 + 4 + bytes.readUInt32BE(80);
    bytes[secondFrame + 40] = (bytes[secondFrame + 40] ?? 0) ^ 1;
    await writeFile(path, bytes);
    await office.enter('Vina');
    expect(await office.services.audit.verify()).toMatchObject({
      ok: false,
      firstBad: { sequence: 2, code: 'entry-damaged' },
    });
  });
});
