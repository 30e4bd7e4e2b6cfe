import type { Translated } from "#shared/sentences.ts";
import type { ReasonTexts } from "#sdk/errors.ts";
import { germanCount as count } from "./german-count.ts";

/** The error reasons that can occur on public pages, in German. `inside` has the others. */
export const GERMAN_REASONS = {
  INVALID_INPUT: ({ issues }) => issues.map(({ message }) => message).join(" "),
  CROSS_ORIGIN: ({ origin }) =>
    `Diese Anfrage kam von einer anderen Website. Senden Sie sie von ${origin} (Header Origin).`,
  HOST_NOT_ALLOWED: ({ origin }) =>
    `Der Header Host nennt einen anderen Server. Senden Sie die Anfrage an ${origin}.`,
  NOT_FOUND: "Das gibt es nicht mehr. Vielleicht hat es jemand gelöscht.",
  STALE: ({ organization } = {}) =>
    organization === undefined
      ? "Jemand anderes hat das gerade geändert. Sehen Sie sich den aktuellen Stand an und versuchen Sie es erneut."
      : `Sie sind jetzt das einzige Mitglied von ${organization}. Sehen Sie sich an, was damit geschieht, und versuchen Sie es erneut.`,
  PAYLOAD_TOO_LARGE: ({ maxKiB } = {}) =>
    `Der Inhalt ist zu groß.${maxKiB ? ` Senden Sie höchstens ${maxKiB} KiB.` : ""}`,
  URL_TOO_LONG: "Die URL ist zu lang.",
  UNSUPPORTED_MEDIA_TYPE: "Senden Sie den Inhalt als application/json.",
  METHOD_NOT_SUPPORTED: ({ use } = {}) =>
    `Diese URL unterstützt diese Methode nicht.${use ? ` Verwenden Sie ${use}.` : ""}`,
  IDEMPOTENCY_MISMATCH:
    "Dieser Idempotency-Key wurde für eine andere Anfrage verwendet. Verwenden Sie einen neuen.",
  RATE_LIMITED: (params) => {
    switch (params.limit) {
      case "requests":
        return `Zu viele Anfragen. Versuchen Sie es in ${inWords(params.seconds)} erneut.`;
      case "emailsToAddress":
        return "Wir haben dieser Adresse zu viele E-Mails geschickt. Versuchen Sie es in einer Stunde erneut.";
      case "invitationsToAddress":
        return `Diese Adresse hat in einer Stunde ${invitations(params.perHour)} von dieser Organisation erhalten. Versuchen Sie es in einer Stunde erneut.`;
      case "invitationsOfOrganization":
        return `Eine Organisation kann ${invitations(params.perDay)} am Tag senden. ${params.sending} weitere wären zu viele.`;
      case "invitationsOfAccount":
        return `Sie können ${invitations(params.perDay)} am Tag senden. Laden Sie weniger Personen ein, oder versuchen Sie es später erneut.`;
      case "invitationsOfNewAccount":
        return `In den ersten ${count(params.days, "Tag", "Tagen")} können Sie ${invitations(params.perDay)} am Tag senden. Laden Sie weniger Personen ein, oder versuchen Sie es später erneut.`;
      case "livePagesOfBrowser":
        return "In diesem Browser sind zu viele Seiten offen. Schließen Sie einige.";
      case "livePagesOfUser":
        return "Sie haben zu viele Seiten offen. Schließen Sie einige, oder melden Sie Geräte ab, die Sie nicht verwenden.";
    }
  },
  WRITE_BUDGET:
    "Sie haben die Höchstzahl der Änderungen für heute erreicht. Versuchen Sie es später erneut. Sie können weiterhin Mitglieder entfernen oder sperren, Rollen ändern, Zugänge widerrufen und sich abmelden.",
  BUSY: "Der Server ist ausgelastet oder startet neu. Es wurde nichts geändert. Versuchen Sie es gleich noch einmal.",
  OUTCOME_UNKNOWN:
    "Der Server hat beim Speichern die Verbindung zur Datenbank verloren. Prüfen Sie, ob Ihre Änderung gespeichert ist, bevor Sie es erneut versuchen.",
  INTERNAL: "Bei uns ist etwas schiefgegangen.",
  SIGNED_OUT: "Melden Sie sich an, um fortzufahren.",
  INVALID_CREDENTIALS: ({ proof } = {}) => {
    if (proof === "password") return "Das Passwort ist falsch.";
    return proof === "linkedAccount"
      ? "Dieses Konto ist nicht mit Ihrem verbunden. Verwenden Sie eines, das verbunden ist."
      : "E-Mail-Adresse oder Passwort ist falsch.";
  },
  INVALID_CODE:
    "Dieser Code ist falsch oder wurde schon verwendet. Geben Sie einen neuen ein.",
  INVALID_PASSKEY:
    "Dieser Passkey wurde nicht angenommen. Versuchen Sie es erneut, oder melden Sie sich anders an.",
  SIGN_IN_EXPIRED: "Diese Anmeldung ist abgelaufen. Melden Sie sich erneut an.",
  EMAIL_NOT_VERIFIED:
    "Bestätigen Sie zuerst Ihre E-Mail-Adresse: Öffnen Sie den Link aus unserer E-Mail, oder fordern Sie einen neuen an.",
  SIGN_IN_FIRST:
    "Melden Sie sich mit dem Konto an, das diese Änderung angefordert hat, und öffnen Sie den Link noch einmal. Er gilt weiterhin.",
  REAUTHENTICATION_REQUIRED: "Bestätigen Sie zuerst, dass Sie es sind.",
  SECOND_FACTOR_REQUIRED: ({ ownFirst } = {}) =>
    ownFirst
      ? "Schalten Sie 2FA zuerst für sich selbst ein. Vorher können Sie sie nicht verlangen."
      : "Diese Organisation verlangt 2FA. Schalten Sie sie in Ihrem Konto unter „Zwei-Faktor-Authentifizierung“ ein.",
  VERIFICATION_INVALID: ({ otherBrowser } = {}) =>
    otherBrowser
      ? "Öffnen Sie den Link aus unserer E-Mail zuerst in diesem Browser, oder fordern Sie einen neuen an."
      : "Dieser Link gilt nicht mehr. Fordern Sie einen neuen an.",
  ACCOUNT_EXISTS:
    "Mit dieser E-Mail-Adresse gibt es schon ein Konto. Melden Sie sich dort an, und verbinden Sie das andere unter „Verbundene Konten“.",
  IDENTITY_TAKEN:
    "Dieses Konto ist mit einem anderen Benutzer verbunden. Trennen Sie es dort zuerst.",
  PROVIDER_EXPIRED:
    "Diese Anmeldung ist abgelaufen oder wurde in einem anderen Browser begonnen. Melden Sie sich erneut an.",
  PROVIDER_WITHOUT_ADDRESS:
    "Der Anbieter hat uns Ihre E-Mail-Adresse nicht genannt. Ergänzen Sie dort eine, oder registrieren Sie sich hier mit Ihrer E-Mail-Adresse.",
  PROVIDER_FAILED:
    "Der Anbieter hat nicht wie erwartet geantwortet. Es wurde nichts geändert. Versuchen Sie es erneut, oder melden Sie sich anders an.",
  PERMISSION_DENIED:
    "Ihre Rolle erlaubt das nicht. Bitten Sie einen Admin der Organisation um Zugriff.",
  ORGANIZATION_NOT_FOUND: "Organisation nicht gefunden.",
  SLUG_RETIRED:
    "Diese URL gehörte früher einer Ihrer Organisationen. Sie finden sie in der Liste Ihrer Organisationen.",
  SLUG_TAKEN: "Diese URL ist vergeben. Wählen Sie eine andere.",
  MEMBERSHIP_SUSPENDED:
    "Ein Admin hat Ihren Zugang zu dieser Organisation gesperrt. Wenden Sie sich an einen Admin, um wieder Zugang zu erhalten.",
  MEMBERSHIP_FROZEN:
    "Sie haben nur Lesezugriff, weil diese Organisation keine freien Plätze hat. Bitten Sie einen Admin um einen Platz.",
  LAST_ADMIN: ({ organizations } = {}) =>
    organizations
      ? `Sie sind der letzte Admin von ${new Intl.ListFormat("de").format(organizations)}. Machen Sie zuerst ein anderes Mitglied zum Admin.`
      : "Eine Organisation braucht mindestens einen Admin. Machen Sie zuerst ein anderes Mitglied zum Admin.",
  WRONG_ACCOUNT: (params) => {
    const invited =
      "invited" in params
        ? `Diese Einladung gilt für ${params.invited}`
        : `Dieser Link gilt für E-Mail-Adressen bei ${new Intl.ListFormat("de", { type: "disjunction" }).format(params.domains)}`;
    return `${invited}. Sie sind als ${params.email} angemeldet.`;
  },
  INVITATION_INVALID:
    "Diese Einladung ist nicht mehr gültig. Sie ist vielleicht abgelaufen, wurde verwendet oder zurückgezogen. Bitten Sie um eine neue.",
  ALREADY_MEMBER: "Diese Person ist schon Mitglied.",
  SEAT_LIMIT:
    "Diese Organisation hat keine freien Plätze. Fügen Sie Plätze hinzu, entfernen Sie ein Mitglied, oder ziehen Sie eine Einladung zurück.",
} satisfies Partial<Translated<ReasonTexts>>;

function invitations(amount: number): string {
  return count(amount, "Einladung", "Einladungen");
}

function inWords(seconds: number): string {
  if (seconds < 60) return count(seconds, "Sekunde", "Sekunden");
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 120) return count(minutes, "Minute", "Minuten");
  return count(Math.ceil(minutes / 60), "Stunde", "Stunden");
}
