/** Where the files of residents are kept, each by an id that is never used again. */
export interface FileStore {
  /** Keeps a file. It is there for good once this is done, on every node. */
  put(id: string, bytes: Buffer): Promise<void>;
  /** @throws where there is none */
  get(id: string): Promise<Buffer>;
  /** Where there is none, nothing is to be done. */
  remove(id: string): Promise<void>;
}
