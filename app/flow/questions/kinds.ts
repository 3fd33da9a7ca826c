import type { Question, QuestionType } from "../../services/service";
import { address } from "./address/address";
import { bill } from "./bill/bill";
import { collection } from "./collection/collection";
import { group } from "./group/group";
import { location } from "./location/location";
import type { QuestionKind } from "./question";
import { simpleKinds } from "./simple-kinds";
import { slot } from "./slot/slot";
import { upload } from "./upload/upload";
import { venue } from "./venue/venue";

/** Every type of question that a definition may use. */
const kinds: { [T in QuestionType]: QuestionKind<T> } = {
  ...simpleKinds,
  address,
  location,
  upload,
  group,
  slot,
  venue,
  collection,
  bill,
};

export const questionTypes = Object.keys(kinds) as QuestionType[];

/** The kind of a question. The cast is safe: a question's type names its kind. */
export const kindOf = (question: Question): QuestionKind => kinds[question.type] as unknown as QuestionKind;
