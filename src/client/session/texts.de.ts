import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const GERMAN: TranslationOf<typeof texts> = {
  queryClient: {
    notSaved: "Das wurde nicht gespeichert.",
  },
  reauthentication: {
    notConfirmed:
      "Es wurde nichts geändert: Bestätigen Sie zuerst, dass Sie es sind.",
  },
  passkey: {
    notSupported:
      "Dieser Browser kennt keine Passkeys. Verwenden Sie einen anderen Browser oder einen anderen Weg.",
    notUsed:
      "Es wurde kein Passkey verwendet: Die Frage wurde geschlossen, hat zu lange gedauert, oder hier gibt es keinen Passkey für diese Seite. Versuchen Sie es erneut, oder wählen Sie einen anderen Weg.",
    notMade:
      "Die Frage wurde geschlossen oder hat zu lange gedauert. Versuchen Sie es erneut.",
    known:
      "Dieses Gerät oder dieser Passwort-Manager hat schon einen Passkey für Ihr Konto.",
    elsewhere:
      "Unter dieser Adresse funktionieren Passkeys nicht. Öffnen Sie die Seite unter der Adresse, die Ihnen genannt wurde.",
    unable:
      "Dieses Gerät konnte es nicht. Ein Passkey braucht eine Bildschirmsperre, einen Fingerabdruck oder eine PIN: Richten Sie das ein, oder verwenden Sie ein anderes Gerät.",
  },
  roleLabel: {
    admin: "Admin",
    member: "Mitglied",
    viewer: "Betrachter",
    customRole: "Eigene Rolle",
  },
  useRoles: {
    yourOwn: "Eigene",
  },
};

export default GERMAN;
