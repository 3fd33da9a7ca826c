import { DateTime } from "luxon";
import { resolveDate } from "../flow/questions/date/date";
import type { Question, QuestionOf, Rule, Service } from "../services/service";
import type { Page } from "./browser";

/** A bill that nobody has paid, with what must be given beside its reference. */
export interface OpenBill {
  reference: string;
  match: string | null;
}

/** Makes answers up: any question gets one that fits. What was chosen least so far is chosen first. */
export class Filler {
  private latest: string[] = [];
  private wanted = new Map<string, Set<string>>();

  constructor(
    private readonly random: () => number,
    private readonly takeBill: (register: string) => OpenBill,
    private readonly today: string,
    private readonly used = new Map<string, number>(),
  ) {}

  /** Begins another journey: the same memory of what was chosen, other chances. */
  again(random: () => number): Filler {
    return new Filler(random, this.takeBill, this.today, this.used);
  }

  /** The fields of all questions that stand on a page. */
  fill(questions: Question[], page: Page): Record<string, string | string[] | Blob> {
    const fields: Record<string, string | string[] | Blob> = {};
    this.latest = [];
    for (const question of questions) Object.assign(fields, this.answer(question, question.id, page));
    // A bill brings the value that must match it.
    for (const question of questions) if (question.type === "bill") Object.assign(fields, this.bill(question));
    return fields;
  }

  /** What was chosen on the last page ended the journey there: other choices lead further for a while. */
  avoidLatest(): void {
    for (const key of this.latest) this.used.set(key, (this.used.get(key) ?? 0) + 20);
  }

  /** Prefers the answers that lead to a step: those its condition names, and those that lead to where they are asked. */
  seek(service: Service, stepId: string | undefined): this {
    this.wanted = new Map();
    const open = service.steps.filter(({ id }) => id === stepId);
    for (const step of open) {
      for (const [question, value] of answersNamed(step.when)) {
        if (!this.wanted.has(question)) {
          this.wanted.set(question, new Set());
          const asking = service.steps.find(
            (one) => one.kind === "questions" && one.questions.some(({ id }) => id === question),
          );
          // The list grows while it is gone through.
          if (asking && !open.includes(asking)) open.push(asking);
        }
        this.wanted.get(question)!.add(value);
      }
    }
    return this;
  }

  private answer(question: Question, name: string, page: Page): Record<string, string | string[] | Blob> {
    switch (question.type) {
      case "radios":
      case "select":
        return {
          [name]: this.leastUsed(
            name,
            question.options.map((option) => option.id),
          ),
        };
      case "yes-no":
        return { [name]: this.leastUsed(name, ["yes", "no"]) };
      case "checkboxes":
        return { [name]: this.boxes(question, name) };
      case "number":
        return { [name]: String(this.pick([question.min, question.max, question.min + 1])) };
      case "money":
        return {
          [name]: (
            this.pick([question.minPence, question.minPence + 1234, Math.min(question.maxPence, 2_000_000)]) / 100
          ).toFixed(2),
        };
      case "date":
        return this.date(question, name);
      case "address":
        return this.address(name, page);
      case "location":
        return { [`${name}-place`]: "", [`${name}-description`]: "Next to the post box, by number 12" };
      case "upload":
        return question.required || this.random() < 0.3 ? { [name]: picture() } : {};
      case "group":
        return this.group(question, name, page);
      case "venue":
        return { [name]: this.leastUsed(name, optionsOn(page, name)) };
      case "collection":
        return { [name]: this.leastUsed(name, valuesOn(page, name)) };
      case "slot":
        return { [name]: this.pick(optionsOn(page, name)) };
      case "bill":
        return {};
      default: {
        const sample = samples[question.type]?.[Math.floor(this.random() * 2)] ?? "An answer";
        return { [name]: "maxLength" in question ? sample.slice(0, question.maxLength) : sample };
      }
    }
  }

  private boxes(question: QuestionOf<"checkboxes">, name: string): string[] {
    const first = this.leastUsed(name, [
      ...question.options.map((option) => option.id),
      ...(question.none ? ["none"] : []),
    ]);
    if (first === "none") return ["none"];
    return question.options.map((option) => option.id).filter((id) => id === first || this.random() < 0.12);
  }

  private date(question: QuestionOf<"date">, name: string): Record<string, string> {
    const min = question.min ? resolveDate(question.min, this.today) : "1950-02-28";
    const max = question.max ? resolveDate(question.max, this.today) : this.today;
    const [from, until] = [DateTime.fromISO(min), DateTime.fromISO(max)];
    const chosen = from.plus({ days: Math.floor(this.pick([0, 0.5, 1]) * until.diff(from, "days").days) });
    return {
      [`${name}-day`]: String(chosen.day),
      [`${name}-month`]: String(chosen.month),
      [`${name}-year`]: String(chosen.year),
    };
  }

  private address(name: string, page: Page): Record<string, string> {
    const mode = page.dom.querySelector(`input[name="${name}-mode"]`)?.getAttribute("value");
    if (mode === "pick") return { [`${name}-id`]: this.listed(optionsOn(page, `${name}-id`)) };
    if (mode === "hand") return { [`${name}-line1`]: "1 High Street", [`${name}-town`]: "Elsewhere" };
    return { [`${name}-postcode`]: "BK1 2AB" };
  }

  /** One of the list; now and then, where the list may say so, none. */
  private listed(ids: string[]): string {
    const unlisted = ids.filter((id) => id === "not-listed");
    return this.pick(unlisted.length > 0 && this.random() < 0.2 ? unlisted : ids.filter((id) => id !== "not-listed"));
  }

  private group(question: QuestionOf<"group">, name: string, page: Page): Record<string, string | string[] | Blob> {
    const count = Number(page.dom.querySelector(`input[name="${name}-count"]`)?.getAttribute("value") ?? 0);
    if (count === 0 && this.random() < 0.7) return { do: `add:${name}` };
    const fields: Record<string, string | string[] | Blob> = {};
    for (let index = 0; index < count; index++)
      for (const inner of question.questions)
        Object.assign(fields, this.answer(inner, `${name}-${index}-${inner.id}`, page));
    // A second item now and then: what was written in the first one stays.
    return count < Math.min(2, question.max) && this.random() < 0.4 ? { ...fields, do: `add:${name}` } : fields;
  }

  private bill(question: QuestionOf<"bill">): Record<string, string> {
    const { reference, match } = this.takeBill(question.register);
    return { [question.id]: reference, ...(question.with && match ? { [question.with]: match } : {}) };
  }

  private leastUsed(key: string, ids: string[]): string {
    const plain = key.replace(/-\d+-/, "-n-");
    const count = (id: string) => this.used.get(`${plain} ${id}`) ?? 0;
    const leading = ids.filter((id) => this.wanted.get(key)?.has(id));
    const open = leading.length ? leading : ids;
    const least = Math.min(...open.map(count));
    const chosen = this.pick(open.filter((id) => count(id) === least));
    this.used.set(`${plain} ${chosen}`, least + 1);
    this.latest.push(`${plain} ${chosen}`);
    return chosen;
  }

  private pick<T>(items: T[]): T {
    const item = items[Math.floor(this.random() * items.length)];
    if (item === undefined) throw new Error("There is nothing to choose from on this page.");
    return item;
  }
}

/** The answers that a condition asks for by name, by question; what it rules out is not among them. */
function answersNamed(rule: Rule | undefined): [question: string, value: string][] {
  if (typeof rule !== "object" || rule === null) return [];
  if (Array.isArray(rule)) return (rule as Rule[]).flatMap(answersNamed);
  return Object.entries(rule).flatMap(([operator, given]): [string, string][] => {
    const [left, right] = [given].flat() as [Rule, Rule];
    if (operator === "!" || operator === "!=") return [];
    const [question, value] = variable(left) ? [variable(left), right] : [variable(right), left];
    if (question && (operator === "==" || operator === "in"))
      return ([value].flat() as unknown[]).map((one): [string, string] => [
        question,
        typeof one === "boolean" ? (one ? "yes" : "no") : String(one),
      ]);
    return answersNamed(given as Rule);
  });
}

const variable = (rule: Rule): string | undefined =>
  typeof rule === "object" && rule !== null && "var" in rule ? String(rule.var).split(".")[0] : undefined;

const samples: Partial<Record<Question["type"], [string, string]>> = {
  text: ["Łucja’s corner shop", "محل الزاوية"],
  textarea: ["It is about 30 cm wide.\nCars swerve around it.", "Dyma’r disgrifiad."],
  email: ["amina@example.org", "o'neil+home@example.co.uk"],
  phone: ["020 7946 0018", "+48 22 123 45 67"],
  name: ["Zoë O’Neill", "فاطمة"],
  vehicle: ["QQ00 AAA", "A1"],
  "company-number": ["01234567", "SC123456"],
  declaration: ["yes", "yes"],
};

/** The values that a page offers for a field. */
const optionsOn = (page: Page, name: string): string[] =>
  page.dom
    .querySelectorAll(`input[type=radio][name="${name}"], select[name="${name}"] option`)
    .map((option) => option.getAttribute("value") ?? "")
    .filter(Boolean);

/** The values of all the boxes of a field, and of one that is not shown. */
const valuesOn = (page: Page, name: string): string[] =>
  page.dom.querySelectorAll(`input[name="${name}"]`).map((input) => input.getAttribute("value")!);

/** The smallest picture there is: one grey pixel. */
const pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";
export const picture = (name = "photo.png"): File =>
  new File([Buffer.from(pixel, "base64")], name, { type: "image/png" });

/** Whether a question stands on the page: some are asked only on some ways. */
export const isAsked = (page: Page, id: string): boolean =>
  page.dom.querySelector(`[name="${id}"], [name^="${id}-"]`) !== null || page.html.includes(`add:${id}`);

/** The address of the first task of a task list that is still to be done. */
export const openTask = (page: Page): string | undefined =>
  page.dom
    .querySelectorAll(".govuk-task-list__item")
    .find((item) => item.querySelector("a") && item.querySelector(".govuk-tag"))
    ?.querySelector("a")
    ?.getAttribute("href");
