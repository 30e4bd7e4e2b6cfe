import { formatCount } from "#client/lib/formats/number.ts";
import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const projects = (count: number) => {
  if (count === 0) return "keine Projekte";
  return count === 1 ? "1 Projekt" : `${formatCount(count)} Projekte`;
};

const GERMAN: TranslationOf<typeof texts> = {
  lastAdmin:
    "Eine Organisation braucht mindestens einen Admin. Machen Sie zuerst jemand anderen zum Admin.",
  menu: {
    kind: "Personen",
    open: "Öffnen",
    changeRole: "Rolle ändern…",
    events: "Ereignisse ansehen",
    eventsKeywords: "Audit-Log Aktivität Verlauf",
    copyEmail: "E-Mail-Adresse kopieren",
    leave: "Organisation verlassen…",
    suspend: "Sperren…",
    reactivate: "Entsperren",
    remove: "Aus der Organisation entfernen…",
  },
  role: {
    own: "Ihre eigene Rolle können Sie nicht ändern. Bitten Sie einen anderen Admin.",
    label: (name) => `Rolle von ${name}`,
    title: (name) => `Rolle von ${name} ändern`,
    newRole: "Rolle",
    change: "Rolle ändern",
    cancel: "Abbrechen",
    notChanged: (name) => `Die Rolle von ${name} konnte nicht geändert werden.`,
  },
  suspend: {
    title: (name) => `${name} sperren?`,
    text: (name) => [
      name,
      " verliert sofort den Zugang, und der Platz wird frei. Rolle und Projekte bleiben erhalten. Sie können das Mitglied jederzeit entsperren.",
    ],
    confirm: "Sperren",
    done: (name) => `${name} gesperrt`,
  },
  reactivate: {
    done: (name) => `${name} entsperrt`,
    failed: (name) => `${name} konnte nicht entsperrt werden.`,
  },
  remove: {
    title: (name, organization) => `${name} aus ${organization} entfernen?`,
    text: (name) => [
      name,
      " verliert sofort den Zugang. Um die Person wieder aufzunehmen, senden Sie eine neue Einladung.",
    ],
    confirm: "Entfernen",
    done: (name) => `${name} entfernt`,
  },
  reassign: {
    created: (count) =>
      `Die ausgewählten Mitglieder sind für ${projects(count)} verantwortlich.`,
    createdBy: (name, count) => [
      name,
      ` ist für ${projects(count)} verantwortlich.`,
    ],
    label: "Projekte übertragen an",
    keep: "Niemanden (ohne verantwortliche Person)",
  },
  leave: {
    title: (organization) => `${organization} verlassen?`,
    text: "Sie verlieren sofort den Zugang. Ihre Projekte bleiben, ohne verantwortliche Person. Ihre offenen Einladungen werden ungültig. Um zurückzukommen, brauchen Sie eine neue Einladung.",
    confirm: "Verlassen",
    done: (organization) => `Sie haben ${organization} verlassen`,
  },
};

export default GERMAN;
