import type { ReactElement } from "react";
import { ActingBar } from "../acting-bar/acting-bar.tsx";
import { AddAnother } from "../add-another/add-another.tsx";
import { BottomBar } from "../bottom-bar/bottom-bar.tsx";
import { BrandFooter } from "../brand-footer/brand-footer.tsx";
import { BrandHeader } from "../brand-header/brand-header.tsx";
import { Card } from "../card/card.tsx";
import { ChimeButton } from "../chime/chime.tsx";
import { CopyButton } from "../copy-button/copy-button.tsx";
import { FileList } from "../file-list/file-list.tsx";
import { FormErrorSummary } from "../form-errors/form-errors.tsx";
import { GivenBack } from "../given-back/given-back.tsx";
import { Icon } from "../icon/icon.tsx";
import { IdleDialog } from "../idle-dialog/idle-dialog.tsx";
import { Input } from "../input/input.tsx";
import { ListTable } from "../list-table/list-table.tsx";
import { LookSwitch } from "../look-switch/look-switch.tsx";
import { NextSteps } from "../next-steps/next-steps.tsx";
import { Overtaken } from "../overtaken/overtaken.tsx";
import { PrintButton } from "../print-button/print-button.tsx";
import { SaveStatus } from "../save-status/save-status.tsx";
import { SearchBox } from "../search-box/search-box.tsx";
import { Sentence } from "../sentence/sentence.tsx";
import { SlotPicker } from "../slot-picker/slot-picker.tsx";
import { StatusTag } from "../status-tag/status-tag.tsx";
import { TileGrid } from "../tile-grid/tile-grid.tsx";
import { Timeline } from "../timeline/timeline.tsx";

const languages = ["en", "ar", "pl", "tr", "so", "ro", "bn"].map((lng) => ({
  lng,
  name: lng,
  href: `/${lng}`,
  current: lng === "en",
}));

const slots = [
  { value: "0900", text: "9am" },
  { value: "1000", text: "10am", disabled: true },
];

/** One of each of our own components, as full as it gets. */
export const examples: Record<string, ReactElement> = {
  "acting-bar": (
    <ActingBar
      label="Who you act for"
      text="You are acting for"
      organisation={{ name: "Crumb & Sons", role: "Owner" }}
      switchLabel="Change who you act for"
      choices={[{ text: "Ada", href: "/", current: false }]}
    />
  ),
  "add-another": (
    <AddAnother
      items={[
        { id: "person-1", title: "Person 1", children: <Input name="name-1" label={{ text: "Full name" }} /> },
        {
          id: "person-2",
          title: "Person 2",
          children: <Input name="name-2" label={{ text: "Full name" }} />,
          remove: { name: "remove", value: "2" },
        },
      ]}
      add={{ name: "add", value: "person" }}
    />
  ),
  "bottom-bar": (
    <BottomBar
      label="Visit"
      links={[
        { href: "/take", text: "Take it with you" },
        { action: "/help", text: "Help" },
      ]}
      switches={[{ name: "large-text", on: "Larger text", off: "Normal text", action: "/look", back: "/" }]}
      end={{ action: "/end", text: "End visit" }}
    />
  ),
  "brand-footer": (
    <BrandFooter
      council={{ name: "Brackenford Council" }}
      links={[{ href: "/privacy", text: "Privacy" }]}
      phone={{ label: "Call", number: "01632 960 001" }}
      hours="Monday to Friday, 9am to 5pm"
      linksLabel="Support"
    />
  ),
  "brand-header": (
    <BrandHeader
      council={{ name: "Brackenford Council" }}
      product="MyAccount"
      homeHref="/"
      languages={languages}
      account={{ name: "Amina Okafor", accountHref: "/account", signOutHref: "/sign-out" }}
      labels={{ languages: "Sprache", signIn: "Sign in", signOut: "Sign out", account: "Your account" }}
    />
  ),
  card: (
    <Card title="Report a pothole" href="/drafts/1" aside={<StatusTag tone="progress">In progress</StatusTag>}>
      Saved today at 14:03
    </Card>
  ),
  chime: <ChimeButton of="calls" on="Sound when somebody calls" />,
  "copy-button": <CopyButton value="BK-4821-77" />,
  "file-list": (
    <FileList
      files={[
        { name: "pothole.jpg", small: { src: "/uploads/1/small", width: 320, height: 240 } },
        { name: "letter.pdf", href: "/uploads/2" },
      ]}
      action={({ name }) => <button type="submit">Remove {name}</button>}
    />
  ),
  "form-errors": <FormErrorSummary errors={{ name: "ui:errors.404.title", email: undefined }} />,
  "given-back": (
    <GivenBack
      title="What you typed"
      body={["We could not save this."]}
      texts={["Ada\nLovelace", "مرحبا"]}
      again={{ label: "Send again", action: "/again", fields: [["name", "Ada"]] }}
    />
  ),
  "idle-dialog": (
    <IdleDialog
      title="Are you there?"
      body="This ends in 30 seconds."
      stay="I am here"
      end="End"
      stayAction="/stay"
      endAction="/end"
      warnAfter={60}
      endAfter={90}
      tellEvery={20}
    />
  ),
  icon: <Icon name="next" />,
  "list-table": (
    <ListTable
      caption="History"
      columns={["When", "What", "Reference"]}
      rows={[
        ["Today", "Sent a form", <bdi key="reference">7K4-M2Q-9XY</bdi>],
        ["Yesterday", "Signed in", ""],
      ]}
    />
  ),
  "look-switch": <LookSwitch name="large-text" on="Larger text" off="Normal text" action="/look" back="/" />,
  "next-steps": (
    <NextSteps steps={[{ title: "A crew looks at it", date: "Thursday 14 May", children: <p>Soon.</p> }]} />
  ),
  overtaken: (
    <Overtaken
      text="Ada changed this page at 2:30pm."
      answers={[{ label: "Where it is", lines: ["1 Mill Lane", "Brackenford"] }]}
    />
  ),
  "print-button": <PrintButton>Print the slip</PrintButton>,
  "save-status": <SaveStatus>Saved 14:03</SaveStatus>,
  "search-box": <SearchBox action="/search" label="What do you need to do?" hint="Such as bins" value="bin" />,
  sentence: <Sentence of="cases:track.sent" values={{ email: "ada@example.org" }} />,
  "slot-picker": (
    <SlotPicker
      name="slot"
      legend={{ text: "Choose a time" }}
      hint={{ text: "All times are in the morning" }}
      errorMessage={{ text: "Choose a time" }}
      days={[{ id: "2026-05-14", title: "Thursday 14 May", slots }]}
      value="0900"
    />
  ),
  "status-tag": <StatusTag tone="good">Closed</StatusTag>,
  "tile-grid": (
    <TileGrid
      tiles={[
        { icon: "report", title: "Report", href: "/report", hint: "Roads", links: [{ href: "/a", text: "A pothole" }] },
      ]}
    />
  ),
  timeline: (
    <Timeline
      items={[
        { state: "done", title: "You told us", date: "Monday 4 May" },
        { state: "now", title: "A crew is on its way", children: <p>They have your photo.</p> },
        { state: "next", title: "It is repaired" },
      ]}
    />
  ),
};
