import fs from 'node:fs/promises';

/** Reads exactly `length` bytes of a sealed file. Throws when it ends earlier. */
export async function readPart(path: string, position: number, length: number): Promise<Buffer> {
  const handle = await fs.open(path, 'r');
  try {
    const bytes = Buffer.allocUnsafe(length);
    let done = 0;
    while (done < length) {
      const { bytesRead } = await handle.read(bytes, done, length - done, position + done);
      if (bytesRead === 0) throw new Error(`${path} ends at ${position + done} bytes.`);
      done += bytesRead;
    }
    return bytes;
  } finally {
    await handle.close();
  }
}
