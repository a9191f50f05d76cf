import { StillhouseError } from '../../../../src/core/error.ts';
import type { OutgoingFile } from '../courier.ts';
import type { HookOutcome } from './request.ts';

/** A gateway that gave up waiting does not know what the endpoint did: such an answer is none. */
const gateways: ReadonlySet<number> = new Set([502, 504]);

/** True for an answer by which the endpoint itself says that it did not take the request. */
export function isRefusal(status: number): boolean {
  return !gateways.has(status);
}

/** The error of an answer that is not a success. */
export function answerError(
  {
    status,
    words,
    retryAfterMs,
  }: Pick<Extract<HookOutcome, { readonly kind: 'answered' }>, 'status' | 'words' | 'retryAfterMs'>,
  where: string,
): StillhouseError {
  const technical = words === '' ? `HTTP ${status}` : `HTTP ${status}: ${words}`;
  if (status === 401 || status === 403) {
    const remedy = 'Check the secret headers of the destination.';
    return new StillhouseError('destination-credentials', `${where} refuses the credentials (${status}).`, {
      remedy,
      technical,
    });
  }
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    const wait = retryAfterMs === undefined ? undefined : Math.ceil(retryAfterMs / 1000);
    const remedy = wait === undefined ? 'Resume the send in a while.' : `It asks to be left alone for ${wait} s.`;
    return new StillhouseError('destination-busy', `${where} could not take the request just now (${status}).`, {
      remedy,
      technical,
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    });
  }
  if (status === 404 || status === 410) {
    const remedy = 'Check the address of the destination.';
    return new StillhouseError('destination-missing', `${where} knows no such address (${status}).`, {
      remedy,
      technical,
    });
  }
  if (status >= 300 && status < 400) {
    const remedy = 'Enter the address it leads to: redirects are not followed.';
    return new StillhouseError('destination-refused', `${where} leads elsewhere (${status}).`, { remedy, technical });
  }
  const remedy = 'Check what the endpoint expects; if this status means success, add it to the destination.';
  return new StillhouseError('destination-refused', `${where} did not accept the request (${status}).`, {
    remedy,
    technical,
  });
}

/** The error of a request whose answer was lost: nobody here knows whether it was taken. */
export function unknownError(file: OutgoingFile, batch: number, where: string, cause?: unknown): StillhouseError {
  return new StillhouseError(
    'send-unknown',
    `${where} did not answer request ${batch + 1} of “${file.name}”: it may have been taken or not.`,
    {
      remedy: 'Look there; then repeat the request, or cancel the send.',
      cause,
    },
  );
}
