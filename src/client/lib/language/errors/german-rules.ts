import { PLANS } from "#shared/plans.ts";
import type { RULES } from "#shared/rules.ts";
import type { Translated } from "#shared/sentences.ts";
import { germanCount as count } from "./german-count.ts";

export const GERMAN_RULES: Translated<typeof RULES> = {
  INVALID_VALUE: "Geben Sie einen gültigen Wert ein.",
  INVALID_TYPE: ({ expected }) =>
    `Geben Sie einen Wert vom Typ ${expected} ein.`,
  INVALID_FORMAT: ({ format }) =>
    `Geben Sie einen Wert im Format ${format} ein.`,
  NOT_AN_OPTION: ({ options }) => `Wählen Sie eines von ${options.join(", ")}.`,
  TOO_SHORT: ({ min }) => `Verwenden Sie mindestens ${count(min, "Zeichen")}.`,
  TOO_LONG: ({ max }) => `Verwenden Sie höchstens ${count(max, "Zeichen")}.`,
  TOO_LOW: ({ min }) => `Verwenden Sie mindestens die Zahl ${min}.`,
  TOO_HIGH: ({ max }) => `Verwenden Sie höchstens die Zahl ${max}.`,
  TOO_FEW: ({ min }) => `Wählen Sie mindestens ${min} aus.`,
  TOO_MANY: ({ max }) => `Wählen Sie höchstens ${max} aus.`,
  ONE_LINE: "Verwenden Sie nur eine Zeile Text.",
  UNSUPPORTED_CHARACTERS:
    "Entfernen Sie die Zeichen, die sich nicht speichern lassen.",

  UNKNOWN_FIELD: "Dieses Feld gibt es nicht.",
  EXACTLY_ONE: ({ fields }) =>
    `Verwenden Sie genau eines von ${fields.join(", ")}.`,
  NOT_TOGETHER: ({ fields }) =>
    `Verwenden Sie nur eines von ${fields.join(", ")}.`,
  MALFORMED_REQUEST: ({ detail }) => `Die Anfrage ist ungültig: ${detail}`,
  NOT_JSON: "Der Inhalt ist kein gültiges JSON.",
  NOT_AN_OBJECT: "Der Inhalt muss ein JSON-Objekt sein.",
  TOO_DEEP: "Die Eingabe ist zu tief verschachtelt.",
  NOT_IN_BATCH: "Diese Prozedur lässt sich nicht in einem Stapel aufrufen.",
  IDEMPOTENCY_KEY_LENGTH:
    "Verwenden Sie einen Idempotency-Key von 1 bis 255 Zeichen.",
  NOT_A_VERSION: "Senden Sie in If-Match das gelesene updatedAt.",
  PAGE_SIZE_INVALID: "Verwenden Sie eine Zahl von 1 bis 100.",
  UNKNOWN_CURSOR: "Verwenden Sie den nextCursor der vorigen Seite.",
  ORGANIZATION_REQUIRED:
    "Nennen Sie die Organisation mit ihrem Kurznamen oder ihrer ID.",

  EMAIL_REQUIRED: "Geben Sie eine E-Mail-Adresse ein.",
  EMAIL_INVALID: "Geben Sie eine gültige E-Mail-Adresse ein.",
  EMAIL_UNCHANGED: "Das ist bereits Ihre E-Mail-Adresse.",
  EMAIL_CONFIRMATION: ({ email }) =>
    `Geben Sie zur Bestätigung Ihre E-Mail-Adresse ${email} ein.`,
  NAME_REQUIRED: "Geben Sie einen Namen ein.",
  PASSWORD_REQUIRED: "Geben Sie ein Passwort ein.",
  PASSWORD_COMMON: "Dieses Passwort ist zu häufig. Wählen Sie ein anderes.",
  PASSWORD_CONFIRMATION: "Bestätigen Sie mit Ihrem Passwort.",
  CODE_REQUIRED: "Geben Sie einen Code ein.",

  SLUG_CHARACTERS:
    "Verwenden Sie Kleinbuchstaben, Ziffern und dazwischen Bindestriche.",
  SLUG_RESERVED: "Dieses Wort ist reserviert. Wählen Sie ein anderes.",
  SLUG_CONFIRMATION: ({ slug }) =>
    `Geben Sie zur Bestätigung den Kurznamen ${slug} ein.`,
  TIME_ZONE_INVALID: "Geben Sie eine Zeitzone wie Europe/Berlin ein.",
  WEBSITE_INVALID: "Geben Sie eine URL wie https://muster.de ein.",
  LOGO_URL_INVALID:
    "Verwenden Sie eine URL, die mit https:// beginnt, oder laden Sie ein Bild hoch.",
  LOGO_URL_CREDENTIALS:
    "Entfernen Sie Benutzernamen und Passwort: Alle, die das Logo sehen, können seine URL lesen.",
  LOGO_NOT_UPLOADED:
    "Laden Sie das Bild mit PUT /organizations/{org}/logo hoch.",

  ROLE_REQUIRED: "Wählen Sie eine Rolle.",
  ROLE_LACKS_PERMISSION:
    "Wählen Sie eine Rolle mit der Berechtigung, um die das Mitglied bittet.",
  PERMISSION_REQUIRED: "Wählen Sie eine Berechtigung.",
  ROLE_NAME_TAKEN: "Es gibt schon eine Rolle mit diesem Namen.",
  ROLE_UNCHANGED: "Wählen Sie eine andere Rolle als die, die Sie löschen.",
  ADMIN_ROLE_NOT_ALLOWED:
    "Mitglieder können nicht als Admin beitreten. Wählen Sie eine andere Rolle.",
  PERMISSIONS_INVALID: "Nennen Sie Rechte, durch Kommas getrennt.",
  ROLE_AFTER_REQUIRED: "Wählen Sie die Rolle, die Sie danach haben.",
  ALREADY_ADMIN: "Wählen Sie ein Mitglied, das noch kein Admin ist.",
  MEMBER_SUSPENDED: "Wählen Sie ein Mitglied, das nicht gesperrt ist.",
  MEMBER_LEAVING: "Wählen Sie ein Mitglied, das in der Organisation bleibt.",
  MEMBER_WITHOUT_ACCESS: "Wählen Sie ein Mitglied mit Zugang.",
  MEMBER_CANNOT_EDIT_PROJECTS: ({ name }) =>
    `${name} kann keine Projekte bearbeiten. Wählen Sie ein anderes Mitglied.`,
  CANNOT_SUSPEND_YOURSELF:
    "Sie können sich nicht selbst sperren. Verlassen Sie stattdessen die Organisation.",

  DOMAIN_REQUIRED: "Geben Sie eine Domain ein.",
  DOMAIN_INVALID:
    "Geben Sie eine Domain wie muster.de ein, ohne https:// und ohne Pfad.",
  DOMAIN_PUBLIC: ({ domain }) =>
    `Eine E-Mail-Adresse bei ${domain} kann jeder anlegen. Geben Sie eine Domain ein, die Ihnen gehört.`,
  DOMAIN_SHARED: ({ domain }) =>
    `${domain} teilen sich viele. Geben Sie die ganze Domain ein, zum Beispiel muster.${domain}.`,

  SEATS_EXCEEDED: ({ seats }) =>
    `Sie haben ${count(seats, "Platz", "Plätze")}. Wählen Sie höchstens ${count(seats, "Mitglied", "Mitglieder")}.`,
  SEATS_NOT_IN_PLAN: ({ plan, seats }) =>
    `${PLANS[plan].label} umfasst höchstens ${count(seats, "Platz", "Plätze")}.`,

  DAY_INVALID: "Geben Sie ein Datum wie 2026-12-03 ein.",
  DAY_IN_FUTURE: "Wählen Sie heute oder einen früheren Tag.",
  DAYS_REVERSED: "Der erste Tag darf nicht nach dem letzten liegen.",
  TOO_MANY_DAYS: ({ max }) =>
    `Wählen Sie höchstens ${count(max, "Tag", "Tage")}.`,
  EVENT_NUMBER_INVALID: "Geben Sie die Nummer eines Eintrags ein.",
  ANCHOR_INVALID:
    "Geben Sie den Anker genau so ein, wie Sie ihn gesichert haben.",

  IMAGE_REQUIRED: "Wählen Sie ein Bild.",
  IMAGE_EMPTY: "Die Datei ist leer.",
  IMAGE_ENCODING_INVALID: "Senden Sie die Datei in base64.",
  IMAGE_UNSUPPORTED:
    "Diese Datei wird nicht unterstützt. Verwenden Sie ein Bild in PNG, JPEG oder WebP.",
  IMAGE_ANIMATED:
    "Animierte Bilder werden nicht unterstützt. Verwenden Sie ein stehendes Bild.",
  IMAGE_DAMAGED:
    "Das Bild ist beschädigt. Speichern Sie es neu, oder verwenden Sie ein anderes.",
  IMAGE_FILE_TOO_LARGE: ({ maxKb }) =>
    `Die Datei ist zu groß. Verwenden Sie höchstens ${maxKb} KB.`,
  IMAGE_TOO_SMALL: ({ side }) =>
    `Das Bild ist zu klein. Verwenden Sie mindestens ${side} × ${side} Pixel.`,
  IMAGE_TOO_LARGE: ({ side, megapixels }) =>
    `Das Bild ist zu groß. Verwenden Sie höchstens ${side} Pixel je Seite und ${megapixels} Megapixel.`,
};
