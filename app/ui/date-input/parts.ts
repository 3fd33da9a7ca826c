import type { InputHTMLAttributes } from "react";
import { classes as join } from "../classes.ts";
import type { Described, FormGroupParams } from "../field/field.tsx";
import type { FieldsetProps } from "../fieldset/fieldset.tsx";
import type { Attributes, Common, Maybe } from "../props.ts";

interface DateInputItem {
  name?: string | undefined;
  id?: string | undefined;
  /** Defaults to the word for day, month or year. */
  label?: string | undefined;
  value?: string | number | undefined;
  /** Marks this box as (not) wrong; left out, an error message marks them all. */
  error?: boolean | undefined;
  classes?: string | undefined;
  autoComplete?: string | undefined;
  inputMode?: InputHTMLAttributes<HTMLInputElement>["inputMode"];
  pattern?: string | undefined;
  attributes?: Attributes<InputHTMLAttributes<HTMLInputElement>> | undefined;
}

export interface DateInputProps extends Common, Omit<Described, "describedBy"> {
  id: string;
  /** Put before each name with a dash. */
  namePrefix?: string | undefined;
  /** By full name, prefix included. */
  values?: Record<string, string | number | undefined> | undefined;
  day?: DateInputItem | false | undefined;
  month?: DateInputItem | false | undefined;
  year?: DateInputItem | false | undefined;
  /** Instead of `day`, `month` and `year`. */
  items?: Maybe<DateInputItem>[] | undefined;
  fieldset?: Omit<FieldsetProps, "children" | "role"> | undefined;
  formGroup?: FormGroupParams | undefined;
}

type Kind = "day" | "month" | "year";

/** One box of a date, with everything worked out. */
export interface Part {
  item: DateInputItem;
  /** Set if the box has the plain name of a part of a date, which has a translation. */
  kind: Kind | undefined;
  /** The name as a label, for boxes of other names. */
  title: string;
  id: string;
  name: string;
  value: string | number | undefined;
  classes: string;
}

const isMarked = (item: DateInputItem): boolean => !!item.error || !!item.classes?.includes("govuk-input--error");

/** Composes the boxes from `items`, or from `day`, `month` and `year`, whichever is given. */
export function toParts(props: DateInputProps): Part[] {
  const { values = {}, namePrefix, errorMessage } = props;
  const prefix = namePrefix ? `${namePrefix}-` : "";
  const named: Record<Kind, DateInputItem | false> = {
    day: props.day ?? { name: "day", value: values["day"] },
    month: props.month ?? { name: "month", value: values["month"] },
    year: props.year ?? { name: "year", value: values["year"] },
  };
  const kinds = Object.keys(named) as Kind[];
  const items = (props.items?.length ? props.items : Object.values(named)).filter((item) => !!item);
  const anyMarked = items.some(isMarked);
  return items.map((item) => {
    const kind = kinds.find((each) => isKind(item, each, named[each]));
    const base = kind && named[kind];
    const name = item.name ?? kind ?? "";
    const wrong = isMarked(item) || (item.error !== false && !!errorMessage && !anyMarked);
    const width = !item.classes?.includes("govuk-input--width-") && `govuk-input--width-${kind === "year" ? 4 : 2}`;
    const error = wrong && !item.classes?.includes("govuk-input--error") && "govuk-input--error";
    return {
      item,
      kind: name === kind ? kind : undefined,
      title: name.charAt(0).toUpperCase() + name.slice(1).toLowerCase(),
      id: item.id ?? `${props.id}-${name}`,
      name: prefix + name,
      value: item.value ?? (base ? base.value : undefined) ?? values[prefix + name],
      classes: join("govuk-date-input__input", error, width, item.classes),
    };
  });
}

function isKind(item: DateInputItem, kind: Kind, named: DateInputItem | false): boolean {
  return item === named || (!!item.name && (item.name === kind || (!!named && item.name === named.name)));
}
