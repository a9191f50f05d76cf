import { StillhouseError } from '../../../src/core/error.ts';

/**
 * What went wrong between here and a host, in words: unknown name, refused or cut connection, certificate. `undefined`
 * when the error is not one of the network. `where` names the host.
 */
export function networkError(error: unknown, where: string): StillhouseError | undefined {
  const code = systemCodes(error).find((found) => found !== '');
  if (code === undefined) return isTimeout(error) ? silent(where, error) : undefined;
  const cause = error;
  switch (code) {
    case 'ENOTFOUND':
      return new StillhouseError('destination-unreachable', `There is no host ${where}.`, {
        remedy: 'Check the spelling, and whether this computer is online.',
        cause,
      });
    case 'EAI_AGAIN':
      return new StillhouseError('destination-unreachable', `The name ${where} could not be looked up.`, {
        remedy: 'Check whether this computer is online.',
        cause,
      });
    case 'ECONNREFUSED':
      return new StillhouseError('destination-unreachable', `${where} refuses the connection.`, {
        remedy: 'Check host and port, and whether the service runs.',
        cause,
      });
    case 'ECONNRESET':
    case 'ECONNABORTED':
    case 'EPIPE':
    case 'ERR_STREAM_PREMATURE_CLOSE':
      return new StillhouseError('destination-unreachable', `The connection to ${where} was cut.`, {
        remedy: 'Resume the send when the connection is stable.',
        cause,
      });
    case 'ENETUNREACH':
    case 'EHOSTUNREACH':
    case 'ENETDOWN':
    case 'EHOSTDOWN':
      return new StillhouseError('destination-unreachable', `There is no way to ${where} from this network.`, {
        remedy: 'Connect to the network the host is in.',
        cause,
      });
    case 'ETIMEDOUT':
    case 'ESOCKETTIMEDOUT':
      return silent(where, cause);
    default:
      return isTlsCode(code) ? tlsError(where, code, cause) : undefined;
  }
}

function silent(where: string, cause: unknown): StillhouseError {
  return new StillhouseError('destination-unreachable', `${where} does not answer.`, {
    remedy: 'Check host and port, and whether a firewall lies between.',
    cause,
  });
}

function tlsError(where: string, code: string, cause: unknown): StillhouseError {
  if (code === 'EPROTO' || code.startsWith('ERR_SSL')) {
    return new StillhouseError('destination-tls', `${where} does not speak TLS as expected.`, {
      remedy: 'Check the port, and whether the address should begin with http instead of https.',
      technical: code,
      cause,
    });
  }
  const expired = code === 'CERT_HAS_EXPIRED' ? 'has expired' : undefined;
  const otherName = code === 'ERR_TLS_CERT_ALTNAME_INVALID' ? 'is for another name' : undefined;
  const problem = expired ?? otherName ?? 'is not signed by anyone this computer trusts';
  return new StillhouseError('destination-tls', `The certificate of ${where} ${problem}.`, {
    remedy: 'Ask whoever runs the service for a valid certificate, or check the address.',
    technical: code,
    cause,
  });
}

function isTlsCode(code: string): boolean {
  return /^(CERT_|ERR_TLS|ERR_SSL|EPROTO$|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH|INVALID_CA)/.test(code);
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}

/** The codes of an error, of its causes, and of the errors it gathers. */
function systemCodes(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error && typeof error.code === 'string' && isSystemCode(error.code) ? [error.code] : [];
  const gathered = error instanceof AggregateError ? error.errors.flatMap(systemCodes) : [];
  return [...own, ...gathered, ...systemCodes(error.cause)];
}

function isSystemCode(code: string): boolean {
  return /^[A-Z][A-Z0-9_]+$/.test(code) && code !== 'REQUEST_SEND_ERROR';
}
