import { copyText } from "#client/ui/copy-text.ts";
import { toast } from "#client/ui/toast.ts";
import { texts } from "./texts.ts";

/** Copies a text to the clipboard, and says so in a toast. */
export async function copyWithToast(text: string): Promise<void> {
  if (await copyText(text)) toast.success(texts().copied(text));
}
