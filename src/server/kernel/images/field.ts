import { z } from "zod";
import { MAX_BYTES } from "./encode";

/** A picture as a client sends it: the file in base64. What is in it is looked at when it is encoded. */
export const pictureField = z
  .string("Choose a picture.")
  .max(
    Math.ceil(MAX_BYTES / 3) * 4,
    `The file is too large: use at most ${MAX_BYTES / 1024} KB.`,
  )
  .regex(/^[A-Za-z0-9+/]*={0,2}$/, "Send the file in base64.");

/** What the document says of such a picture. */
export const PICTURE = `A PNG, JPEG or WebP in base64, at most ${MAX_BYTES / 1024} KB and 12 megapixels. It is cut to a square of 256 pixels; nothing but the pixels is kept of it.`;
