import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  queryClient: {
    notSaved: "Ihre Änderung konnte nicht gespeichert werden.",
  },
  reauthentication: {
    notConfirmed:
      "Es wurde nichts geändert. Bestätigen Sie zuerst, dass Sie es sind.",
  },
  passkey: {
    notSupported:
      "Dieser Browser unterstützt keine Passkeys. Verwenden Sie einen anderen Browser oder eine andere Methode.",
    notUsed:
      "Es wurde kein Passkey verwendet. Die Abfrage wurde geschlossen oder hat zu lange gedauert, oder dieses Gerät hat keinen Passkey für diese Seite. Versuchen Sie es erneut, oder verwenden Sie eine andere Methode.",
    notMade:
      "Die Abfrage wurde geschlossen oder hat zu lange gedauert. Versuchen Sie es erneut.",
    known:
      "Dieses Gerät oder dieser Passwort-Manager hat bereits einen Passkey für Ihr Konto.",
    elsewhere:
      "Unter dieser URL funktionieren Passkeys nicht. Öffnen Sie die Seite unter ihrer offiziellen URL.",
    unable:
      "Dieses Gerät kann noch keine Passkeys verwenden. Richten Sie eine Bildschirmsperre, einen Fingerabdruck oder eine PIN ein, oder verwenden Sie ein anderes Gerät.",
  },
  roleLabel: {
    admin: "Admin",
    member: "Mitglied",
    viewer: "Betrachter",
    customRole: "Eigene Rolle",
  },
  roleSummary: {
    admin: "Voller Zugriff, auch auf Personen und Abrechnung",
    member: "Kann Projekte erstellen und bearbeiten",
    viewer: "Kann alles ansehen, aber nichts ändern",
  },
  useRoles: {
    custom: "Eigene Rollen",
  },
};

export default GERMAN;
