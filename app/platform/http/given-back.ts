/** A form that could not be taken, for the page that says so: nothing that was typed is lost. */
export interface GivenBack {
  /** Where it is sent again. */
  action: string;
  fields: [name: string, value: string][];
  /** What a person wrote or chose of it. */
  texts: string[];
  hadFiles: boolean;
}

/** What a page puts into its forms by itself. */
const own = /^(_|(again|back|do|draft|failed|intent|invitation|key|kiosk|next|page|seen|sent|turn)$)/;
/** These are typed anew. */
const secret = /password|^(code|pin)$/;

export function giveBack(form: FormData, action: string): GivenBack {
  const all = [...form];
  const fields = all.filter(
    (field): field is [string, string] => typeof field[1] === "string" && !secret.test(field[0]),
  );
  return {
    action,
    fields,
    texts: fields.filter(([name, value]) => !own.test(name) && value.trim() !== "").map(([, value]) => value),
    hadFiles: all.some(([, value]) => value instanceof File && value.size > 0),
  };
}
