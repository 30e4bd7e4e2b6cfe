import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import type { texts } from "./texts.ts";

const translation: TranslationOf<typeof texts> = {
  description: "Diese Mitglieder bitten um eine Rolle oder einen Platz.",
  caption: "Offene Anfragen, neueste zuerst",
  none: "Keine offenen Anfragen",
  noneText:
    "Wenn Mitglieder um Zugriff auf eine Seite oder um einen Platz bitten, sehen Sie es hier.",
  member: "Mitglied",
  wanted: "Bittet um",
  seat: "Einen Platz",
  asked: "Gefragt",
  actions: "Aktionen",
  approve: "Annehmen",
  decline: "Ablehnen",
  withdraw: "Anfrage zurückziehen",
  of: (name) => `von ${name}`,
  withdrawn: "Anfrage zurückgezogen",
  failed: "Die Anfrage konnte nicht beantwortet werden.",
  approved: (name) => `Anfrage von ${name} angenommen`,
  declined: (name) => `Anfrage von ${name} abgelehnt`,
  role: {
    title: (name) => `Rolle von ${name} ändern?`,
    label: "Neue Rolle",
    choose: "Rolle auswählen",
    none: "Sie können keine Rolle mit diesem Recht vergeben. Wenden Sie sich an einen Admin mit mehr Rechten.",
    cancel: "Abbrechen",
    confirm: "Rolle ändern",
  },
  seatDialog: {
    title: (name) => `${name} einen Platz geben?`,
    text: "Wenn alle Plätze belegt sind, hat das neueste Mitglied ohne gewählten Platz danach nur Lesezugriff.",
    confirm: "Platz geben",
  },
  declineDialog: {
    title: (name) => `Anfrage von ${name} ablehnen?`,
    text: "Der Zugriff bleibt unverändert. Das Mitglied erhält eine E-Mail.",
    confirm: "Anfrage ablehnen",
  },
};
export default translation;
