import { NotFound } from "#client/layout/not-found.tsx";

/** For an unknown URL below a layout: header and navigation stay. */
export default function NotFoundInside() {
  return <NotFound />;
}
