import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { definitions } from "../services/definitions";
import { defineService, type Rule, type Service } from "../services/service";
import { type Answers, feeOf, followWay, sectionsOf, stepAfter, stepBefore } from "./engine";

type Steps = Parameters<typeof defineService>[0]["steps"];

const make = (steps: Steps, more: { sections?: string[]; fees?: Record<string, number>; fee?: Rule } = {}): Service =>
  defineService({
    id: "report-test",
    version: 1,
    processes: ["report"],
    subject: "test",
    audience: ["resident"],
    signIn: "none",
    minutes: 1,
    steps,
    team: "test",
    owner: { team: "test", reviewed: "2026-01-01", reviewBy: "2027-01-01" },
    ...more,
  });
const yesNo = (id: string, when?: Rule): Steps[number] => ({
  kind: "questions",
  id,
  when,
  questions: [{ type: "yes-no", id }],
});
const is = (id: string, answer: string): Rule => ({ "==": [{ var: id }, answer] });
const ids = (service: Service, answers: Answers) => followWay(service, answers).steps.map((one) => one.step.id);

describe("a way", () => {
  const branching = make([
    yesNo("one"),
    yesNo("two", is("one", "yes")),
    yesNo("three", is("two", "yes")),
    yesNo("four"),
  ]);

  it("goes on to what is asked next, and ends where nothing is left", () => {
    expect(followWay(branching, {}).next?.step.id).toBe("one");
    expect(followWay(branching, { one: "yes" }).next?.step.id).toBe("two");
    expect(followWay(branching, { one: "no" }).next?.step.id).toBe("four");
    expect(followWay(branching, { one: "no", four: "yes" }).next).toBeUndefined();
  });

  it("lets a condition see only answers that are on the way", () => {
    expect(ids(branching, { one: "yes", two: "yes" })).toEqual(["one", "two", "three", "four"]);
    // "two" was answered, but on a branch that was left since: it decides nothing, and is not sent.
    const left = followWay(branching, { one: "no", two: "yes", three: "yes", four: "no" });
    expect(left.steps.map((one) => one.step.id)).toEqual(["one", "four"]);
    expect(left.answers).toEqual({ one: "no", four: "no" });
  });

  it("does not let a condition see an answer that comes after it", () => {
    const early = make([yesNo("one", is("two", "yes")), yesNo("two")]);
    expect(ids(early, { one: "yes", two: "yes" })).toEqual(["two"]);
  });

  it("asks only what changed again: answers of a branch that is taken up once more still stand", () => {
    const given = { one: "yes", two: "yes", three: "no", four: "yes" };
    expect(followWay(branching, { ...given, one: "no" }).next).toBeUndefined();
    expect(followWay(branching, given)).toMatchObject({ next: undefined, answers: given });
    const { three, ...others } = given;
    expect(three).toBe("no");
    expect(followWay(branching, others).next?.step.id).toBe("three");
  });

  it("counts what was left empty as answered", () => {
    expect(followWay(branching, { one: null }).next?.step.id).toBe("four");
  });

  it("ends at a stop, and counts nothing behind it", () => {
    const stopping = make([yesNo("one"), { kind: "stop", id: "halt", when: is("one", "yes") }, yesNo("two")]);
    const way = followWay(stopping, { one: "yes", two: "yes" });
    expect(way.stop?.step.id).toBe("halt");
    expect(way.answers).toEqual({ one: "yes" });
    expect(way.next).toBeUndefined();
    expect(followWay(stopping, { one: "no", two: "yes" }).stop).toBeUndefined();
  });

  it("shows a notice until it was read", () => {
    const noticing = make([{ kind: "notice", id: "mind" }, yesNo("one")]);
    expect(followWay(noticing, { one: "yes" }).next?.step.id).toBe("mind");
    expect(followWay(noticing, { mind: "yes", one: "yes" }).next?.step.id).toBe("mind");
    expect(followWay(noticing, { mind: true, one: "yes" })).toMatchObject({
      next: undefined,
      answers: { mind: true, one: "yes" },
    });
  });

  it("leaves out a page of which no question is asked", () => {
    const page: Steps[number] = {
      kind: "questions",
      id: "page",
      questions: [
        { type: "yes-no", id: "a", when: is("one", "yes") },
        { type: "yes-no", id: "b", when: { and: [is("one", "yes"), is("a", "yes")] } },
      ],
    };
    const service = make([yesNo("one"), page]);
    expect(ids(service, { one: "no" })).toEqual(["one"]);
    const questions = (answers: Answers) =>
      followWay(service, answers)
        .steps.at(-1)!
        .questions.map((one) => one.id);
    expect(questions({ one: "yes" })).toEqual(["a"]);
    expect(questions({ one: "yes", a: "yes" })).toEqual(["a", "b"]);
  });

  it("knows its neighbours", () => {
    const way = followWay(branching, { one: "no", four: "yes" });
    expect(stepBefore(way, "one")).toBeUndefined();
    expect(stepBefore(way, "four")?.step.id).toBe("one");
    expect(stepAfter(way, "one")?.step.id).toBe("four");
    expect(stepAfter(way, "four")).toBeUndefined();
    expect(stepBefore(way, "two")).toBeUndefined();
    expect(stepAfter(way, "two")).toBeUndefined();
  });

  it("puts the steps of a long service into its sections, in the definition's order", () => {
    const section = (id: string, of: string, when?: Rule): Steps[number] =>
      ({ ...yesNo(id, when), section: of }) as Steps[number];
    const long = make(
      [section("a", "you"), section("b", "money"), section("c", "you"), section("d", "money", is("a", "yes"))],
      {
        sections: ["you", "money", "last"],
      },
    );
    const names = (answers: Answers) =>
      sectionsOf(long, followWay(long, answers)).map(
        ({ id, steps }) => `${id}: ${steps.map((one) => one.step.id).join(" ")}`,
      );
    expect(names({})).toEqual(["you: a c", "money: b", "last: "]);
    expect(names({ a: "yes" })).toEqual(["you: a c", "money: b d", "last: "]);
  });
});

describe("a fee", () => {
  it("is whole pence; none, or less than a penny, is nothing to pay", () => {
    const fees = { base: 6500, each: 1250 };
    const fee: Rule = { "+": [{ var: "fees.base" }, { "*": [{ var: "count" }, { var: "fees.each" }] }] };
    const service = make([yesNo("one")], { fees, fee });
    expect(feeOf(service, { count: 2 })).toBe(9000);
    expect(feeOf(service, { count: 0.333 })).toBe(6916);
    expect(feeOf(make([yesNo("one")], { fee: 0 }), {})).toBeUndefined();
    expect(feeOf(make([yesNo("one")], { fee: -5 }), {})).toBeUndefined();
    expect(feeOf(make([yesNo("one")], { fee: "much" }), {})).toBeUndefined();
    expect(feeOf(make([yesNo("one")]), {})).toBeUndefined();
  });
});

/** Any answers at all, as a draft may hold them after versions, tabs and tampering. */
const anyAnswers = (service: Service) => {
  const options = service.steps.flatMap((step) =>
    step.kind === "questions"
      ? step.questions.flatMap((one) => ("options" in one ? one.options.map((option) => option.id) : []))
      : [],
  );
  const answer = fc.oneof(
    fc.constantFrom("yes", "no", null, true, 0, 12345, "none", ...options),
    fc.array(fc.constantFrom("one", ...options), { maxLength: 3 }),
    fc.record({ duePence: fc.nat(), lines: fc.array(fc.string()) }),
    fc.array(fc.dictionary(fc.string(), fc.anything()), { maxLength: 2 }),
  );
  const known = service.steps.flatMap((step) =>
    step.kind === "questions" ? step.questions.map((one) => one.id) : [step.id],
  );
  return fc.dictionary(fc.constantFrom(...known, "unknown"), answer);
};

describe("for any service and any answers", () => {
  it.each(definitions.map((service) => [service.id, service] as const))("%s", (_id, service) => {
    fc.assert(
      fc.property(anyAnswers(service), anyAnswers(service), (given, others) => {
        const way = followWay(service, given);
        const all = service.steps.map((step) => step.id);
        const reached = way.steps.map((one) => one.step.id);
        // In the definition's order, each once, only its own answers; what was given elsewhere decides nothing.
        expect(reached).toEqual(all.filter((id) => reached.includes(id)));
        const asked = new Set(
          way.steps.flatMap((one) => [one.step.id, ...one.questions.map((question) => question.id)]),
        );
        for (const [id, answer] of Object.entries(way.answers)) {
          expect(asked.has(id)).toBe(true);
          expect(answer).toBe(given[id]);
        }
        expect(followWay(service, way.answers)).toEqual(way);
        const unasked = Object.fromEntries(Object.entries(others).filter(([id]) => !asked.has(id) && !(id in given)));
        const mixed = followWay(service, { ...unasked, ...given });
        if (way.stop) expect(mixed.stop).toEqual(way.stop);
        expect(mixed.steps.slice(0, 1)).toEqual(way.steps.slice(0, 1));
        if (way.stop) expect(reached.at(-1)).toBe(way.stop.step.id);
        if (way.next) expect(way.steps.find((one) => !one.complete)).toBe(way.next);
        const inSections = sectionsOf(service, way).flatMap((one) => one.steps);
        if (service.sections.length > 0) expect(new Set(inSections)).toEqual(new Set(way.steps));
      }),
      { numRuns: 60 },
    );
  });
});
