import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { FileStore } from "./file-store";

export interface S3Settings {
  bucket: string;
  region: string;
  /** The address of an S3 that is not Amazon's. */
  endpoint?: string | undefined;
  /** Without them, the machine's own role or the usual AWS_ settings count. */
  credentials?: { accessKeyId: string; secretAccessKey: string } | undefined;
}

/** Files in a bucket, which every node reaches: they need no disk in common. */
export function openS3Store({ bucket: Bucket, endpoint, ...settings }: S3Settings): FileStore {
  const client = new S3Client({
    ...settings,
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    requestHandler: { connectionTimeout: 3000, requestTimeout: 10_000 },
    // Other stores than Amazon's do not know the newer checksums; the connection and `ContentLength` guard the bytes.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  return {
    async put(id, Body) {
      await reach(() => client.send(new PutObjectCommand({ Bucket, Key: id, Body, ContentLength: Body.length })));
    },
    async get(id) {
      const { Body } = await reach(() => client.send(new GetObjectCommand({ Bucket, Key: id })));
      return Buffer.from(await Body!.transformToByteArray());
    },
    async remove(id) {
      await reach(() => client.send(new DeleteObjectCommand({ Bucket, Key: id })));
    },
  };
}

/** A store that cannot be reached is a fault of storage, as a disk's is. */
async function reach<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    throw Object.assign(new Error("The file store did not answer as it should.", { cause }), { code: "EIO" });
  }
}
