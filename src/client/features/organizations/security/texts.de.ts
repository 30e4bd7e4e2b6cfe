import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import { formatDay } from "#client/lib/formats/time.ts";
import type { texts } from "./texts.ts";

const members = (count: number) =>
  count === 1 ? "1 Mitglied" : `${count} Mitglieder`;
const lack = (count: number) =>
  `${members(count)} ${count === 1 ? "hat" : "haben"} ihn`;

const GERMAN: TranslationOf<typeof texts> = {
  title: "Sicherheit",
  description: "Wie sich Mitglieder anmelden müssen.",
  policy: {
    title: "Zwei-Faktor-Anmeldung",
    text: "Ein zweiter Nachweis neben dem Passwort: eine Authenticator-App oder ein Passkey.",
    off: "Nicht verlangt. Ein Passwort allein genügt einem Mitglied.",
    grace: (from) => `Verlangt ab ${formatDay(from)}`,
    graceText: (lacking) =>
      lacking === 0
        ? "Alle haben ihn schon."
        : `${lack(lacking)} noch nicht und ${lacking === 1 ? "verliert" : "verlieren"} dann den Zugang. Auf jeder Seite steht ein Hinweis.`,
    inForce: (from) => `Verlangt seit ${formatDay(from)}`,
    inForceText: (lacking) =>
      lacking === 0
        ? "Alle haben ihn."
        : `${lack(lacking)} nicht und ${lacking === 1 ? "hat" : "haben"} keinen Zugang, bis er eingerichtet ist.`,
    require: "Von jedem Mitglied verlangen",
    requireHint:
      "Ohne ihn kann ein Mitglied hier nichts öffnen; verlassen kann es die Organisation, und andere bleiben ihm offen.",
    start: "Ab wann",
    startHint:
      "Von einem früheren Tag erfahren Mitglieder ohne ihn per E-Mail.",
    keep: (from, isInForce) =>
      `${isInForce ? "Seit" : "Ab"} ${formatDay(from)}, wie bisher`,
    now: "Sofort",
    inDays: (days) => `In ${days} Tagen`,
    on: (day) => formatDay(day),
    save: "Speichern",
    nothing: "Es gibt nichts zu speichern.",
    applies: "Das gilt für alle, auch für Admins.",
  },
  yours: {
    title: "Richten Sie ihn zuerst für sich ein",
    text: "Wer von anderen einen zweiten Faktor verlangt, hat selbst einen.",
    action: "Einrichten",
  },
  ask: {
    title: (lacking) => `${members(lacking)} jetzt aussperren?`,
    text: "Mit dem nächsten Klick ist Schluss, und mit der Einrichtung geht es weiter. Wenn Sie Zeit lassen möchten, wählen Sie einen späteren Tag.",
    confirm: "Aussperren",
  },
  saved: {
    off: "Ein zweiter Faktor wird nicht mehr verlangt",
    on: "Ein zweiter Faktor wird verlangt",
    mailed: (mailed) =>
      mailed === 0
        ? undefined
        : `${members(mailed)} per E-Mail benachrichtigt.`,
    failed: "Es wurde nichts geändert",
  },
  lacking: {
    title: "Mitglieder ohne zweiten Faktor",
    inForce: "Sie haben keinen Zugang, bis sie ihn einrichten.",
    grace:
      "Sie verlieren den Zugang, wenn sie ihn nicht rechtzeitig einrichten.",
    off: "Ein gestohlenes Passwort genügt, um sich in ihrem Namen anzumelden.",
    caption: "Mitglieder ohne zweiten Faktor, längste Mitgliedschaft zuerst",
    none: "Alle haben einen zweiten Faktor",
    noneText:
      "Mitglieder, die keinen haben oder ihn entfernen, erscheinen hier.",
    copy: (addresses) =>
      addresses === 1 ? "Adresse kopieren" : `${addresses} Adressen kopieren`,
    member: "Mitglied",
    role: "Rolle",
    joined: "Beigetreten",
    access: "Zugang",
    keptOut: "Ausgesperrt",
    you: "Sie",
  },
};

export default GERMAN;
