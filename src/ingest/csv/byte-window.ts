/** Bytes that were read and not yet consumed, in one piece. Those that lie before `start` are done with. */
export interface ByteWindow {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly start: number;
  readonly end: number;
  append(chunk: Uint8Array<ArrayBuffer>): void;
  /** Declares the bytes before a position done. */
  consumeTo(position: number): void;
}

const smallest = 1 << 16;

/** Takes a chunk over as it is when nothing is left of the one before, and copies otherwise. */
export function createByteWindow(): ByteWindow {
  let own = new Uint8Array(smallest);
  let bytes = own;
  let start = 0;
  let end = 0;

  const moveToOwn = (extra: number) => {
    const left = end - start;
    if (own.length < left + extra) {
      const larger = new Uint8Array(2 * (left + extra));
      larger.set(bytes.subarray(start, end));
      own = larger;
    } else if (bytes === own) {
      own.copyWithin(0, start, end);
    } else {
      own.set(bytes.subarray(start, end));
    }
    bytes = own;
    start = 0;
    end = left;
  };

  return {
    get bytes() {
      return bytes;
    },
    get start() {
      return start;
    },
    get end() {
      return end;
    },
    append(chunk) {
      if (start === end) {
        bytes = chunk;
        start = 0;
        end = chunk.length;
        return;
      }
      if (bytes !== own || own.length - end < chunk.length) moveToOwn(chunk.length);
      own.set(chunk, end);
      end += chunk.length;
    },
    consumeTo(position) {
      start = position;
    },
  };
}
