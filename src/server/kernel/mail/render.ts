import type { Language } from "#shared/languages";
import { type Logo, type RenderedMail, renderMail } from "./layout";
import type { StoredMail } from "./post";

interface Readers {
  /** Returns the language of the user with this address; undefined if there is no such user. */
  languageOf: (email: string) => Promise<Language | undefined>;
  /** Returns the logo that an organization has uploaded. */
  logoOf: (orgId: string) => Promise<Logo | undefined>;
}

/**
 * Returns a function that renders a mail from the outbox just before it is sent. So requests do not wait for it, a mail
 * has the language that its recipient has now, and the outbox contains no images.
 */
export function createRenderer({ languageOf, logoOf }: Readers) {
  return async (stored: StoredMail | RenderedMail): Promise<RenderedMail> => {
    // An earlier version of the program stored rendered mails.
    if ("html" in stored) return stored;
    const { logoOf: orgId, language } = stored;
    const [known, logo] = await Promise.all([
      languageOf(stored.to),
      orgId === undefined ? undefined : logoOf(orgId),
    ]);
    return renderMail(stored, known ?? language ?? "en", logo);
  };
}
