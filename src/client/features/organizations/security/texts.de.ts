import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import { formatDay } from "#client/lib/formats/time.ts";
import type { texts } from "./texts.ts";

const members = (count: number) =>
  count === 1 ? "1 Mitglied" : `${count} Mitglieder`;
const withoutTwoFactor = (count: number) =>
  `${members(count)} ${count === 1 ? "hat" : "haben"} keine 2FA`;

const GERMAN: TranslationOf<typeof texts> = {
  title: "Sicherheit",
  description: "Anforderungen an die Anmeldung der Mitglieder.",
  policy: {
    title: "Zwei-Faktor-Authentifizierung",
    text: "Verlangt zusätzlich zum Passwort eine Authenticator-App oder einen Passkey.",
    off: "Nicht verlangt. Mitglieder können sich nur mit einem Passwort anmelden.",
    grace: (from) => `Verlangt ab ${formatDay(from)}`,
    graceText: (count) =>
      count === 0
        ? "Alle Mitglieder haben 2FA."
        : `${withoutTwoFactor(count)} und ${count === 1 ? "wird" : "werden"} dann ausgesperrt. Auf jeder Seite steht ein Hinweis.`,
    inForce: (from) => `Verlangt seit ${formatDay(from)}`,
    inForceText: (count) =>
      count === 0
        ? "Alle Mitglieder haben 2FA."
        : `${withoutTwoFactor(count)} und ${count === 1 ? "ist" : "sind"} ausgesperrt, bis 2FA eingerichtet ist.`,
    require: "Zwei-Faktor-Authentifizierung verlangen",
    requireHint:
      "Mitglieder ohne 2FA können in dieser Organisation nichts öffnen. Sie können sie verlassen und ihre anderen Organisationen nutzen.",
    start: "Beginn",
    startHint:
      "Bei einem früheren Datum schicken wir Mitgliedern ohne 2FA eine E-Mail.",
    keep: (from, isInForce) =>
      `${isInForce ? "Seit" : "Ab"} ${formatDay(from)} (bisher)`,
    now: "Sofort",
    inDays: (days) => `In ${days} Tagen`,
    on: (day) => formatDay(day),
    applies: "Gilt für alle Mitglieder, auch für Admins.",
  },
  yours: {
    title: "Richten Sie 2FA zuerst für sich selbst ein",
    text: "Sie brauchen sie, bevor Sie sie verlangen können.",
    action: "2FA einrichten",
  },
  confirm: {
    title: "2FA sofort verlangen?",
    text: (count) =>
      `${members(count)} ${count === 1 ? "wird" : "werden"} bis zur Einrichtung ausgesperrt. Um Zeit zu geben, wählen Sie ein späteres Datum.`,
    action: "2FA verlangen",
  },
  saved: {
    off: "2FA wird nicht mehr verlangt",
    on: "2FA wird verlangt",
    mailed: (mailed) =>
      mailed === 0
        ? undefined
        : `${members(mailed)} per E-Mail benachrichtigt.`,
    failed: "Die Richtlinie konnte nicht geändert werden",
  },
  lacking: {
    title: "Mitglieder ohne 2FA",
    inForce: "Sie sind ausgesperrt, bis sie 2FA einrichten.",
    grace: "Sie werden ausgesperrt, wenn sie 2FA nicht rechtzeitig einrichten.",
    off: "Ihre Konten sind nur durch ein Passwort geschützt.",
    caption: "Mitglieder ohne 2FA, längste Mitgliedschaft zuerst",
    none: "Alle Mitglieder haben 2FA",
    noneText: "Mitglieder ohne 2FA erscheinen hier.",
    copy: (count) =>
      count === 1
        ? "E-Mail-Adresse kopieren"
        : `${count} E-Mail-Adressen kopieren`,
    member: "Mitglied",
    role: "Rolle",
    joined: "Beigetreten",
    access: "Zugang",
    lockedOut: "Ausgesperrt",
    you: "Sie",
  },
};

export default GERMAN;
