import { plainMessage } from "#shared/message-text";
import { roleNameIn } from "#server/core/roles/role-names";
import { type Mail, PHRASES } from "#server/kernel/mail/content";
import { withoutLinks } from "#server/kernel/mail/without-links";
import type { RequestKind } from "./table";

/** Returns the mail that tells an admin about a new request of a member. */
export function requestMail({
  to,
  kind,
  message,
  link,
  ...names
}: {
  to: string;
  kind: RequestKind;
  asker: string;
  organization: string;
  /** What the member wrote; null if nothing. */
  message: string | null;
  /** The URL of the list of requests. */
  link: string;
}): Mail {
  const asker = withoutLinks(names.asker);
  const organization = withoutLinks(names.organization);
  const isSeat = kind === "seat";
  return {
    to,
    link,
    organization,
    content: {
      en: {
        subject: `${asker} asks for ${isSeat ? "a seat" : "more access"} in ${organization}`,
        paragraphs: [
          isSeat
            ? `${asker} has read-only access to ${organization}, because it is out of seats, and asks for a seat.`
            : `${asker} asks for a role with more permissions in ${organization}.`,
        ],
        quote: quoteOf(`Message from ${asker}:`, message),
        action: "Review request",
        footnote: `${PHRASES.en.toAdmin(organization)} The request expires after 30 days.`,
      },
      de: {
        subject: `${asker} bittet um ${isSeat ? "einen Platz" : "mehr Zugriff"} in ${organization}`,
        paragraphs: [
          isSeat
            ? `${asker} hat nur Lesezugriff auf ${organization}, weil alle Plätze belegt sind, und bittet um einen Platz.`
            : `${asker} bittet um eine Rolle mit mehr Berechtigungen in ${organization}.`,
        ],
        quote: quoteOf(`Nachricht von ${asker}:`, message),
        action: "Anfrage ansehen",
        footnote: `${PHRASES.de.toAdmin(organization)} Die Anfrage läuft nach 30 Tagen ab.`,
      },
    },
  };
}

/** Removes links again, because the rules may have become stricter since the message was stored. */
function quoteOf(label: string, message: string | null) {
  const text = plainMessage(message ?? "");
  return text === "" ? undefined : { label, text };
}

/** How a request ended: with a role, with a seat, or without either. */
export type Answer =
  { outcome: "role"; role: string } | { outcome: "seat" | "declined" };

/** Returns the mail that tells a member how their request ended. */
export function answerMail({
  to,
  kind,
  answer,
  link,
  ...names
}: {
  to: string;
  kind: RequestKind;
  answer: Answer;
  organization: string;
  /** The URL of the organization's start page. */
  link: string;
}): Mail {
  const organization = withoutLinks(names.organization);
  const isDeclined = answer.outcome === "declined";
  return {
    to,
    link,
    organization,
    content: {
      en: {
        subject: `Your request in ${organization} was ${isDeclined ? "declined" : "approved"}`,
        paragraphs: [englishAnswer(kind, answer, organization)],
        action: `Open ${organization}`,
        footnote: PHRASES.en.toMember(organization),
      },
      de: {
        subject: `Ihre Anfrage in ${organization} wurde ${isDeclined ? "abgelehnt" : "angenommen"}`,
        paragraphs: [germanAnswer(kind, answer, organization)],
        action: `${organization} öffnen`,
        footnote: PHRASES.de.toMember(organization),
      },
    },
  };
}

function englishAnswer(
  kind: RequestKind,
  answer: Answer,
  organization: string,
): string {
  switch (answer.outcome) {
    case "role":
      return `Your role in ${organization} is now ${withoutLinks(answer.role)}.`;
    case "seat":
      return `You have a seat in ${organization} and can make changes again.`;
    case "declined":
      return `An admin of ${organization} declined your request for ${kind === "seat" ? "a seat" : "more access"}. Your access hasn’t changed.`;
  }
}

function germanAnswer(
  kind: RequestKind,
  answer: Answer,
  organization: string,
): string {
  switch (answer.outcome) {
    case "role":
      return `Ihre Rolle in ${organization} ist jetzt ${roleNameIn(withoutLinks(answer.role), "de")}.`;
    case "seat":
      return `Sie haben einen Platz in ${organization} und können wieder Änderungen vornehmen.`;
    case "declined":
      return `Ein Admin von ${organization} hat Ihre Anfrage nach ${kind === "seat" ? "einem Platz" : "mehr Zugriff"} abgelehnt. Ihr Zugriff ist unverändert.`;
  }
}
