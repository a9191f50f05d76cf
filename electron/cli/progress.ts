/** Shows progress on standard error, on one line where it is a terminal; nothing where it is not. */
export function createProgressLine(): { show(text: string): void; end(): void } {
  const { stderr } = process;
  let last = 0;
  return {
    show(text) {
      const now = Date.now();
      if (!stderr.isTTY || now - last < 100) return;
      last = now;
      stderr.write(`\r\x1b[K${text}`);
    },
    end() {
      if (stderr.isTTY) stderr.write('\r\x1b[K');
    },
  };
}
