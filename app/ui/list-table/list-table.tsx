import type { ReactNode } from "react";
import { Table } from "../table/table.tsx";

export interface ListTableProps {
  /** What each column is called. The first one names its row. */
  columns: string[];
  rows: ReactNode[][];
  /** What the table is, for who does not see it. */
  caption: string;
}

/**
 * A list with columns: a table where there is room, and one block below the other on a narrow screen, where each value
 * stands under its column's name. There the head is gone for everybody, so a screen reader hears each name once, also
 * in a browser that forgets what is a table once it is laid out otherwise.
 */
export function ListTable({ columns, rows, caption }: ListTableProps) {
  return (
    <Table
      classes="app-list-table"
      caption={caption}
      captionClasses="govuk-visually-hidden"
      firstCellIsHeader
      head={columns.map((text) => ({ text }))}
      rows={rows.map((row) =>
        row.map((value, at) => ({
          classes: value ? undefined : "app-list-table__nothing",
          text: (
            <>
              <span className="app-list-table__column">{columns[at]}</span>
              {value}
            </>
          ),
        })),
      )}
    />
  );
}
