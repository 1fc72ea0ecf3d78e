/** What sort of thing was found; decides which indicator counts it. */
export const findKinds = ['drug', 'phone', 'weapon', 'money', 'other'] as const;
export type FindKind = (typeof findKinds)[number];

const words: readonly (readonly [FindKind, RegExp])[] = [
  [
    'drug',
    /\b(?:sabu|shabu|ganja|heroin|kokain|ekstasi|extasy|ecstasy|inex|narkotika|narkoba|psikotropika|obat|pil|tembakau (?:gorila|sintetis)|sinte|metamfetamin|methamphetamine|cannabis|drugs?)\b/iu,
  ],
  [
    'phone',
    /\b(?:hp|handphone|hand phone|telepon|ponsel|smartphone|android|iphone|sim|simcard|kartu perdana|charger|pengisi daya|power ?bank|modem|headset|earphone|phones?)\b/iu,
  ],
  ['weapon', /\b(?:senjata|sajam|pisau|pedang|parang|golok|celurit|badik|besi|gunting|silet|knife|weapon|blade)\b/iu],
  ['money', /\b(?:uang|rupiah|rp|cash|money|atm)\b/iu],
];

/** By the words of Indonesian and English registers; `other` when none is known. */
export const findKindOf = (written: string): FindKind => words.find(([, word]) => word.test(written))?.[0] ?? 'other';
