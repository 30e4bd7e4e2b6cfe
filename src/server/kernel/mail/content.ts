import type { Language } from "#shared/languages";

/** What a mail says in one language. */
export interface MailContent {
  subject: string;
  /** One paragraph each. */
  paragraphs: readonly string[];
  /** A text that a user wrote. The mail sets it apart from its own words. */
  quote?: { label: string; text: string } | undefined;
  /** Details that the mail shows as a small table. */
  facts?: readonly (readonly [name: string, value: string])[];
  /** The label of the button. */
  action?: string;
  /** Links that the mail shows below the button. */
  links?: readonly { label: string; url: string }[];
  /** Paragraphs below the button, which say what to do if another person has caused the mail. */
  advice?: readonly string[];
  /** Small print at the end. */
  footnote: string;
}

/** A mail before it is rendered. It is sent in the language of its recipient, which is read when the mail is sent. */
export interface Mail {
  to: string;
  /** The URL that the button opens. */
  link?: string;
  /** The name of the organization that the mail is about. */
  organization?: string;
  content: Readonly<Record<Language, MailContent>>;
}

/** Sentences that several mails contain. */
export const PHRASES = {
  en: {
    ifYou: "If this was you, you don’t need to do anything.",
    notYou: "This wasn’t me",
    linkOnce:
      "The link works once and expires in 1 hour. Only the newest link works.",
    toAdmin: (organization: string) =>
      `You received this email because you’re an admin of ${organization}.`,
    toMember: (organization: string) =>
      `You received this email because you’re a member of ${organization}.`,
  },
  de: {
    ifYou: "Wenn Sie das waren, müssen Sie nichts weiter tun.",
    notYou: "Das war ich nicht",
    linkOnce:
      "Der Link funktioniert einmal und läuft in 1 Stunde ab. Nur der neueste Link funktioniert.",
    toAdmin: (organization: string) =>
      `Sie erhalten diese E-Mail, weil Sie Admin von ${organization} sind.`,
    toMember: (organization: string) =>
      `Sie erhalten diese E-Mail, weil Sie Mitglied von ${organization} sind.`,
  },
} as const;
