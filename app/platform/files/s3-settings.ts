import { z } from "zod";
import type { S3Settings } from "./s3-store.server";

/** The settings of a bucket for residents' files. */
export const s3Settings = {
  S3_BUCKET: z.string().optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/, error: "a web address, such as https://s3.example.gov.uk" }).optional(),
  S3_REGION: z.string().default("eu-west-2"),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
};
type Settings = z.output<z.ZodObject<typeof s3Settings>>;

/** Sentences on what goes together and is there by half. Without its bucket, files would go elsewhere than was meant. */
export function missingOfS3(given: Settings): string[] {
  const together = [
    ["S3_ENDPOINT", "S3_BUCKET"],
    ["S3_ACCESS_KEY_ID", "S3_BUCKET"],
    ["S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"],
    ["S3_SECRET_ACCESS_KEY", "S3_ACCESS_KEY_ID"],
  ] as const;
  return together
    .filter(([one, other]) => given[one] && !given[other])
    .map(([one, other]) => `${other} is missing: set it too, or leave ${one} out.`);
}

export function s3Of(settings: Settings): S3Settings | undefined {
  const { S3_BUCKET: bucket, S3_ENDPOINT: endpoint, S3_REGION: region } = settings;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = settings;
  const credentials = accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined;
  return bucket ? { bucket, region, endpoint, credentials } : undefined;
}
