import { data } from "@remix-run/node";
import { type Context, goTo, type PageView } from "../platform/context.server";
import type { Texts } from "../platform/i18n/i18n.server";
import { addWorkingDays } from "../platform/working-days";
import type { OfferedService } from "../services/catalogue.server";
import { sendKeys } from "../services/sending";
import type { Question } from "../services/service";
import { standardFor, standardKeys } from "../services/standard";
import type { FileItem } from "../ui/file-list/file-list";
import type { Draft } from "./draft";
import { type Answers, feeOf, type Reached, sectionsOf, type Way } from "./engine";
import { admit } from "./parts/parts.server";
import { servicePath } from "./paths";
import { kindOf } from "./questions/kinds";
import { type Words, wordsFor } from "./questions/words";
import { lastEditorOf } from "./sharing.server";
import { type Differences, shownOf } from "./shown";
import { type Files, fileItem } from "./uploads/file-item";
import { enterService, nextPath, openVisit } from "./visit.server";

export interface AnswerRow {
  key: string;
  lines: string[];
  /** Shown in place of the lines. */
  files?: FileItem[];
  change?: { href: string; about: string };
}
export interface AnswerCard {
  title: string | undefined;
  rows: AnswerRow[];
}

export interface CheckView extends PageView {
  kind: "check";
  caption: string;
  cards: AnswerCard[];
  amount: string | undefined;
  promise: string | undefined;
  data: string | undefined;
  button: string;
  action: string;
  draftId: string;
  /** What tells whether all this still holds; see `shownOf`. */
  seen: string;
  /** What became other after the page was opened. */
  changed: string[];
  back: string;
  lng: string;
}

/** Shows all answers on the way, to be looked over before they are sent. */
export async function showCheck(context: Context, params: Record<string, string | undefined>): Promise<CheckView> {
  const service = await enterService(context, params["service"]);
  await admit(context, service, { next: servicePath(service) });
  const { draft, way } = await openVisit(context, service);
  if (!draft) throw goTo(context, servicePath(service));
  if (way.stop || way.next) throw goTo(context, nextPath(service, way));
  return makeCheckView(context, service, draft, way);
}

/** The page once more, with what became other since it was opened: nobody sends what they have not seen. */
export async function showChanged(
  context: Context,
  service: OfferedService,
  draft: Draft,
  way: Way,
  differences: Differences,
) {
  const changed = await wordDifferences(context, draft, feeOf(service, way.answers), differences);
  return data<CheckView>({ ...makeCheckView(context, service, draft, way), failed: true, changed }, { status: 409 });
}

async function wordDifferences(
  context: Context,
  draft: Draft,
  fee: number | undefined,
  { service, feeBefore, answers }: Differences,
): Promise<string[]> {
  const { text } = context;
  const editor = await lastEditorOf(context, draft);
  const parts = [
    service && text.t("flow:check.changed.service"),
    answers && (editor ? text.t("flow:check.changed.by", { ...editor }) : text.t("flow:check.changed.answers")),
    feeBefore !== undefined &&
      text.t("flow:check.changed.fee", { before: text.money(feeBefore), now: text.money(fee ?? 0) }),
    text.t("flow:check.changed.again"),
  ];
  return parts.filter((part) => part !== false);
}

function makeCheckView(context: Context, service: OfferedService, draft: Draft, way: Way): CheckView {
  const { text, blanks } = context;
  const key = `services/${service.id}`;
  const amount = feeOf(service, way.answers);
  const last = way.steps.at(-1);
  return {
    title: `${text.t("flow:check.title")} – ${text.t(`${key}:title`)}`,
    kind: "check",
    caption: text.t(`${key}:title`),
    cards: answerCards(text, service, way, { change: true, files: "shown" }).map((card) => withBlanks(context, card)),
    amount: amount === undefined ? undefined : text.money(amount),
    promise: promiseOf(context, service, way.answers),
    data: text.has(`${key}:data`) ? text.t(`${key}:data`) : undefined,
    button: text.first(sendKeys(service), { amount: text.money(amount ?? 0) }),
    action: text.link(servicePath(service, "check")),
    draftId: blanks.mark(draft.id),
    seen: blanks.mark(shownOf(service, way)),
    changed: [],
    back: text.link(servicePath(service, service.sections.length > 0 ? "tasks" : last?.step.id)),
    lng: text.lng,
  };
}

/** Everybody's answers stand in the same page. */
const withBlanks = ({ blanks }: Context, card: AnswerCard): AnswerCard => ({
  ...card,
  rows: card.rows.map((row) => ({
    ...row,
    lines: row.lines.map((line) => blanks.mark(line)),
    ...(row.files ? { files: row.files.map((file) => fileBlank(blanks, file)) } : {}),
  })),
});

const fileBlank = (blanks: Context["blanks"], { name, small, ...file }: FileItem): FileItem => ({
  ...file,
  name: blanks.mark(name),
  small: small && { ...small, src: blanks.mark(small.src) },
});

interface CardOptions {
  /** Each answer leads to where it can be changed. */
  change?: boolean;
  /** What stands in place of answers that are marked as private. */
  hidden?: string;
  /** Without it, files are named only: to readers who may not open them. */
  files?: Files;
}

/** What the council promises for answers that are sent now, in words; undefined where it has no standard. */
export function promiseOf(
  { text, clock }: Context,
  service: OfferedService,
  answers: Answers,
  targetDate?: string,
): string | undefined {
  const standard = standardFor(service, answers);
  if (!standard) return undefined;
  const date = targetDate ?? addWorkingDays(clock.now(), standard.workingDays);
  return text.first(standardKeys(service.id, standard.words, "promise"), { date: text.day(date) });
}

/** The answers on a way, in cards by section, or by page with a title. */
export function answerCards(text: Texts, service: OfferedService, way: Way, options: CardOptions = {}): AnswerCard[] {
  const key = `services/${service.id}`;
  const card = (title: string | undefined, steps: Reached[]): AnswerCard => ({
    title,
    rows: steps.flatMap((reached) =>
      reached.questions.map((question) =>
        question.private && options.hidden
          ? { key: wordsFor(text, service.id, question).short, lines: [options.hidden] }
          : answerRow(text, service, way.answers, reached, question, options),
      ),
    ),
  });
  const cards =
    service.sections.length > 0
      ? sectionsOf(service, way).map(({ id, steps }) => card(text.t(`${key}:sections.${id}`), steps))
      : [card(undefined, way.steps)];
  return cards.filter((one) => one.rows.length > 0);
}

function answerRow(
  text: Texts,
  service: OfferedService,
  answers: Answers,
  { step }: Reached,
  question: Question,
  { change, files }: CardOptions,
): AnswerRow {
  const words = wordsFor(text, service.id, question);
  const answer = answers[question.id];
  const isEmpty = answer === null || answer === undefined;
  const lines = isEmpty ? [text.t("flow:not-answered")] : linesOf(text, question, words, answer);
  const href = `${text.link(servicePath(service, step.id))}?change`;
  const shown =
    files && !isEmpty
      ? kindOf(question)
          .toFiles?.(answer)
          .map((file) => fileItem(text, file, files))
      : [];
  return {
    key: words.short,
    lines,
    ...(shown?.length ? { files: shown } : {}),
    change: change ? { href, about: words.short } : undefined,
  };
}

/** An answer in words. One of an older version of the service may be of another kind: its values stand for themselves. */
function linesOf(text: Texts, question: Question, words: Words, answer: unknown): string[] {
  try {
    const lines = kindOf(question).toLines(answer, question, words, text);
    if (lines.every(isWords)) return lines;
  } catch {
    // Its type cannot word it.
  }
  return valuesIn(answer);
}

const isWords = (line: unknown) => typeof line === "string" && !line.includes(String({}));

const valuesIn = (answer: unknown): string[] =>
  typeof answer === "object" ? Object.values(answer ?? {}).flatMap(valuesIn) : [String(answer)];
