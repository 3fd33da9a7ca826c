import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { DateTime } from "luxon";
import { zone } from "../../platform/clock";
import type { House } from "../../platform/house.server";
import type { Language } from "../../platform/i18n/languages";
import type { BookingView } from "./booking-view.server";

/** The rules of London's clock since 1996, so that every calendar program reads the times as they are meant. */
const london = [
  "BEGIN:VTIMEZONE",
  `TZID:${zone}`,
  "BEGIN:DAYLIGHT",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0100",
  "TZNAME:BST",
  "DTSTART:19810329T010000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0000",
  "TZNAME:GMT",
  "DTSTART:19961027T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "END:STANDARD",
  "END:VTIMEZONE",
].join("\r\n");

/** A calendar file, and what it is to do in the reader's calendar. */
export interface CalendarFile {
  method: "PUBLISH" | "CANCEL";
  content: string;
}

/**
 * A booking as a calendar file (iCalendar, UTF-8). The same case always has the same UID, and each change a higher
 * SEQUENCE, so a later file replaces an earlier one in the reader's calendar, and that of a cancellation removes it.
 * @param about.url the page of the case
 */
export function calendarFile(
  house: House,
  booking: BookingView,
  about: { title: string; url: string; lng: Language },
): CalendarFile {
  const host = new URL(house.config.publicUrl).hostname;
  const local = (instant: Date) => DateTime.fromJSDate(instant, { zone });
  const now = house.clock.now();
  const isOn = booking.state === "booked";
  const calendar = ical({
    prodId: { company: house.config.council.name, product: "MyAccount", language: about.lng.toUpperCase() },
    method: isOn ? ICalCalendarMethod.PUBLISH : ICalCalendarMethod.CANCEL,
    timezone: { name: zone, generator: () => london },
  });
  const day = booking.unit === "day";
  const location = [booking.place, booking.address].filter(Boolean).join(", ");
  calendar.createEvent({
    id: `booking-${booking.caseId}@${host}`,
    sequence: booking.changes,
    // RFC 5546 (sections 3.2.1 and 3.2.5) wants to know who publishes and who cancels.
    organizer: { name: house.config.council.name, email: bareAddress(house.config.mailFrom) },
    stamp: now,
    start: local(booking.start),
    ...(day ? { allDay: true } : { end: local(booking.end) }),
    timezone: zone,
    summary: about.title,
    url: about.url,
    description: about.url,
    status: isOn ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    ...(location ? { location } : {}),
  });
  // RFC 5545 (section 3.8.7.2) wants the stamp in UTC; the library writes it in the zone of the calendar.
  const stamp = DateTime.fromJSDate(now, { zone: "utc" }).toFormat("yyyyMMdd'T'HHmmss'Z'");
  const content = calendar.toString().replace(/^DTSTAMP:[\dTZ]{15,16}/m, `DTSTAMP:${stamp}`);
  return { method: isOn ? "PUBLISH" : "CANCEL", content };
}

/** The address of "Name <address>". */
const bareAddress = (from: string): string => from.slice(from.lastIndexOf("<") + 1).replace(/>.*/, "");
