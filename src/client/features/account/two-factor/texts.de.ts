import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  title: "Zwei-Faktor-Authentifizierung",
  description:
    "Schützen Sie Ihr Konto mit einem zweiten Schritt bei der Anmeldung, zusätzlich zum Passwort.",
  on: "Ein",
  off: "Aus",
  app: {
    title: "Authenticator-App",
    offText:
      "Verwenden Sie eine App auf Ihrem Telefon, die alle 30 Sekunden einen neuen Code zeigt. Sie geben den Code nach dem Passwort ein.",
    onText: "Sie geben nach dem Passwort einen Code aus Ihrer App ein.",
    help: "Funktioniert mit 1Password, Google Authenticator, Aegis und anderen Apps für Einmalcodes.",
    setUp: "Einrichten",
    notStarted: "Die Authenticator-App konnte nicht eingerichtet werden.",
    added: "Authenticator-App hinzugefügt",
    remove: "Entfernen…",
    removed: "Authenticator-App entfernt",
  },
  removal: {
    title: "Authenticator-App entfernen?",
    confirm: "Entfernen",
    text: "Codes aus der App funktionieren dann nicht mehr. Löschen Sie den Eintrag auch in der App.",
    last: "Das ist Ihr letzter zweiter Faktor. Die Zwei-Faktor-Authentifizierung wird ausgeschaltet, und Ihre Wiederherstellungscodes werden gelöscht.",
    passkeysStay:
      "Als zweiten Schritt bei der Anmeldung verwenden Sie dann einen Passkey.",
  },
  setUp: {
    title: "Authenticator-App einrichten",
    scan: "Scannen Sie diesen Code mit Ihrer App.",
    qr: "QR-Code für Ihre Authenticator-App",
    open: "In einer App auf diesem Gerät öffnen",
    type: "Oder geben Sie diesen Schlüssel in der App ein:",
    copyKey: "Schlüssel kopieren",
    code: "Geben Sie den 6-stelligen Code aus der App ein.",
    codeLabel: "Code",
    missing: "Geben Sie den 6-stelligen Code aus Ihrer App ein.",
    failed: "Die Authenticator-App konnte nicht eingerichtet werden",
    cancel: "Abbrechen",
    confirm: "Einschalten",
  },
  passkeys: {
    title: "Passkeys",
    text: "Verwenden Sie Fingerabdruck, Gesicht, PIN oder Sicherheitsschlüssel. Sie müssen nichts eintippen, und Passkeys sind vor Phishing geschützt.",
    count: (count) => (count === 1 ? "1 Passkey" : `${count} Passkeys`),
    manage: "Passkeys verwalten",
    add: "Passkey hinzufügen",
  },
  codes: {
    title: "Wiederherstellungscodes",
    text: "Melden Sie sich mit einem Wiederherstellungscode an, wenn Sie Ihre Authenticator-App oder Ihren Passkey verlieren. Jeder Code funktioniert einmal.",
    left: (left) =>
      left === 1 ? "Noch 1 Code übrig" : `Noch ${left} Codes übrig`,
    none: "Keine Codes übrig",
    fewTitle: "Erstellen Sie bald neue Wiederherstellungscodes",
    fewText:
      "Wenn Sie Ihren zweiten Faktor verlieren und keine Wiederherstellungscodes haben, verlieren Sie den Zugang zu Ihrem Konto.",
    renew: "Neue Codes erstellen…",
    confirmTitle: "Neue Wiederherstellungscodes erstellen?",
    confirmText:
      "Ihre bisherigen Wiederherstellungscodes funktionieren dann nicht mehr.",
    confirm: "Neue Codes erstellen",
  },
};

export default GERMAN;
