/** Where a command's words go. */
export interface Terminal {
  /** Writes a part of the result to standard output; resolves when it has been taken. Rejects with `OutputClosed`. */
  print(text: string): Promise<void>;
  /** Writes a message to standard error. */
  tell(message: string): void;
}

/** The program that read the output has ended, as `head` does: nothing more is wanted. */
export class OutputClosed extends Error {}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  stdout.on('error', () => undefined); // each write hears of it
  return {
    print: (text) =>
      new Promise((resolve, reject) => {
        stdout.write(text, (error) => {
          if (error == null) resolve();
          else reject('code' in error && error.code === 'EPIPE' ? new OutputClosed() : error);
        });
      }),
    tell(message) {
      stderr.write(`${message}\n`);
    },
  };
}
