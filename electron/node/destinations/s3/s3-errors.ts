import { S3ServiceException } from '@aws-sdk/client-s3';
import { cancelledError } from '../../../../src/core/cancel.ts';
import { StillhouseError } from '../../../../src/core/error.ts';
import { clockError } from '../clock-skew.ts';
import { networkError } from '../network-errors.ts';

/** What an error of the S3 library means, in words. */
export interface S3Place {
  readonly bucket: string;
  /** Host of the service. */
  readonly where: string;
  /** What this computer takes for the time. */
  readonly now: Date;
}

/** True when the service says that there is no such object or upload. */
export function isMissingObject(error: unknown): boolean {
  return error instanceof S3ServiceException && ['NoSuchKey', 'NotFound', 'NoSuchUpload', '404'].includes(error.name);
}

/** True when the answer had no words, as an answer to HEAD has none, and says no. */
export function isWordlessRefusal(error: unknown): boolean {
  return (
    error instanceof S3ServiceException &&
    statusOf(error) === 403 &&
    ['Forbidden', '403', 'UnknownError', 'Unknown'].includes(error.name)
  );
}

export function describeS3Error(error: unknown, place: S3Place): Error {
  if (error instanceof StillhouseError) return error;
  if (error instanceof Error && error.name === 'AbortError') return cancelledError();
  if (error instanceof S3ServiceException) return describeAnswer(error, place);
  return networkError(error, place.where) ?? other(error, place);
}

const wrongKeys: Readonly<Partial<Record<string, string>>> = {
  SignatureDoesNotMatch: 'does not accept the secret access key',
  InvalidAccessKeyId: 'does not know the access key ID',
  ExpiredToken: 'says that the session token has expired',
  InvalidToken: 'does not accept the session token',
  TokenRefreshRequired: 'says that the session token has expired',
};

function describeAnswer(cause: S3ServiceException, place: S3Place): StillhouseError {
  const { bucket, where } = place;
  const status = statusOf(cause);
  const skew = status === 403 ? clockError(cause.$response?.headers.date, place.now, where) : undefined;
  if (skew !== undefined) return skew;
  const technical = `${cause.name}: ${cause.message}`;
  const wrongKey = wrongKeys[cause.name];
  if (wrongKey !== undefined) {
    const remedy = 'Enter the access key ID and the secret again.';
    return new StillhouseError('destination-credentials', `${where} ${wrongKey}.`, { remedy, technical, cause });
  }
  switch (cause.name) {
    case 'RequestTimeTooSkewed':
    case 'RequestExpired':
      return new StillhouseError(
        'destination-clock',
        `${where} refuses the signature because this computer’s clock is too far from its own.`,
        { remedy: 'Set the date and time of this computer, then try again.', technical, cause },
      );
    case 'NoSuchBucket':
    case 'InvalidBucketName':
      return new StillhouseError('destination-missing', `There is no bucket “${bucket}” at ${where}.`, {
        remedy: 'Check its name and region, or create it.',
        technical,
        cause,
      });
    case 'PermanentRedirect':
    case 'AuthorizationHeaderMalformed':
    case 'IllegalLocationConstraintException':
      return new StillhouseError('destination-invalid', `The bucket “${bucket}” is in another region.`, {
        remedy: 'Correct the region of the destination.',
        technical,
        cause,
      });
    case 'QuotaExceeded':
    case 'EntityTooLarge':
      return new StillhouseError('destination-full', `The bucket “${bucket}” at ${where} takes no more.`, {
        technical,
        cause,
      });
  }
  if (status === 507) {
    return new StillhouseError('destination-full', `${where} has no space left.`, { technical, cause });
  }
  if (status === 401 || status === 403) {
    const remedy = 'Let the key read, list and write objects there.';
    const message = `The key may not do this in the bucket “${bucket}” at ${where}.`;
    return new StillhouseError('destination-permission', message, { remedy, technical, cause });
  }
  if (status >= 500 || status === 429 || passing.has(cause.name)) {
    return new StillhouseError('destination-busy', `${where} could not take the request just now (${status}).`, {
      remedy: 'Resume the send in a while.',
      technical,
      cause,
    });
  }
  return other(cause, place);
}

/** Transfers that were damaged or too slow: worth another try. */
const passing: ReadonlySet<string> = new Set(['RequestTimeout', 'SlowDown', 'BadDigest', 'XAmzContentSHA256Mismatch']);

function statusOf(error: S3ServiceException): number {
  return error.$metadata.httpStatusCode ?? 0;
}

function other(error: unknown, { bucket, where }: S3Place): StillhouseError {
  return new StillhouseError('destination-refused', `${where} refused the request for the bucket “${bucket}”.`, {
    technical: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    cause: error,
  });
}
