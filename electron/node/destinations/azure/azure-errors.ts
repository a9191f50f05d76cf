import { RestError } from '@azure/storage-blob';
import { cancelledError } from '../../../../src/core/cancel.ts';
import { StillhouseError } from '../../../../src/core/error.ts';
import { clockError } from '../clock-skew.ts';
import { networkError } from '../network-errors.ts';

export interface AzurePlace {
  readonly container: string;
  /** Host of the account. */
  readonly where: string;
  /** What this computer takes for the time. */
  readonly now: Date;
}

/** True when the service says that there is no such blob. */
export function isMissingBlob(error: unknown): boolean {
  return error instanceof RestError && error.statusCode === 404 && codeOf(error) !== 'ContainerNotFound';
}

/** True when the answer had no words, as an answer to HEAD may have none, and says no. */
export function isWordlessRefusal(error: unknown): boolean {
  return error instanceof RestError && error.statusCode === 403 && codeOf(error) === '';
}

/** True when a blob took the name since it was last looked for. */
export function isTakenName(error: unknown): boolean {
  return error instanceof RestError && ['BlobAlreadyExists', 'ConditionNotMet'].includes(codeOf(error));
}

/** What an error of the Azure library means, in words. */
export function describeAzureError(error: unknown, place: AzurePlace): Error {
  if (error instanceof StillhouseError) return error;
  if (error instanceof Error && error.name === 'AbortError') return cancelledError();
  if (error instanceof RestError && error.statusCode !== undefined) return describeAnswer(error, place);
  return networkError(error, place.where) ?? other(error, place);
}

function describeAnswer(cause: RestError, place: AzurePlace): StillhouseError {
  const { container, where } = place;
  const status = cause.statusCode ?? 0;
  const code = codeOf(cause);
  const technical = `${code} (${status})`;
  const refused = status === 401 || status === 403;
  const skew = refused ? clockError(cause.response?.headers.get('date'), place.now, where) : undefined;
  if (skew !== undefined) return skew;
  if (status === 401 || code === 'AuthenticationFailed' || code === 'AuthorizationFailure') {
    const message = `${where} does not accept the account key.`;
    const remedy =
      'Enter the account and its key, or the connection string, again; a firewall of the account may also refuse.';
    return new StillhouseError('destination-credentials', message, { remedy, technical, cause });
  }
  if (refused) {
    const message = `The key may not do this in the container “${container}” at ${where}.`;
    const remedy = 'Let it read, list, write and delete blobs there.';
    return new StillhouseError('destination-permission', message, { remedy, technical, cause });
  }
  if (code === 'ContainerNotFound' || status === 404) {
    return new StillhouseError('destination-missing', `There is no container “${container}” at ${where}.`, {
      remedy: 'Check its name, or create it.',
      technical,
      cause,
    });
  }
  if (status >= 500 || status === 429 || status === 408 || code === 'Md5Mismatch') {
    return new StillhouseError('destination-busy', `${where} could not take the request just now (${status}).`, {
      remedy: 'Resume the send in a while.',
      technical,
      cause,
    });
  }
  return other(cause, place);
}

function codeOf(error: RestError): string {
  return error.code ?? '';
}

function other(error: unknown, { container, where }: AzurePlace): StillhouseError {
  return new StillhouseError('destination-refused', `${where} refused the request for the container “${container}”.`, {
    technical: error instanceof RestError ? `${codeOf(error)} (${error.statusCode ?? ''})` : String(error),
    cause: error,
  });
}
