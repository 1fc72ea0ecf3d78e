import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApprovals } from '../../../electron/services/approvals/approvals.ts';
import { createDocuments } from '../../../electron/services/documents/documents.ts';
import type { Act } from '../../../shared/domain/approval.ts';
import { wholeTrail } from '../../../shared/domain/audit.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import { caseFields, type Office, openOffice } from './support.ts';

let office: Office;
let secret: string;
let plain: string;

beforeAll(async () => {
  office = await openOffice('Pendiri', { Sari: ['officer'], Umi: ['supervisor'], Wati: ['supervisor', 'officer'] });
  await office.enter('Sari');
  secret = (await office.services.cases.create(caseFields('Jalur dapur'))).id;
  plain = (await office.services.cases.create({ ...caseFields('Biasa saja'), marking: 'biasa' })).id;
});
afterAll(() => office.end());

/** The real service with a printer that needs no fonts and no thread. */
function releasing() {
  const { session } = office.services;
  const approvals = createApprovals(session, () => new Date());
  const documents = createDocuments({
    vault: session.vault,
    workers: { path: (name) => `${name}.worker.cjs` },
    emit: () => undefined,
    approvals,
    fontsFolder: join(import.meta.dirname, '../../../node_modules/@ibm/plex-sans/fonts/complete/woff'),
    printer: {
      print: () => Promise.resolve({ bytes: Buffer.from('%PDF-1.7\nstartxref\n0\n%%EOF\n'), pages: 1 }),
      cancel: () => undefined,
    },
  });
  const path = join(dirname(office.folder), `${Math.random()}.pdf`);
  const out = (caseId: string, choice: { readonly sanitise?: 'P' } = {}) =>
    documents
      .exportCase({ caseId, language: 'id', recipient: '', copyNumber: 1, path, ...choice })
      .then(() => readFile(path));
  return { approvals, out };
}
const releaseOf = (caseId: string, copy: 'full' | 'sanitised-P' = 'full') =>
  ({ kind: 'release-case', caseId, marking: 'rahasia', copy }) as const;
const code = (wanted: string): unknown => expect.objectContaining({ code: wanted });

describe('the release of a case', () => {
  it('below the marking takes one officer', async () => {
    await office.enter('Sari');
    expect((await releasing().out(plain)).toString()).toMatch(/^%PDF/);
  });

  it('from the marking on takes another officer who may approve; one approval is good for one copy', async () => {
    await office.enter('Sari');
    const { approvals } = office.services;
    await expect(releasing().out(secret)).rejects.toEqual(code('approval-required'));
    const asked = await approvals.request(releaseOf(secret), 'Untuk penyidik');
    expect(asked).toMatchObject({ state: 'waiting', mine: false, genuine: true });
    await expect(approvals.decide(asked.id, 'approved', '')).rejects.toEqual(code('not-allowed'));
    await expect(releasing().out(secret)).rejects.toEqual(code('approval-required'));

    await office.enter('Umi');
    expect(approvals.list()).toMatchObject([
      { id: asked.id, mine: true, requestedBy: 'Sari', reason: 'Untuk penyidik' },
    ]);
    await approvals.decide(asked.id, 'approved', 'Sesuai');
    await expect(approvals.decide(asked.id, 'refused', '')).rejects.toEqual(code('approval-decided'));

    await office.enter('Sari');
    expect((await releasing().out(secret)).toString()).toMatch(/^%PDF/);
    expect(approvals.list()).toMatchObject([{ state: 'used', decidedBy: 'Umi', genuine: true }]);
    await expect(releasing().out(secret)).rejects.toEqual(code('approval-required'));
    await office.enter('Pendiri');
    const trail = await office.services.audit.list({ ...wholeTrail, action: 'approval.' });
    expect(trail.map(({ action, actor }) => [action, actor])).toEqual([
      ['approval.use', 'Sari'],
      ['approval.approved', 'Umi'],
      ['approval.request', 'Sari'],
    ]);
  });

  it('of a sanitised copy is none of the full one', async () => {
    await office.enter('Sari');
    const { approvals } = office.services;
    const asked = await approvals.request(releaseOf(secret, 'sanitised-P'), 'Untuk jaksa');
    await office.enter('Umi');
    await approvals.decide(asked.id, 'approved', '');
    await office.enter('Sari');
    await expect(releasing().out(secret)).rejects.toMatchObject({
      code: 'approval-required',
      details: releaseOf(secret, 'full'),
    });
    expect((await releasing().out(secret, { sanitise: 'P' })).toString()).toMatch(/^%PDF/);
    expect(approvals.list()[0]).toMatchObject({ state: 'used', act: { copy: 'sanitised-P' } });
  });

  it('takes two from the marking on that the administrator has set', async () => {
    await office.enter('Pendiri');
    const { settings, audit } = office.services;
    const { version } = await settings.get();
    await settings.change(version, { ...defaultSettings, releaseThreshold: 'biasa' });
    expect(await audit.list({ ...wholeTrail, action: 'settings.change' })).toMatchObject([
      { actor: 'Pendiri', reason: '{"releaseThreshold":"biasa"}' },
    ]);
    await office.enter('Sari');
    await expect(settings.change(version + 1, defaultSettings)).rejects.toEqual(code('not-allowed'));
    await expect(releasing().out(plain)).rejects.toEqual(code('approval-required'));
    await office.enter('Pendiri');
    await settings.change(version + 1, { ...defaultSettings, releaseThreshold: 'sangat-rahasia' });
    await office.enter('Sari');
    expect((await releasing().out(secret)).toString()).toMatch(/^%PDF/);
    await office.enter('Pendiri');
    await settings.change(version + 2, defaultSettings);
  });

  it('is not approved by the one who asks, whatever their roles', async () => {
    await office.enter('Wati');
    const { approvals, cases } = office.services;
    const { id } = await cases.create(caseFields('Milik Wati'));
    const asked = await approvals.request(releaseOf(id), '');
    await expect(approvals.decide(asked.id, 'approved', '')).rejects.toEqual(code('approval-own'));
  });

  it('is refused when an approval was written without the approver, or for another case', async () => {
    await office.enter('Sari');
    const { approvals, session } = office.services;
    const asked = await approvals.request(releaseOf(secret), '');
    const vault = session.vault('approvals.request');
    const approval = vault.document.approvals[asked.id];
    if (approval === undefined) throw new Error('no approval');
    // Sari, with a key of hers in the vault's memory, puts Umi's name under a yes.
    const word = { ...approval.request, ...vault.sign(approval.request.signed), by: office.idOf('Umi') };
    await vault.transact({ action: 'test' }, (transaction) =>
      transaction.change('approvals', asked.id, approval.version, { decision: { ...word, outcome: 'approved' } }),
    );
    expect(approvals.list()[0]).toMatchObject({ state: 'approved', genuine: false });
    await expect(releasing().out(secret)).rejects.toEqual(code('approval-forged'));
  });

  it('and every other act is approved exactly as it was asked for, by whom its kind names, and used with the act', async () => {
    const weed = { kind: 'weed', list: 'ab'.repeat(32), count: 3 } as const;
    const sealed = { digest: 'cd'.repeat(32), marking: 'rahasia', recipient: 'Polres Contoh' } as const;
    const acts: readonly Act[] = [
      weed,
      { kind: 'unseal-source', sourceId: secret },
      { kind: 'restore', manifest: 'ef'.repeat(32) },
      { kind: 'release-package', ...sealed },
    ];
    const others: readonly Act[] = [
      { ...weed, count: 4 },
      { kind: 'release-package', ...sealed, recipient: 'Polres Lain' },
    ];
    const { approvals, session } = office.services;
    for (const act of acts) {
      await office.enter('Pendiri');
      const refused = (): unknown => approvals.approvalFor(session.vault('approvals.read'), act);
      const refusal = expect.objectContaining({ code: 'approval-required', details: act }) as unknown;
      expect(refused).toThrow(refusal);
      const asked = await approvals.request(act, '');
      await office.enter('Umi');
      expect(await approvals.decide(asked.id, 'approved', '')).toMatchObject({ act, state: 'approved', genuine: true });
      await office.enter('Pendiri');
      const vault = session.vault('approvals.read');
      for (const other of others) expect(() => approvals.approvalFor(vault, other)).toThrow('approval-required');
      const approval = approvals.approvalFor(vault, act);
      await vault.transact({ action: 'test' }, (transaction) => approvals.useIn(transaction, approval));
      await expect(approvals.use(approval)).rejects.toEqual(code('conflict'));
      expect(refused).toThrow(refusal);
    }
    await office.enter('Wati');
    expect(approvals.list().filter(({ act }) => act.kind === 'weed')).toMatchObject([{ state: 'used' }]);
    await office.enter('Sari');
    expect(approvals.list().map(({ act }) => act.kind)).not.toContain('weed');
  });

  it('is refused with a yes of somebody who may not say it any more', async () => {
    await office.enter('Pendiri');
    const { approvals, officers, session } = office.services;
    const act = { kind: 'restore', manifest: '12'.repeat(32) } as const;
    const asked = await approvals.request(act, '');
    await office.enter('Wati');
    await approvals.decide(asked.id, 'approved', '');
    await office.enter('Pendiri');
    expect(approvals.approvalFor(session.vault('approvals.read'), act)).toMatchObject({ id: asked.id });
    await officers.setRoles(office.idOf('Wati'), ['officer']);
    expect(() => approvals.approvalFor(session.vault('approvals.read'), act)).toThrow('approval-required');
    await officers.setRoles(office.idOf('Wati'), ['supervisor', 'officer']);
  });

  it('stays with one officer while nobody else could approve', async () => {
    await office.enter('Pendiri');
    const { officers, cases } = office.services;
    const { id } = await cases.create(caseFields('Sendiri'));
    await expect(releasing().out(id)).rejects.toEqual(code('approval-required'));
    for (const name of ['Umi', 'Wati']) await officers.disable(office.idOf(name));
    expect((await releasing().out(id)).toString()).toMatch(/^%PDF/);
  });
});
