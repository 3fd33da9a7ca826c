import type { Question, QuestionType } from "../../services/service";
import { checkboxes } from "./checkboxes/checkboxes";
import { companyNumber } from "./company-number/company-number";
import { date } from "./date/date";
import { declaration } from "./declaration/declaration";
import { email } from "./email/email";
import { money } from "./money/money";
import { name } from "./name/name";
import { number } from "./number/number";
import { phone } from "./phone/phone";
import type { QuestionKind } from "./question";
import { radios } from "./radios/radios";
import { select } from "./select/select";
import { text } from "./text/text";
import { textarea } from "./textarea/textarea";
import { vehicle } from "./vehicle/vehicle";
import { yesNo } from "./yes-no/yes-no";

/** The types that look nothing up: they may also stand inside a group. */
export const simpleKinds = {
  text,
  textarea,
  radios,
  checkboxes,
  select,
  "yes-no": yesNo,
  date,
  number,
  money,
  email,
  phone,
  name,
  declaration,
  vehicle,
  "company-number": companyNumber,
} satisfies { [T in QuestionType]?: QuestionKind<T> };

/** The kind of a question inside a group. The cast is safe: a question's type names its kind. */
export const simpleKindOf = (question: Question): QuestionKind =>
  simpleKinds[question.type as keyof typeof simpleKinds] as unknown as QuestionKind;
