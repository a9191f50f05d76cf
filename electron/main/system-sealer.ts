import { safeStorage } from 'electron';
import type { Sealer } from '../node/host/sealer.ts';

/** The calls that every Electron we run on has; the oldest does not tell where it keeps keys. */
interface KeyStore {
  isEncryptionAvailable(): boolean;
  getSelectedStorageBackend?(): string;
  encryptString(text: string): Uint8Array;
  decryptString(bytes: Buffer): string;
}

/**
 * The key store of the operating system, where there is one: Keychain, DPAPI, or a Linux key ring. `undefined` where
 * Electron would only scramble with a fixed password. Call it when the app is ready.
 */
export function systemSealer(): Sealer | undefined {
  const store: KeyStore = safeStorage;
  if (!store.isEncryptionAvailable()) return undefined;
  const place = store.getSelectedStorageBackend?.() ?? 'unknown';
  if (process.platform === 'linux' && ['basic_text', 'unknown'].includes(place)) return undefined;
  return {
    kind: 'system',
    words: 'Secrets are encrypted with a key that your operating system keeps for you while you are signed in.',
    seal: (text) => store.encryptString(text),
    open: (bytes) => store.decryptString(Buffer.from(bytes)),
  };
}
