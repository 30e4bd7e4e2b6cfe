import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import { PLANS } from "#shared/plans.ts";
import { formatCount, formatList } from "#client/lib/formats/number.ts";
import type { texts } from "./texts.ts";

const counted = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${formatCount(count)} ${many}`;

const GERMAN: TranslationOf<typeof texts> = {
  label: "Abrechnung",
  payment: "Zahlung",
  trial: "Testphase",
  goToBilling: "Zur Abrechnung",
  hide: "Bis zum nächsten Mal ausblenden",
  frozen: (members, projects) => {
    const parts = [
      members > 0
        ? `${counted(members, "Mitglied kann", "Mitglieder können")} nur lesen`
        : "",
      projects > 0
        ? `${counted(projects, "Projekt ist", "Projekte sind")} nur lesbar`
        : "",
    ].filter(Boolean);
    return `${formatList(parts)}: Der Tarif hat keinen Platz für mehr.`;
  },
  you: {
    label: "Nur lesend",
    text: (organization) =>
      `Sie können hier nur lesen: ${organization} hat weniger Plätze als Mitglieder.`,
    ask: (admins) =>
      admins.length === 0
        ? "Bitten Sie einen Admin um einen Platz."
        : `Bitten Sie einen Admin um einen Platz: ${formatList(admins, "disjunction")}.`,
  },
  limit: {
    SEAT_LIMIT: {
      title: "Kein Platz ist frei",
      text: (organization) =>
        `Alle Plätze von ${organization} sind vergeben, an Mitglieder oder Einladungen.`,
      orElse:
        "Oder schaffen Sie Platz: Ziehen Sie eine Einladung zurück, oder entfernen Sie ein Mitglied.",
      action: "Mehr Plätze",
    },
    PROJECT_LIMIT: {
      title: "Kein Platz für weitere Projekte",
      text: (organization, plan) =>
        `${organization} hat so viele Projekte, wie ${PLANS[plan].label} umfasst. Was darüber hinausgeht, ist nur lesbar.`,
      orElse:
        "Oder schaffen Sie Platz: Löschen Sie ein Projekt, das niemand braucht.",
      action: "Größere Tarife ansehen",
    },
    FEATURE_NOT_IN_PLAN: {
      title: "Ihr Tarif umfasst das nicht",
      text: (organization, plan) =>
        `${organization} hat den Tarif ${PLANS[plan].label}, der das nicht oder nicht in dieser Zahl umfasst.`,
      orElse: "",
      action: "Größere Tarife ansehen",
    },
  },
  ask: (admins) =>
    admins.length === 0
      ? "Fragen Sie einen Admin."
      : `Fragen Sie einen Admin: ${formatList(admins, "disjunction")}.`,
  close: "Schließen",
};

export default GERMAN;
