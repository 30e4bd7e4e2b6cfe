export type { Membership as Member } from "../../../../../../server/features/members/shapes.ts";
