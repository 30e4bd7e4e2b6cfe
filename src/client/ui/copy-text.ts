import { toast } from "./toast.ts";
import { texts } from "./texts.ts";

/**
 * Copies a text to the clipboard. If the browser refuses, a toast says so.
 *
 * @returns whether the text was copied
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    toast.error(texts().copyButton.refused, texts().copyButton.refusedText);
    return false;
  }
}
