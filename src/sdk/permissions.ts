export {
  BUILT_IN_ROLES,
  can,
  type Grants,
  grantsOf,
  isPermission,
  isRole,
  type Permission,
  PERMISSIONS,
  type Role,
  ROLES,
} from "#shared/permissions";
