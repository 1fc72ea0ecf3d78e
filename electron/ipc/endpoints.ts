import type { z } from 'zod';
import { type ChannelName, contract, type Handlers } from '../../shared/contract.ts';
import type { Channel } from '../../shared/contract/channel.ts';
import type { Verb } from '../../shared/domain/access.ts';
import { SinergiError } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';

export interface EndpointOptions {
  readonly handlers: Handlers;
  /** @throws SinergiError `locked`, `not-allowed` */
  require(verb: Verb): void;
  onFailure(channel: ChannelName, error: unknown): void;
  /** Answers are checked against the contract too: everywhere but in the release. */
  readonly checkAnswers: boolean;
}

export interface Endpoint {
  run(input: unknown): Promise<Result<unknown>>;
}

export const failure = (error: SinergiError): Result<never> => ({
  ok: false,
  error: { code: error.code, ...(error.details === undefined ? {} : { details: error.details }) },
});

/** Where the input is wrong and how, never what it was: a passphrase may be among it. */
function invalidInput(error: z.ZodError): SinergiError {
  const fields = error.issues.map((issue) => `${issue.path.map(String).join('.')}: ${issue.code}`);
  return new SinergiError('invalid-input', { fields });
}

function refusalOf(verb: Verb, options: EndpointOptions): Result<never> | undefined {
  try {
    options.require(verb);
    return undefined;
  } catch (error) {
    if (error instanceof SinergiError) return failure(error);
    throw error;
  }
}

function endpointFor(name: ChannelName, options: EndpointOptions): Endpoint {
  const channel: Channel<z.ZodType, z.ZodType> = contract[name];
  const handle: (input: never) => Promise<unknown> = options.handlers[name];
  return {
    async run(raw) {
      // Refused before the input is looked at.
      if (channel.access !== 'open') {
        const refusal = refusalOf(channel.access, options);
        if (refusal !== undefined) return refusal;
      }
      const input = channel.input.safeParse(raw);
      if (!input.success) return failure(invalidInput(input.error));
      try {
        // Handlers derives each parameter from the schema that has just parsed it; a loop over names loses that tie.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        const value = await handle(input.data as never);
        if (options.checkAnswers) channel.output.parse(value);
        return { ok: true, value };
      } catch (error) {
        if (error instanceof SinergiError) return failure(error);
        options.onFailure(name, error);
        return failure(new SinergiError('internal'));
      }
    },
  };
}

function isChannelName(name: string): name is ChannelName {
  return Object.hasOwn(contract, name);
}

/** What answers each name of the contract: who may ask is checked, then what is asked, then it is done. */
export function createEndpoints(options: EndpointOptions): ReadonlyMap<unknown, Endpoint> {
  const names = Object.keys(contract).filter(isChannelName);
  return new Map(names.map((name) => [name, endpointFor(name, options)]));
}
