/** One path each, on 24 by 24, drawn for this portal with a stroke of 2. */
export const icons = {
  apply: "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h4",
  book: "M4 6h16v14H4zM4 10h16M8 3v5M16 3v5M9 15l2 2 4-4",
  calendar: "M4 6h16v14H4zM4 10h16M8 3v5M16 3v5",
  check: "M4 12.5l5.5 5.5L20 7",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5l3.5 2",
  document: "M6 3h8l4 4v14H6zM14 3v4h4",
  dot: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8",
  fern: "M12 22C12 14 12.5 8 17 2M12.2 18C9 18 6.5 16.5 5 14M12.4 14.5C9.5 14 7.5 12.5 6.5 10M13 11C10.8 10.5 9.3 9 8.8 6.5M14.2 7.5C12.8 7 12 5.8 11.8 4M12.2 18C15 18.3 17.5 17.3 19 15M12.4 14.5C15 14.6 17.2 13.6 18.5 11.5M13 11C15.3 11 17.2 10 18.3 8",
  find: "M12 21s-7-6.5-7-11.5a7 7 0 0 1 14 0C19 14.5 12 21 12 21M12 7a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5",
  language: "M3 6h10M8 3v3M5 14c4-1.5 6-4.5 6.5-8M5.5 9c1 2.5 3 4 5.5 5M12 21l4.5-11L21 21M13.5 17.5h6",
  mail: "M3 6h18v13H3zM3.5 6.5 12 13l8.5-6.5",
  next: "M5 12h14M13 6l6 6-6 6",
  pay: "M3 6h18v12H3zM3 10h18M6.5 14.5h4",
  person: "M12 3.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4 21c.5-4.5 3.5-7 8-7s7.5 2.5 8 7",
  phone: "M5 4h4l2 5-2.5 2a12 12 0 0 0 4.5 4.5l2-2.5 5 2v4c0 1-1 2-2 2C10.5 20.5 3.5 13.5 3 6c0-1 1-2 2-2",
  report: "M12 4 2.5 20h19zM12 10v4.5M12 17.4v.1",
  request: "M6 9h12l-1 12H7zM9 9V7a3 3 0 0 1 6 0v2M12 12.5v5M9.5 15h5",
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5 21 21",
} as const;

export type IconName = keyof typeof icons;
