import { MainLandmark } from "./main-landmark.tsx";
import { NotFound } from "./not-found.tsx";

/** The page for an address outside every layout. */
export default function NotFoundPage() {
  return (
    <MainLandmark>
      <NotFound />
    </MainLandmark>
  );
}
