import type { Texts } from "../../../platform/i18n/i18n.server";
import { isolate } from "../../../platform/i18n/isolate";
import type { QuestionOf } from "../../../services/service";
import { Button } from "../../../ui/button/button";
import { Fieldset } from "../../../ui/fieldset/fieldset";
import { FileList } from "../../../ui/file-list/file-list";
import { FileUpload } from "../../../ui/file-upload/file-upload";
import { Hint } from "../../../ui/hint/hint";
import { fileItem } from "../../uploads/file-item";
import { maxMegabytes } from "../../uploads/prepare-file.server";
import { addUpload, listUploads, removeUpload, type Upload } from "../../uploads/uploads.server";
import { legendOf } from "../heading";
import { type Asking, errorOf, type FieldError, type QuestionKind, type Reading, value } from "../question";
import { readEmpty } from "../single-line/single-line";
import type { Words } from "../words";

/** Files: each goes to the draft at once, so that no error on the page loses it. */
export const upload: QuestionKind<"upload"> = {
  read: async (question, name, fields, words, asking): Promise<Reading> => {
    const wish = fields.get("do");
    const { draftId } = asking;
    if (!draftId) return readEmpty(question, name, words);
    if (wish.startsWith(`remove:${name}:`)) {
      await removeUpload(asking.house, draftId, wish.slice(`remove:${name}:`.length));
      return { kind: "again", fields };
    }
    const errors = await keepFiles(question, name, words, asking, draftId);
    if (errors.length > 0) return { kind: "errors", errors };
    const kept = await listUploads(asking.house, draftId, question.id);
    if (wish === `add:${name}` && kept.length > 0) return { kind: "again", fields };
    return kept.length > 0 ? value(kept) : readEmpty(question, name, words);
  },
  prepare: async (question, _name, _fields, { house, draftId }) =>
    draftId ? listUploads(house, draftId, question.id) : [],
  toFields: () => [],
  toLines: (kept, _question, words) => {
    const names = (kept as Upload[]).map((file) => file.name);
    return names.length > 0 ? names : [words.say("none")];
  },
  toFiles: (kept) => kept as Upload[],
  View: ({ question, name, errors, words, isHeading, found, text }) => {
    const kept = found as Upload[];
    const limits = words.say("limits", { count: question.maxFiles, size: maxMegabytes });
    return (
      <Fieldset legend={legendOf(words, isHeading)} describedBy={`${name}-limits`}>
        <Hint id={`${name}-limits`}>{[words.hint, limits].filter(Boolean).join(" ")}</Hint>
        {kept.length > 0 && <KeptFiles name={name} kept={kept} words={words} text={text} />}
        {kept.length < question.maxFiles ? (
          <>
            <FileUpload
              name={name}
              label={{ text: words.say("choose") }}
              errorMessage={errorOf(errors, name)}
              multiple={question.maxFiles > 1}
              preview={{ heading: words.say("chosen"), most: question.maxFiles - kept.length }}
              attributes={{ accept: ".jpg,.jpeg,.png,.webp,.heic,.heif,.pdf,image/*,application/pdf" }}
            />
            <Button name="do" value={`add:${name}`} classes="govuk-button--secondary">
              {words.say("add")}
            </Button>
          </>
        ) : (
          errors.length > 0 && (
            <p className="govuk-error-message" id={name}>
              {errors[0]?.text}
            </p>
          )
        )}
      </Fieldset>
    );
  },
};

interface KeptProps {
  name: string;
  kept: Upload[];
  words: Words;
  text: Texts;
}

/** A picture opens on no page of its own here: what was typed beside it would be left behind. */
function KeptFiles({ name, kept, words, text }: KeptProps) {
  return (
    <>
      <p className="govuk-body govuk-!-font-weight-bold" id={`${name}-kept`}>
        {words.say("added")}
      </p>
      <FileList
        files={kept.map((file) => fileItem(text, file, "shown"))}
        labelledBy={`${name}-kept`}
        action={(file, index) => (
          <button
            type="submit"
            className="app-link-button govuk-link"
            name="do"
            value={`remove:${name}:${kept[index]!.id}`}
          >
            {words.say("remove", { name: file.name })}
          </button>
        )}
      />
    </>
  );
}

async function keepFiles(
  question: QuestionOf<"upload">,
  name: string,
  words: Words,
  { house, files, sender }: Asking,
  draftId: string,
): Promise<FieldError[]> {
  const { council, uploads } = house.config;
  const errors: FieldError[] = [];
  const chosen = (files.get(name) ?? []).filter((file) => file.name !== "" || file.size > 0);
  let room = question.maxFiles - (await listUploads(house, draftId, question.id)).length;
  for (const file of chosen) {
    if (room-- <= 0) {
      errors.push({ field: name, text: words.say("too-many", { count: question.maxFiles }) });
      break;
    }
    const kept = await addUpload(house, { draftId, questionId: question.id }, file, sender);
    const values = { name: file.name, size: maxMegabytes, quota: uploads.draft, phone: isolate(council.phone) };
    if (!kept.ok) errors.push({ field: name, text: words.say(kept.error, values) });
  }
  return errors;
}
