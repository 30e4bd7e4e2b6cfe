import type { ProjectSketch } from "./script";

/** From the oldest to the newest. */
export const ACME_PROJECTS: readonly ProjectSketch[] = [
  {
    name: "Company website",
    description: "A new site with the product pages, prices and case studies.",
  },
  {
    name: "Customer portal",
    description: "One place for customers to see orders, invoices and tickets.",
  },
  {
    name: "Move to the new data centre",
    description: "All services leave the old racks before the lease ends.",
    isArchived: true,
  },
  {
    name: "Brand refresh",
    description: "Logo, colours and templates that work on paper and screens.",
    isArchived: true,
  },
  {
    name: "Mobile app 2.0",
    description: "Offline mode, faster start and a calmer home screen.",
  },
  {
    name: "Onboarding handbook",
    description: "What a new colleague needs to know in the first two weeks.",
  },
  {
    name: "Spring trade fair",
    description: "Stand, talks and demos for the fair in Hanover.",
    isArchived: true,
  },
  {
    name: "Payments in five currencies",
    description: "Quote and invoice in EUR, USD, GBP, SEK and PLN.",
  },
  {
    name: "Accessibility audit",
    description: "Bring the portal to WCAG 2.2 AA and keep it there.",
  },
  {
    name: "Warehouse scanner",
    description: "Replace paper picking lists by a hand scanner.",
  },
  {
    name: "Annual report",
    description: "Figures, photos and print, due at the general meeting.",
    isArchived: true,
  },
  {
    name: "Search that finds things",
    description: "Typos, synonyms and part numbers in one search box.",
  },
  {
    name: "Supplier scorecards",
    description: "Delivery time and quality per supplier, every month.",
  },
  {
    name: "Customer interviews, autumn",
    description: "Twelve conversations about how orders are really placed.",
  },
  {
    name: "Data retention",
    description: "Decide what is kept for how long, and delete the rest.",
  },
  {
    name: "Partner API",
    description: "A documented interface for resellers, with keys and limits.",
  },
  {
    name: "Warranty claims, simplified so that a claim takes one form",
    description: "From five forms to one; photos instead of descriptions.",
  },
  {
    name: "لوحة المتابعة للمبيعات",
    description: "أرقام المبيعات الأسبوعية لفريق الشرق الأوسط.",
  },
  {
    name: "Energy dashboard",
    description: "What every building uses, hour by hour.",
  },
  {
    name: "Price list for next year",
    description: "Costs, margins and a first draft for the sales team.",
  },
  {
    name: "Support rota",
    description: "Who answers when, including public holidays.",
  },
  { name: "Incident review: lost parcels", description: "" },
];
