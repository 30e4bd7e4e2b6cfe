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
        ? `${counted(members, "Mitglied hat", "Mitglieder haben")} nur Lesezugriff`
        : "",
      projects > 0
        ? `${counted(projects, "Projekt ist", "Projekte sind")} nur lesbar`
        : "",
    ].filter(Boolean);
    return `${formatList(parts)}, weil die Grenzen Ihres Tarifs überschritten sind.`;
  },
  view: {
    label: "Ansicht als Rolle",
    text: (role) => `Sie sehen die Organisation als ${role}.`,
    readOnly: "Änderungen sind nicht möglich.",
    exit: "Beenden",
  },
  you: {
    label: "Nur Lesezugriff",
    text: (organization) =>
      `Sie haben nur Lesezugriff, weil ${organization} keine freien Plätze hat.`,
    ask: (admins) =>
      admins.length === 0
        ? "Bitten Sie einen Admin um einen Platz."
        : `Bitten Sie ${formatList(admins, "disjunction")} um einen Platz.`,
  },
  limit: {
    SEAT_LIMIT: {
      title: "Keine freien Plätze",
      text: (organization) =>
        `Mitglieder und offene Einladungen belegen alle Plätze von ${organization}.`,
      alternative:
        "Sie können auch eine Einladung zurückziehen oder ein Mitglied entfernen.",
      action: "Plätze hinzufügen",
    },
    PROJECT_LIMIT: {
      title: "Projektgrenze erreicht",
      text: (organization, plan) =>
        `${organization} hat die Projektgrenze des Tarifs ${PLANS[plan].label} erreicht. Weitere Projekte sind nur lesbar.`,
      alternative:
        "Sie können auch ein Projekt löschen, das Sie nicht mehr brauchen.",
      action: "Tarife vergleichen",
    },
    FEATURE_NOT_IN_PLAN: {
      title: "Nicht in Ihrem Tarif enthalten",
      text: (organization, plan) =>
        `Der Tarif ${PLANS[plan].label} von ${organization} umfasst das nicht, oder seine Grenze ist erreicht.`,
      alternative: "",
      action: "Tarife vergleichen",
    },
  },
  ask: (admins) =>
    admins.length === 0
      ? "Bitten Sie einen Admin um einen größeren Tarif."
      : `Bitten Sie ${formatList(admins, "disjunction")} um einen größeren Tarif.`,
  close: "Schließen",
  twoFactor: {
    notice: {
      label: "Zwei-Faktor-Authentifizierung",
      requires: "verlangt Zwei-Faktor-Authentifizierung ab",
      after: "Danach sind Sie ausgesperrt, bis Sie sie einrichten.",
      setUp: "2FA einrichten",
    },
    blocked: {
      title: (organization) =>
        `${organization} verlangt Zwei-Faktor-Authentifizierung`,
      text: "Sie sind ausgesperrt, bis Sie 2FA einrichten. Fügen Sie eine Authenticator-App oder einen Passkey hinzu: Das dauert etwa zwei Minuten, und Sie haben sofort wieder Zugang.",
      kept: "Ihre Arbeit hier bleibt erhalten.",
      others:
        "Oben können Sie weiterhin zu Ihren anderen Organisationen wechseln.",
      setUp: "Zwei-Faktor-Authentifizierung einrichten",
      leave: "Organisation verlassen…",
    },
  },
};

export default GERMAN;
