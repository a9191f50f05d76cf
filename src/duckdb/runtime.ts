import type { Runtime } from './bindings.ts';
import type { FileStore, StoredFile } from './file-store.ts';
import { parseOpenFlags } from './open-flags.ts';
import { createScalarCall, type ScalarCall } from './scalar-functions.ts';
import { callForText, failInEngine, textFrom, type WasmModule } from './wasm-module.ts';

/**
 * The file system that the engine sees, over one `FileStore`. It replaces the runtimes that duckdb-wasm ships, because those
 * lose committed rows after a checkpoint (the log is never removed), cannot spill, and in Node read any path.
 */
export interface EngineRuntime {
  readonly runtime: Runtime;
  /** Receives the progress of the statement being polled, 0…1. */
  onProgress: (fraction: number) => void;
}

interface OpenHandle {
  readonly name: string;
  readonly file: StoredFile;
}

/** `file.dataProtocol` of a plain path; any other (http, s3) is a request to leave the machine. */
/** The protocol of a file that is found by its path alone, as all of ours are. */
export const plainPath = 1;

export function createRuntime(store: FileStore, callScalarUDF: ScalarCall = createScalarCall([])): EngineRuntime {
  const handles = new Map<number, OpenHandle>();
  const logWriters = new Map<string, number>();

  const fileInfo = (module: WasmModule, fileId: number) => {
    const text = callForText(module, 'duckdb_web_fs_get_file_info_by_id', ['number', 'number'], [fileId, 0]);
    return JSON.parse(text) as { readonly fileName: string; readonly dataProtocol: number }; // written by the engine
  };

  const open = (module: WasmModule, fileId: number, bits: number): number => {
    const { fileName: name, dataProtocol } = fileInfo(module, fileId);
    if (dataProtocol !== plainPath) throw new Error(offlineMessage(name));
    const flags = parseOpenFlags(bits);
    if (flags.nullIfPresent && store.exists(name)) return 0;
    const opened = store.open(name, { create: flags.create, writable: flags.write });
    if (opened === undefined) {
      if (flags.nullIfMissing) return 0;
      throw new Error(`No file named "${name}" was chosen.`);
    }
    handles.get(fileId)?.file.close();
    if (flags.truncate) opened.truncate(0);
    const file = flags.append && name.endsWith('.wal') ? openLog(name, fileId, opened) : opened;
    handles.set(fileId, { name, file });
    const result = module._malloc(3 * 8);
    module.HEAPF64.set([file.size(), 0, 0], result >>> 3);
    return result;
  };

  /**
   * A log opened under a new file id means that the engine took the one before it for removed. A log that was there before
   * the database was opened is continued behind its end, where the engine itself would start again at 0.
   */
  const openLog = (name: string, fileId: number, file: StoredFile): StoredFile => {
    const writer = logWriters.get(name);
    logWriters.set(name, fileId);
    if (writer !== undefined) {
      file.truncate(0);
      return file;
    }
    const end = file.size();
    return { ...file, write: (source, position) => file.write(source, end + position) };
  };

  const handle = (fileId: number): StoredFile => {
    const found = handles.get(fileId);
    if (found === undefined) throw new Error('The engine used a file that is not open.');
    return found.file;
  };

  /** Runs `work` and turns what it throws into an error inside the engine. */
  const guard = <Result>(module: WasmModule, work: () => Result): Result => {
    let message: string;
    try {
      return work();
    } catch (error) {
      message = error instanceof Error ? error.message : String(error);
    }
    return failInEngine(module, message);
  };

  const isOpen = (name: string) => [...handles.values()].some((open) => open.name === name);

  const state: EngineRuntime = {
    onProgress: () => undefined,
    runtime: {
      _files: new Map(),
      _udfFunctions: new Map(),
      testPlatformFeature: () => true,
      getDefaultDataProtocol: () => plainPath,
      openFile: (module, fileId, flags) => guard(module, () => open(module, fileId, flags)),
      syncFile: (module, fileId) => {
        guard(module, () => {
          handle(fileId).flush();
        });
      },
      closeFile: (module, fileId) => {
        guard(module, () => {
          handles.get(fileId)?.file.close();
          handles.delete(fileId);
        });
      },
      dropFile: () => undefined,
      getLastFileModificationTime: () => 0,
      truncateFile: (module, fileId, size) => {
        guard(module, () => {
          handle(fileId).truncate(size);
        });
      },
      readFile: (module, fileId, buffer, bytes, position) =>
        guard(module, () => handle(fileId).read(module.HEAPU8.subarray(buffer, buffer + bytes), position)),
      writeFile: (module, fileId, buffer, bytes, position) =>
        guard(module, () => handle(fileId).write(module.HEAPU8.subarray(buffer, buffer + bytes), position)),
      glob: (module, pointer, length) => {
        const pattern = textFrom(module, pointer, length);
        for (const name of store.glob(pattern)) {
          module.ccall('duckdb_web_fs_glob_add_path', null, ['string'], [name]);
        }
      },
      checkFile: (module, pointer, length) => {
        const name = textFrom(module, pointer, length);
        if (name.endsWith('.wal') && logWriters.has(name) && !isOpen(name)) {
          // The engine asks this right before it removes a checkpointed log, and then never calls removeFile.
          store.remove(name);
          logWriters.delete(name);
        }
        return store.exists(name);
      },
      removeFile: (module, pointer, length) => {
        store.remove(textFrom(module, pointer, length));
      },
      moveFile: (module) => failInEngine(module, 'Files cannot be renamed from SQL.'),
      checkDirectory: (module, pointer, length) => store.isDirectory(textFrom(module, pointer, length)),
      createDirectory: () => undefined,
      removeDirectory: () => undefined,
      listDirectoryEntries: () => false,
      progressUpdate: (_done, percentage) => {
        state.onProgress(percentage / 100);
      },
      callScalarUDF,
    },
  };
  return state;
}

function offlineMessage(name: string): string {
  return `Stillhouse works offline and does not read "${name}". Download the file and import it.`;
}
