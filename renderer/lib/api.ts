import {
  keepPreviousData,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useIsMutating,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { ChannelName, EventName, EventPayload, Input, Output } from '../../shared/contract.ts';
import { SinergiError } from '../../shared/errors.ts';

/** Asks the main process; its refusal comes as a `SinergiError`. */
export async function call<N extends ChannelName>(name: N, input: Input<N>): Promise<Output<N>> {
  const result = await window.sinergi.call(name, input);
  if (result.ok) return result.value;
  throw new SinergiError(result.error.code, result.error.details);
}

/**
 * Answers stay good until the vault says that something changed. Without `networkMode: always` a workstation that is
 * plugged into nothing would have every question wait for a network.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, refetchOnWindowFocus: false, networkMode: 'always', staleTime: Number.POSITIVE_INFINITY },
    mutations: { retry: false, networkMode: 'always', gcTime: 0 },
  },
});

interface CallOptions {
  readonly enabled?: boolean;
  /** Shows the last answer until the next one is there: for a list that narrows, never for one record. */
  readonly keepPrevious?: boolean;
}

export function useCall<N extends ChannelName>(
  name: N,
  input: Input<N>,
  { enabled = true, keepPrevious = false }: CallOptions = {},
): UseQueryResult<Output<N>> {
  return useQuery({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

/** What is shown follows a change by itself, through `vault.changed`. */
export function useChange<N extends ChannelName>(name: N): UseMutationResult<Output<N>, Error, Input<N>> {
  return useMutation({ mutationKey: [name], mutationFn: (input: Input<N>) => call(name, input) });
}

/** Whether any page has asked for this change and is still waiting. */
export const useUnderWay = (name: ChannelName): boolean => useIsMutating({ mutationKey: [name] }) > 0;

/** Listens to the main process for as long as the component is there. */
export function useEvent<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): void {
  const current = useEffectEvent(listener);
  useEffect(() => window.sinergi.on(name, (payload) => current(payload)), [name]);
}
