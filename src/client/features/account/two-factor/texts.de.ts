import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Zwei-Faktor-Anmeldung",
  description:
    "Ein zweiter Schritt bei der Anmeldung, damit ein gestohlenes Passwort Ihr Konto nicht öffnet.",
  on: "An",
  off: "Aus",
  app: {
    title: "Authenticator-App",
    offText:
      "Eine App auf Ihrem Telefon zeigt alle 30 Sekunden einen neuen Code. Die Anmeldung fragt nach dem Passwort danach.",
    onText: "Die Anmeldung fragt nach dem Passwort nach einem Code Ihrer App.",
    help: "Jede App für Einmalcodes eignet sich: 1Password, Google Authenticator, Aegis und andere.",
    setUp: "Einrichten",
    notStarted: "Die Authenticator-App wurde nicht eingerichtet.",
    added: "Ihre Authenticator-App ist eingerichtet",
    remove: "Entfernen…",
    removed: "Ihre Authenticator-App wurde entfernt",
  },
  removal: {
    title: "Authenticator-App entfernen?",
    confirm: "Entfernen",
    text: "Codes der App gelten nicht mehr; löschen Sie den Eintrag auch dort.",
    last: "Es ist Ihr einziger zweiter Faktor: Ihre Wiederherstellungscodes gehen mit, und Ihr Passwort allein meldet Sie wieder an.",
    passkeysStay: "Die Anmeldung fragt dann nach einem Passkey.",
  },
  setUp: {
    title: "Authenticator-App einrichten",
    scan: "Scannen Sie diesen Code mit der App.",
    qr: "QR-Code für Ihre Authenticator-App",
    open: "In einer App auf diesem Gerät öffnen",
    type: "Oder geben Sie dort diesen Schlüssel ein:",
    copyKey: "Schlüssel kopieren",
    code: "Geben Sie die 6 Ziffern ein, die die App jetzt zeigt.",
    codeLabel: "Code",
    missing: "Geben Sie die 6 Ziffern ein, die Ihre App zeigt.",
    failed: "Die Authenticator-App ist noch nicht eingerichtet",
    cancel: "Abbrechen",
    confirm: "Einschalten",
  },
  passkeys: {
    title: "Passkeys",
    text: "Fingerabdruck, Gesicht, PIN oder Sicherheitsschlüssel: nichts zu tippen und nichts, was sich abfangen lässt.",
    count: (count) => (count === 1 ? "1 Passkey" : `${count} Passkeys`),
    manage: "Passkeys verwalten",
    add: "Passkey hinzufügen",
  },
  codes: {
    title: "Wiederherstellungscodes",
    text: "Für den Fall, dass Sie Ihren zweiten Faktor verloren haben. Jeder meldet Sie einmal an.",
    left: (left) =>
      left === 1 ? "1 Code ist übrig" : `${left} Codes sind übrig`,
    none: "Kein Code ist übrig",
    fewTitle: "Erstellen Sie rechtzeitig neue",
    fewText:
      "Ohne Wiederherstellungscode und ohne zweiten Faktor kann Sie niemand hereinlassen.",
    renew: "Neue Codes erstellen…",
    ask: "Neue Wiederherstellungscodes erstellen?",
    askText: "Die Codes, die Sie aufbewahrt haben, gelten dann nicht mehr.",
    confirm: "Neue Codes erstellen",
  },
};

export default GERMAN;
