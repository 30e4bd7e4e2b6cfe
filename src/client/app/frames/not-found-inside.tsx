import { NotFound } from "#client/layout/not-found.tsx";

/** For an address below a layout that leads nowhere: header and navigation stay. */
export default function NotFoundInside() {
  return <NotFound />;
}
