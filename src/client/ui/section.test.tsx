import { afterEach, expect, test } from "bun:test";
import { cleanup, render } from "@solidjs/testing-library";
import { EmptyState } from "./empty-state.tsx";
import { PageHeader } from "./page-header.tsx";
import { Section } from "./section.tsx";

afterEach(cleanup);

test("a slot renders its content once", () => {
  let rendered = 0;
  const Part = () => {
    rendered += 1;
    return <span>part</span>;
  };
  render(() => (
    <>
      <Section title="Name" footer={<Part />} actions={<Part />}>
        <Part />
      </Section>
      <PageHeader title="Team" actions={<Part />} badge={<Part />} />
      <EmptyState title="No projects" icon={<Part />} action={<Part />} />
    </>
  ));
  // Reading a slot twice creates a second, invisible copy of its content: a dialog in it would open twice.
  expect(rendered).toBe(7);
});
