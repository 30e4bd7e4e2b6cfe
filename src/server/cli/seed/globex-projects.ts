import type { ProjectSketch } from "./script";

/** From the oldest to the newest. */
export const GLOBEX_PROJECTS: readonly ProjectSketch[] = [
  {
    name: "Field sensors",
    description: "Soil and weather stations on twelve farms.",
  },
  {
    name: "Pilot farm in Oregon",
    description: "One season, forty hectares, everything measured.",
    isArchived: true,
  },
  {
    name: "Yield forecast",
    description: "A forecast per field that is right within ten percent.",
  },
  {
    name: "Certification",
    description: "Documents and tests for the European market.",
  },
  {
    name: "Battery life",
    description: "From four months to a whole season on one charge.",
    isArchived: true,
  },
  {
    name: "Irrigation planner",
    description: "Tell growers when to water, and when not to.",
  },
  {
    name: "Grant application",
    description: "Research grant for drought-resistant crops.",
    isArchived: true,
  },
  {
    name: "Growers’ newsletter",
    description: "Four issues a year, written with the growers.",
  },
  {
    name: "Satellite images",
    description: "Weekly images, aligned with the sensor readings.",
  },
  {
    name: "Spare parts shop",
    description: "Order a gasket without writing to anybody.",
  },
  {
    name: "Firmware 3",
    description: "Updates over the air, and a way back when one fails.",
  },
  {
    name: "Investor update, fourth quarter",
    description: "Ten slides and the numbers behind them.",
  },
];
