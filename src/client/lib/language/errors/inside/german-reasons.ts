import type { Translated } from "#shared/sentences.ts";
import type { ReasonTexts } from "#sdk/errors.ts";
import { germanCount as count } from "../german-count.ts";
import type { GERMAN_REASONS } from "../german-reasons.ts";

/** The error reasons that only occur on pages after sign-in, in German. */
export const GERMAN_REASONS_INSIDE: Translated<
  Omit<ReasonTexts, keyof typeof GERMAN_REASONS>
> = {
  API_KEY_INVALID:
    "Dieser API-Schlüssel ist nicht gültig. Er ist vielleicht falsch geschrieben, abgelaufen oder widerrufen.",
  API_KEY_MISSING:
    "Senden Sie einen API-Schlüssel als Bearer-Token im Header Authorization.",
  API_KEY_REQUIRED:
    "Das kann nur ein API-Schlüssel. Senden Sie ihn als Bearer-Token im Header Authorization.",
  API_KEY_LIMIT: ({ max, owner }) =>
    owner === "member"
      ? `Sie können in einer Organisation höchstens ${count(max, "API-Schlüssel", "API-Schlüssel")} haben. Widerrufen Sie zuerst einen.`
      : `Ein Dienstkonto kann höchstens ${count(max, "API-Schlüssel", "API-Schlüssel")} haben. Widerrufen Sie zuerst einen.`,
  KEY_OWNER_ONLY:
    "Nur die Person, der ein persönlicher API-Schlüssel gehört, kann ihn rotieren oder ihm mehr Rechte geben. Sie können ihn widerrufen.",
  KEY_NOT_ALLOWED:
    "API-Schlüssel können das nicht. Melden Sie sich an und erledigen Sie es in der App.",
  LAST_SIGN_IN_METHOD:
    "Das ist Ihr einziger Anmeldeweg. Fügen Sie zuerst ein Passwort, einen Passkey oder ein weiteres verbundenes Konto hinzu.",
  PASSKEY_LIMIT: ({ max }) =>
    `Sie können höchstens ${count(max, "Passkey", "Passkeys")} haben. Entfernen Sie zuerst einen.`,
  TOTP_EXISTS:
    "Sie haben schon eine Authenticator-App. Entfernen Sie sie, bevor Sie eine andere einrichten.",
  NO_SECOND_FACTOR:
    "Sie verwenden noch keine 2FA. Richten Sie zuerst eine Authenticator-App oder einen Passkey ein.",
  SLUG_LIMIT:
    "Diese Organisation reserviert bereits 5 frühere URLs. Wechseln Sie zu einer davon zurück, oder warten Sie, bis eine nach 90 Tagen frei wird.",
  ADMIN_NOT_VERIFIED:
    "Ein Admin braucht eine bestätigte E-Mail-Adresse. Bitten Sie das Mitglied, die eigene Adresse im Profil zu bestätigen, und versuchen Sie es dann erneut.",
  STEWARD_NOT_MEMBER:
    "Die verantwortliche Person eines Dienstkontos muss Mitglied dieser Organisation sein.",
  OWNER_NOT_MEMBER:
    "Die für ein Projekt verantwortliche Person muss Mitglied dieser Organisation sein.",
  STEWARD_MISSING:
    "Für dieses Dienstkonto ist niemand verantwortlich. Wählen Sie eine verantwortliche Person, damit es Einladungen senden kann.",
  ROLE_NOT_FOUND:
    "Diese Rolle gibt es nicht. Wählen Sie eine Rolle dieser Organisation.",
  ROLE_LIMIT: ({ max }) =>
    `Eine Organisation kann höchstens ${count(max, "eigene Rolle", "eigene Rollen")} haben. Löschen Sie zuerst eine.`,
  VIEWING_AS_ROLE:
    "Sie sehen diese Organisation mit einer anderen Rolle und können daher nichts ändern. Beenden Sie zuerst diese Ansicht.",
  BUILT_IN_ROLE:
    "Sie können integrierte Rollen nicht ändern. Erstellen Sie daraus eine eigene Rolle.",
  ROLE_IN_USE: ({ uses, isMore } = {}) =>
    uses === undefined
      ? "Diese Rolle wird verwendet. Wählen Sie eine Rolle, die sie ersetzt."
      : `${isMore ? "Mehr als " : ""}${count(uses, "Mitglied oder Einladung hat", "Mitglieder und Einladungen haben")} diese Rolle. Ändern Sie zuerst die Rolle dieser Mitglieder.`,
  ROLE_NAME_TAKEN:
    "Es gibt schon eine Rolle mit diesem Namen. Wählen Sie einen anderen.",
  ALREADY_INVITED:
    "Für diese Adresse gibt es schon eine Einladung. Senden Sie sie stattdessen erneut.",
  RESEND_FIRST:
    "Diese Einladung ist abgelaufen, oder ihr Absender kann die Rolle nicht mehr vergeben. Senden Sie sie erneut, und kopieren Sie dann den Link.",
  LINK_LIMIT: ({ max }) =>
    `Eine Organisation kann höchstens ${count(max, "aktiven Einladungslink", "aktive Einladungslinks")} haben. Ziehen Sie zuerst einen zurück.`,
  TRANSFER_PENDING:
    "Eine Übertragung der Admin-Rolle ist bereits offen. Warten Sie auf eine Antwort, oder brechen Sie die Übertragung zuerst ab.",
  TRANSFER_INVALID:
    "Diese Übertragung der Admin-Rolle ist nicht mehr offen. Bitten Sie um eine neue.",
  REQUEST_NOT_NEEDED: "Sie haben diesen Zugriff schon.",
  REQUEST_OPEN:
    "Sie haben diese Anfrage schon gesendet. Ziehen Sie sie zurück, bevor Sie eine neue senden.",
  DOMAIN_EXISTS: "Diese Domain haben Sie schon hinzugefügt.",
  DOMAIN_TAKEN:
    "Eine andere Organisation hat diese Domain bestätigt. Sie muss die Domain zuerst entfernen.",
  DOMAIN_NOT_PROVEN: ({ record } = {}) =>
    record === undefined
      ? "Wir finden den DNS-Eintrag noch nicht. Änderungen im DNS können bis zu einer Stunde dauern. Versuchen Sie es später erneut."
      : `Der DNS-Eintrag bei ${record} hat einen anderen Wert. Kopieren Sie den hier angezeigten Wert. Änderungen im DNS können bis zu einer Stunde dauern.`,
  DOMAIN_LIMIT: ({ max }) =>
    `Eine Organisation kann höchstens ${count(max, "Domain", "Domains")} haben. Entfernen Sie zuerst eine.`,
  DNS_FAILED:
    "Die Nameserver der Domain haben nicht geantwortet. Es wurde nichts geändert. Versuchen Sie es gleich noch einmal.",
  PROJECT_LIMIT:
    "Diese Organisation hat ihre Höchstzahl an Projekten erreicht, deshalb ist dieses Projekt nur lesbar. Löschen Sie ein anderes Projekt, oder wählen Sie einen größeren Tarif.",
  API_CALL_LIMIT: ({ limit, resetsAt }) =>
    `Diese Organisation hat die ${count(limit, "API-Aufruf", "API-Aufrufe")} verbraucht, die ihr Tarif im Monat enthält. Wechseln Sie zu einem größeren Tarif, oder warten Sie bis zum ${dayOf(resetsAt)} (UTC).`,
  FEATURE_NOT_IN_PLAN:
    "Der Tarif dieser Organisation umfasst das nicht. Wählen Sie einen größeren Tarif.",
  BILLING_OFF:
    "Die Abrechnung ist auf diesem Server abgeschaltet. Alle Funktionen sind enthalten.",
  NO_SUBSCRIPTION:
    "Diese Organisation hat kein Abo. Wählen Sie zuerst einen Tarif.",
  SUBSCRIPTION_EXISTS:
    "Diese Organisation hat schon ein Abo. Ändern Sie stattdessen dieses.",
  TRIAL_USED:
    "Diese Organisation hat ihre Testphase schon genutzt. Wählen Sie einen Tarif.",
  BILLING_FAILED:
    "Der Zahlungsdienst hat nicht wie erwartet geantwortet. Versuchen Sie es gleich noch einmal. Es wird nichts doppelt berechnet.",
  SIGNATURE_INVALID:
    "Die Signatur passt nicht zur Nachricht. Prüfen Sie das Signaturgeheimnis.",
};

function dayOf(moment: string): string {
  return new Date(moment).toLocaleDateString("de", {
    month: "long",
    day: "numeric",
    timeZone: "UTC",
  });
}
