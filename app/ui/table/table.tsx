import type { ReactNode, TdHTMLAttributes } from "react";
import { classes as join } from "../classes.ts";
import type { Attributes, Common, Maybe } from "../props.ts";

export interface TableCell {
  text?: ReactNode;
  format?: "numeric" | undefined;
  classes?: string | undefined;
  colSpan?: number | undefined;
  rowSpan?: number | undefined;
  attributes?: Attributes<TdHTMLAttributes<HTMLTableCellElement>> | undefined;
}

export interface TableProps extends Common {
  rows: Maybe<TableCell[]>[];
  head?: TableCell[] | undefined;
  caption?: ReactNode;
  captionClasses?: string | undefined;
  firstCellIsHeader?: boolean | undefined;
}

export function Table(props: TableProps) {
  const { rows, head, caption, firstCellIsHeader = false } = props;
  return (
    <table className={join("govuk-table", props.classes)} {...props.attributes}>
      {caption && <caption className={join("govuk-table__caption", props.captionClasses)}>{caption}</caption>}
      {head && (
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">{head.map((cell, index) => toHeader(cell, index, "col"))}</tr>
        </thead>
      )}
      <tbody className="govuk-table__body">
        {rows.map((row, index) =>
          row ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity
            <tr key={index} className="govuk-table__row">
              {row.map((cell, column) =>
                column === 0 && firstCellIsHeader
                  ? toHeader({ ...cell, format: undefined }, column, "row")
                  : toCell(cell, column),
              )}
            </tr>
          ) : null,
        )}
      </tbody>
    </table>
  );
}

function toHeader({ text, format, classes, colSpan, rowSpan, attributes }: TableCell, index: number, scope: string) {
  return (
    <th
      key={index}
      scope={scope}
      className={join("govuk-table__header", format && `govuk-table__header--${format}`, classes)}
      colSpan={colSpan}
      rowSpan={rowSpan}
      {...attributes}
    >
      {text}
    </th>
  );
}

function toCell({ text, format, classes, colSpan, rowSpan, attributes }: TableCell, index: number) {
  return (
    <td
      key={index}
      className={join("govuk-table__cell", format && `govuk-table__cell--${format}`, classes)}
      colSpan={colSpan}
      rowSpan={rowSpan}
      {...attributes}
    >
      {text}
    </td>
  );
}
