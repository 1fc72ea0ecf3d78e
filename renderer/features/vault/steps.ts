/** Where an officer is before the gate. */
export type Step =
  | { readonly kind: 'welcome' }
  | { readonly kind: 'create' }
  | { readonly kind: 'unlock'; readonly folder: string }
  | { readonly kind: 'restore' }
  | { readonly kind: 'activate'; readonly folder: string }
  | { readonly kind: 'recover'; readonly folder: string | null };
