import { DateTime } from "luxon";
import { zone } from "../../platform/clock";
import { isWorkingDay } from "../../platform/working-days";

/** When something can be booked, by the clock on the wall in London: the same times in summer and in winter. */
export interface Timetable {
  resourceId: string;
  /** "HH:mm". */
  opens: string;
  closes: string;
  /** Length of one appointment; the whole day where it is left out. */
  minutes?: number;
  /** How many can come at once, for a place in the day's order, from 0. */
  capacity: (index: number, date: string) => number;
}

export interface NewSlot {
  id: string;
  resourceId: string;
  startsAt: Date;
  endsAt: Date;
  capacity: number;
}

/**
 * The slots of a timetable on the working days from one calendar date to another, both included.
 * A slot's id says what it is, so making them again makes the same.
 */
export function makeSlots(timetable: Timetable, from: string, until: string): NewSlot[] {
  const made: NewSlot[] = [];
  for (let day = DateTime.fromISO(from, { zone }); day.toISODate()! <= until; day = day.plus({ days: 1 })) {
    const date = day.toISODate()!;
    if (isWorkingDay(date)) made.push(...slotsOf(timetable, date));
  }
  return made;
}

function slotsOf({ resourceId, opens, closes, minutes, capacity }: Timetable, date: string): NewSlot[] {
  const at = (time: string) => DateTime.fromISO(`${date}T${time}`, { zone });
  const end = at(closes);
  const made: NewSlot[] = [];
  let start = at(opens);
  while (start < end) {
    const next = minutes ? start.plus({ minutes }) : end;
    if (next > end) break;
    made.push({
      id: `${resourceId}-${start.toFormat("yyyy-MM-dd-HHmm")}`,
      resourceId,
      startsAt: start.toJSDate(),
      endsAt: next.toJSDate(),
      capacity: capacity(made.length, date),
    });
    start = next;
  }
  return made;
}
