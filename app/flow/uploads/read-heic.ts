import libheif, { type Plane } from "libheif-js/wasm-bundle.js";
import sharp, { type Sharp } from "sharp";

/**
 * Decodes the main picture of a HEIC file, upright, and hands it on. Its pixels are read where the decoder put them, at
 * three bytes each (four where some of it is see-through): the largest photo of a phone has 50 million, and a copy would
 * take as much again.
 * @throws where the file holds no picture that can be decoded
 */
export async function readHeic<T>(bytes: Uint8Array, use: (picture: Sharp) => Promise<T>): Promise<T> {
  const context = libheif.heif_context_alloc();
  try {
    const { code } = libheif.heif_context_read_from_memory(context, bytes);
    if (code !== libheif.heif_error_code.heif_error_Ok) throw new Error("The HEIC file cannot be read.");
    const { image, channels, depth } = decode(context);
    try {
      return await use(openPlane(channels[0]!, depth));
    } finally {
      libheif.heif_image_release(image);
    }
  } finally {
    libheif.heif_context_free(context);
  }
}

/** Into a single plane: what a pixel has stands beside each other. */
function decode(context: object) {
  const handle = libheif.heif_js_context_get_primary_image_handle(context);
  if ("code" in handle) throw new Error("The HEIC file has no main picture.");
  try {
    const depth = libheif.heif_image_handle_has_alpha_channel(handle) ? 4 : 3;
    const { heif_chroma_interleaved_RGB, heif_chroma_interleaved_RGBA } = libheif.heif_chroma;
    const order = depth === 4 ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB;
    const made = libheif.heif_js_decode_image2(handle, libheif.heif_colorspace.heif_colorspace_RGB, order);
    if ("code" in made) throw new Error("The HEIC picture cannot be decoded.");
    return { ...made, depth } as const;
  } finally {
    libheif.heif_image_handle_release(handle);
  }
}

/** The decoder may leave room at the end of each row, which sharp does not know: the rows are moved up, in place. */
function openPlane({ data, width, height, stride }: Plane, depth: 3 | 4): Sharp {
  const row = width * depth;
  if (stride !== row) for (let y = 1; y < height; y++) data.copyWithin(y * row, y * stride, y * stride + row);
  const pixels = Buffer.from(data.buffer, data.byteOffset, row * height);
  return sharp(pixels, { raw: { width, height, channels: depth }, limitInputPixels: false });
}
