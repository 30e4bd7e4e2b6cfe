import { can, type Permission, ROLES } from "../permissions";

const wanted: Permission = "project:create";
for (const role of ROLES) console.log(role, can(role, wanted));
