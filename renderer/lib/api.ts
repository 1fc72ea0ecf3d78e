import { QueryClient, type UseMutationResult, type UseQueryResult, useMutation, useQuery } from '@tanstack/react-query';
import type { ChannelName, Input, Output } from '../../shared/contract.ts';
import { SinergiError } from '../../shared/errors.ts';

/** Asks the main process; its refusal comes as a `SinergiError`. */
export async function call<N extends ChannelName>(name: N, input: Input<N>): Promise<Output<N>> {
  const result = await window.sinergi.call(name, input);
  if (result.ok) return result.value;
  throw new SinergiError(result.error.code, result.error.details);
}

/** Answers stay good until the vault says that something changed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, refetchOnWindowFocus: false, networkMode: 'always', staleTime: Number.POSITIVE_INFINITY },
    mutations: { retry: false, networkMode: 'always' },
  },
});

export function useCall<N extends ChannelName>(
  name: N,
  input: Input<N>,
  options: { readonly enabled?: boolean } = {},
): UseQueryResult<Output<N>> {
  return useQuery({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    enabled: options.enabled ?? true,
    placeholderData: (previous) => previous,
  });
}

export function useChange<N extends ChannelName>(name: N): UseMutationResult<Output<N>, Error, Input<N>> {
  return useMutation({ mutationFn: (input: Input<N>) => call(name, input) });
}
