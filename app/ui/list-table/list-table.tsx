import type { ReactNode } from "react";

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
    <table className="govuk-table app-list-table">
      <caption className="govuk-table__caption govuk-visually-hidden">{caption}</caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          {columns.map((column) => (
            <th key={column} scope="col" className="govuk-table__header">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity
          <tr key={index} className="govuk-table__row">
            {row.map((value, at) => {
              const content = (
                <>
                  <span className="app-list-table__column">{columns[at]}</span>
                  {value}
                </>
              );
              return at === 0 ? (
                <th key={columns[at]} scope="row" className="govuk-table__header">
                  {content}
                </th>
              ) : (
                <td
                  key={columns[at]}
                  className={value ? "govuk-table__cell" : "govuk-table__cell app-list-table__nothing"}
                >
                  {content}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
