import { rule } from "#shared/rules";
import { z } from "zod";
import { MAX_BYTES } from "./encode";

/** An image file in base64. Its content is checked by `encodeImage`. */
export const imageField = z
  .string(rule("IMAGE_REQUIRED"))
  .refine((text) => text.length <= Math.ceil(MAX_BYTES / 3) * 4, {
    error: rule("IMAGE_FILE_TOO_LARGE"),
    params: { maxKb: MAX_BYTES / 1024 },
  })
  .regex(/^[A-Za-z0-9+/]*={0,2}$/, rule("IMAGE_ENCODING_INVALID"));

/** The description of the field in the OpenAPI document. */
export const IMAGE_DESCRIPTION = `A PNG, JPEG or WebP in base64, at most ${MAX_BYTES / 1024} KB and 12 megapixels. It is cropped to a square of 256 pixels, and its metadata is removed.`;
