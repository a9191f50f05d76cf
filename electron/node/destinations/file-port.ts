/** A file being written from some place on. */
export interface PartWriter {
  write(bytes: Uint8Array): Promise<void>;
  /** Answers when everything written is there to stay. */
  close(): Promise<void>;
}

/** A tree of files that couriers fill: this machine's, or one reached by SFTP. Paths are absolute at that place. */
export interface FilePort {
  /** Bytes of a file; `undefined` when there is none. */
  size(path: string): Promise<number | undefined>;
  /** Makes the folder of a path and those above it. */
  makeFolderOf(path: string): Promise<void>;
  read(path: string): AsyncIterable<Uint8Array>;
  /** Opens a file for writing at `position`, making it where there is none, and cuts off what is behind. */
  write(path: string, position: number): Promise<PartWriter>;
  /** Gives a file its name. Throws `destination-conflict` when that name is taken. */
  rename(from: string, to: string): Promise<void>;
  /** Gives a file its name, in one step in the place of another. */
  replace(from: string, to: string): Promise<void>;
  /** Does nothing when there is no such file. */
  remove(path: string): Promise<void>;
  close(): Promise<void>;
}
