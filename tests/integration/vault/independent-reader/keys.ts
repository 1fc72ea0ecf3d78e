import {
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  verify,
} from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { checked, lettersOf, recoverySeed, seedOfShares } from './recovery.ts';
import { base64Of, canonical, type Fields, fieldsOf, listOf, numberOf, parseJson, textOf, without } from './json.ts';

/** The section "Keys" of docs/vault-format.md, in its order. */
export type Way =
  | { readonly passphrase: string; readonly officer?: string; readonly keyFile?: Uint8Array }
  | { readonly recoveryKey: string }
  | { readonly shares: readonly string[] };

export interface Keys {
  readonly dataKeys: ReadonlyMap<number, Buffer>;
  readonly names: Fields;
  /** Of the register of sources, by epoch; none for who has no box in it. */
  readonly sourceKeys: ReadonlyMap<number, Buffer>;
}

const derive = (material: Uint8Array, salt: Uint8Array, info: string, length = 32): Buffer =>
  Buffer.from(hkdfSync('sha256', material, salt, info, length));

/** nonce 12 ‖ ciphertext ‖ tag 16 */
export function unseal(key: Uint8Array, sealed: Buffer, boundTo: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  decipher.setAAD(boundTo);
  decipher.setAuthTag(sealed.subarray(sealed.length - 16));
  return Buffer.concat([decipher.update(sealed.subarray(12, sealed.length - 16)), decipher.final()]);
}

const heads = { x25519: '302a300506032b656e032100', ed25519: '302a300506032b6570032100' } as const;
const publicKey = (curve: keyof typeof heads, raw: Uint8Array) =>
  createPublicKey({ key: Buffer.concat([Buffer.from(heads[curve], 'hex'), raw]), format: 'der', type: 'spki' });
const x25519Private = (raw: Uint8Array) =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), raw]),
    format: 'der',
    type: 'pkcs8',
  });
const publicHalf = (raw: Uint8Array): Buffer =>
  createPublicKey(x25519Private(raw)).export({ format: 'der', type: 'spki' }).subarray(12);

export const signed = (purpose: string, key: Uint8Array, content: Uint8Array, signature: Uint8Array): boolean =>
  verify(null, Buffer.concat([Buffer.from(`sinergi/1/${purpose}\0`), content]), publicKey('ed25519', key), signature);

function openBox(ownPrivate: Uint8Array, box: Fields, context: string): Buffer {
  const ephemeral = base64Of(box['ephemeral']);
  const shared = diffieHellman({ privateKey: x25519Private(ownPrivate), publicKey: publicKey('x25519', ephemeral) });
  const key = derive(shared, Buffer.concat([ephemeral, publicHalf(ownPrivate)]), 'sinergi/1/box');
  return unseal(key, base64Of(box['sealed']), Buffer.from(context));
}

function labelOf(vaultId: string, name: string): Buffer {
  const plain = name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
  return derive(Buffer.from(plain), Buffer.from(vaultId), 'sinergi/1/officer-label', 16);
}

function officerOf(header: Fields, name: string | undefined): Fields {
  const active = membersOf(header).filter((officer) => officer['status'] === 'active');
  const label = name === undefined ? undefined : labelOf(textOf(header['vaultId']), name);
  const found = active.filter((officer) => label === undefined || base64Of(officer['label']).equals(label));
  if (found.length !== 1 || found[0] === undefined) throw new Error('which officer?');
  return found[0];
}

async function openSlot(
  header: Fields,
  officer: Fields,
  { passphrase, keyFile }: Extract<Way, { passphrase: string }>,
): Promise<Buffer> {
  const slot = listOf(header['slots'])
    .map(fieldsOf)
    .find((each) => each['officerId'] === officer['id']);
  if (slot === undefined) throw new Error('no slot');
  const kdf = fieldsOf(slot['kdf']);
  const salt = base64Of(kdf['salt']);
  const stretched = await argon2id({
    password: passphrase.normalize('NFKC'),
    salt,
    memorySize: numberOf(kdf['memoryKiB']),
    iterations: numberOf(kdf['passes']),
    parallelism: numberOf(kdf['lanes']),
    hashLength: 32,
    outputType: 'binary',
  });
  const secret = Buffer.concat([stretched, kdf['keyFile'] === undefined ? Buffer.alloc(0) : keyIn(keyFile, kdf)]);
  if (!derive(secret, salt, 'sinergi/1/slot/commitment').equals(base64Of(slot['commitment'])))
    throw new Error('the passphrase is wrong');
  const { boxKey, signKey, id } = officer;
  const { format, vaultId } = header;
  const binding = canonical({ boxKey, for: 'sinergi/slot', format, kdf, officer: id, signKey, vaultId });
  return unseal(derive(secret, salt, 'sinergi/1/slot/wrap'), base64Of(slot['sealedKeys']), Buffer.from(binding));
}

/** The 32 bytes of a key file, when it is the slot's. */
function keyIn(file: Uint8Array | undefined, kdf: Fields): Buffer {
  const [title, letters] = Buffer.from(file ?? [])
    .toString()
    .split('\n');
  if (title !== 'Sinergi key file 1' || letters === undefined) throw new Error('no key file');
  const key = checked(lettersOf(letters), 32, 3, 'sinergi/1/key-file-check');
  if (!derive(key, base64Of(kdf['salt']), 'sinergi/1/slot/key-file', 16).equals(base64Of(kdf['keyFile'])))
    throw new Error('another key file');
  return key;
}

const keyOf = (signer: unknown): Buffer => base64Of(signer);

/** Who may open the vault: the roster's officers, each with a valid activation laid over an invitation. */
export function membersOf(header: Fields): Fields[] {
  const { vaultId } = header;
  const activations = listOf(header['activations'] ?? []).map(fieldsOf);
  return listOf(fieldsOf(header['roster'])['officers'])
    .map(fieldsOf)
    .map((officer) => {
      const own = activations.find(({ officerId }) => officerId === officer['id']);
      if (own === undefined || officer['status'] !== 'invited') return officer;
      const { boxKey, officerId, signKey, vaultKey } = own;
      const content = Buffer.from(canonical({ boxKey, officerId, signKey, vaultId }));
      return signed('activation', keyOf(officer['signKey']), content, base64Of(own['signature']))
        ? { ...officer, status: 'active', boxKey, signKey, vaultKey }
        : officer;
    });
}

/** Roots 32 each; behind 32 zeros the refused keys. */
function trustIn(secrets: Buffer): { readonly roots: readonly string[]; readonly refused: readonly string[] } {
  const keys: string[] = [];
  for (let offset = 64; offset < secrets.length; offset += 32)
    keys.push(secrets.subarray(offset, offset + 32).toString('base64'));
  const border = keys.indexOf(Buffer.alloc(32).toString('base64'));
  return border < 0 ? { roots: keys, refused: [] } : { roots: keys.slice(0, border), refused: keys.slice(border + 1) };
}

/** Follows certificates from the key that signed the roster to one of the roots. */
function requireTrusted(header: Fields, { roots, refused }: ReturnType<typeof trustIn>): void {
  const roster = fieldsOf(header['roster']);
  const { vaultId } = header;
  const content = canonical({ ...without(roster, 'signedBy', 'signature'), vaultId });
  const signer = textOf(roster['signedBy']);
  if (!signed('roster', keyOf(signer), Buffer.from(content), base64Of(roster['signature'])))
    throw new Error('the roster is forged');
  const officers = listOf(roster['officers']).map(fieldsOf);
  const vouchers = [
    ...listOf(roster['certificates']).map(fieldsOf),
    ...listOf(header['activations'] ?? [])
      .map(fieldsOf)
      .map(({ officerId, signKey, certificate }) => ({
        key: signKey,
        by: officers.find(({ id }) => id === officerId)?.['signKey'],
        signature: certificate,
      })),
  ];
  const reached = [signer];
  for (const key of reached) {
    if (refused.includes(key)) continue;
    if (roots.includes(key)) return;
    if (reached.length > 64) break;
    const vouched = Buffer.from(canonical({ key, vaultId }));
    for (const voucher of vouchers.filter((each) => each['key'] === key && each['by'] !== undefined))
      if (signed('certificate', keyOf(voucher['by']), vouched, base64Of(voucher['signature'])))
        reached.push(textOf(voucher['by']));
  }
  throw new Error('the roster is signed by somebody unknown');
}

/** Who opens: the own X25519 key, the name boxes are bound to, and the box of the vault key. */
interface Opener {
  readonly own: Buffer;
  readonly receiver: string;
  readonly box: Fields;
}

async function openerOf(header: Fields, way: Way): Promise<Opener> {
  if (!('passphrase' in way)) {
    const seed = 'shares' in way ? seedOfShares(header, way.shares) : recoverySeed(way.recoveryKey);
    const own = derive(seed, Buffer.alloc(0), 'sinergi/1/recovery/box');
    const { recovery } = fieldsOf(header['roster']);
    return { own, receiver: 'recovery', box: fieldsOf(fieldsOf(recovery)['vaultKey']) };
  }
  const officer = officerOf(header, way.officer);
  const secrets = await openSlot(header, officer, way);
  requireTrusted(header, trustIn(secrets));
  return { own: secrets.subarray(0, 32), receiver: textOf(officer['id']), box: fieldsOf(officer['vaultKey']) };
}

function sourceKeysOf(header: Fields, { own, receiver }: Opener): Map<number, Buffer> {
  if (header['sources'] === undefined) return new Map();
  const sources = fieldsOf(header['sources']);
  const vaultId = textOf(header['vaultId']);
  const said = canonical({ ...without(sources, 'signedBy', 'signature', 'boxes'), vaultId });
  if (!signed('sources', keyOf(sources['signedBy']), Buffer.from(said), base64Of(sources['signature'])))
    throw new Error('the key of sources is forged');
  const box =
    receiver === 'recovery'
      ? sources['recovery']
      : listOf(sources['boxes'])
          .map(fieldsOf)
          .find(({ officerId }) => officerId === receiver);
  if (box === undefined) return new Map();
  const epoch = numberOf(sources['epoch']);
  const key = openBox(own, fieldsOf(box), `sinergi/1/source-key/${vaultId}/${String(epoch)}/${receiver}`);
  const purpose = (name: string): Buffer => derive(key, Buffer.alloc(0), `sinergi/1/source/${name}`);
  if (!purpose('commitment').equals(base64Of(sources['commitment']))) throw new Error('another key of sources');
  const older = listOf(sources['ring'])
    .map(fieldsOf)
    .map((entry): [number, Buffer] => {
      const binding = `sinergi/1/source-key/${vaultId}/${String(numberOf(entry['epoch']))}`;
      return [numberOf(entry['epoch']), unseal(purpose('ring'), base64Of(entry['sealed']), Buffer.from(binding))];
    });
  return new Map([...older, [epoch, key]]);
}

/** What a record of `sources` or `sourceContacts` says, to whom it opens. */
export function openSealed(keys: Keys, vaultId: string, collection: string, record: Fields): unknown {
  const sealed = fieldsOf(record['sealed']);
  const epoch = numberOf(sealed['epoch']);
  const key = keys.sourceKeys.get(epoch);
  if (key === undefined) return undefined;
  const content = derive(key, Buffer.alloc(0), 'sinergi/1/source/content');
  const binding = `sinergi/1/source/${vaultId}/${collection}/${textOf(record['id'])}/${String(epoch)}`;
  return parseJson(unseal(content, base64Of(sealed['content']), Buffer.from(binding)));
}

export async function openKeys(header: Fields, way: Way): Promise<Keys> {
  const vaultId = textOf(header['vaultId']);
  const opener = await openerOf(header, way);
  const keyEpoch = numberOf(fieldsOf(header['roster'])['keyEpoch']);
  const vaultKey = openBox(
    opener.own,
    opener.box,
    `sinergi/1/vault-key/${vaultId}/${String(keyEpoch)}/${opener.receiver}`,
  );
  const purpose = (name: string): Buffer => derive(vaultKey, Buffer.alloc(0), `sinergi/1/${name}`);
  const content = canonical(without(header, 'checksum', 'mac'));
  const mac = createHmac('sha256', purpose('header-mac')).update(content).digest();
  if (!mac.equals(base64Of(header['mac']))) throw new Error('the header is forged');
  const ring = listOf(header['ring']).map(fieldsOf);
  const dataKeys = ring.map(({ epoch, sealed }): [number, Buffer] => [
    numberOf(epoch),
    unseal(purpose('ring'), base64Of(sealed), Buffer.from(`sinergi/1/data-key/${vaultId}/${String(numberOf(epoch))}`)),
  ]);
  const directory = unseal(
    purpose('directory'),
    base64Of(header['directory']),
    Buffer.from(`sinergi/1/directory/${vaultId}`),
  );
  return {
    dataKeys: new Map(dataKeys),
    names: fieldsOf(parseJson(directory)),
    sourceKeys: sourceKeysOf(header, opener),
  };
}

export const fileKey = (dataKey: Uint8Array, salt: Uint8Array, kind: string, vaultId: string): Buffer =>
  derive(dataKey, salt, `sinergi/1/file/${kind}/${vaultId}`);
