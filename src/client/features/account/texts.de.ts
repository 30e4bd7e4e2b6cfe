import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  group: "Konto",
  security: "Sicherheit",
  invitations: "Einladungen",
  profile: {
    title: "Profil",
    name: "Name",
    nameText: "Wird den Personen in Ihren Organisationen angezeigt.",
    nameHint: "Bis zu 100 Zeichen.",
    saved: "Name geändert",
    failed: "Ihr Name konnte nicht geändert werden",
  },
  avatar: {
    title: "Bild",
    text: "Wird in Ihren Organisationen neben Ihrem Namen angezeigt.",
    file: "Bilddatei",
    save: "Bild speichern",
    saved: "Bild geändert",
    removed: "Bild entfernt",
    notSaved: "Ihr Bild konnte nicht geändert werden",
    notRemoved: "Ihr Bild konnte nicht entfernt werden.",
  },
  password: {
    title: "Passwort",
    description: "Ändern Sie Ihr Passwort.",
    change: "Passwort ändern",
    text: "Sie werden auf allen anderen Geräten abgemeldet.",
    current: "Aktuelles Passwort",
    noCurrent: "Geben Sie Ihr aktuelles Passwort ein.",
    chosen: "Neues Passwort",
    hint: "Mindestens 8 Zeichen. Tipp: einige Wörter ohne Zusammenhang.",
    forgot: "Passwort vergessen?",
    save: "Passwort ändern",
    saved: "Passwort geändert",
    failed: "Ihr Passwort konnte nicht geändert werden",
  },
  noPassword: {
    title: "Sie haben kein Passwort",
    text: "Sie melden sich mit einem Passkey oder einem verbundenen Konto an. Um ein Passwort hinzuzufügen, öffnen Sie den Link, den wir Ihnen per E-Mail schicken. Sie werden dann auf allen anderen Geräten abgemeldet.",
    send: "Link per E-Mail senden",
    again: "Link erneut senden",
    failed: "Der Link konnte nicht gesendet werden.",
    sent: "Prüfen Sie Ihren Posteingang",
    sentText: (email) =>
      `Wir haben einen Link zum Festlegen eines Passworts an ${email} gesendet. Der Link funktioniert einmal und läuft nach 1 Stunde ab.`,
  },
  sessions: {
    title: "Sitzungen",
    description:
      "Geräte, die in Ihrem Konto angemeldet sind. Melden Sie alle ab, die Sie nicht kennen.",
    list: "Geräte",
    current: "Dieses Gerät",
    activeNow: "Gerade aktiv",
    lastSeen: "Zuletzt aktiv",
    since: "Angemeldet",
    device: (browser, system) => `${browser} unter ${system}`,
    unknownDevice: "Unbekanntes Gerät",
    unknownAddress: "IP-Adresse unbekannt",
    end: "Abmelden",
    ended: "Gerät abgemeldet",
    notEnded: "Das Gerät konnte nicht abgemeldet werden.",
    endOthers: "Alle anderen abmelden",
    askOthers: "Alle anderen Geräte abmelden?",
    othersText:
      "Alle anderen Browser und Apps müssen sich neu anmelden. Dieses Gerät bleibt angemeldet.",
    othersEnded: "Alle anderen Geräte abgemeldet",
  },
  goodbye: {
    title: "Ihr Konto wurde gelöscht",
    text: "Wir haben Ihnen eine Bestätigung per E-Mail gesendet. Danke, dass Sie dabei waren.",
    back: "Haben Sie es sich anders überlegt?",
    signUp: "Neues Konto erstellen",
  },
};

export default GERMAN;
