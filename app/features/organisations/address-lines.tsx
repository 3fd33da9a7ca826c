import { InsetText } from "../../ui/inset-text/inset-text";

/** A name and an address as they stand on an envelope. */
export function AddressLines({ lines }: { lines: string[] }) {
  return (
    <InsetText>
      {lines.map((line) => (
        <span key={line}>
          <bdi>{line}</bdi>
          <br />
        </span>
      ))}
    </InsetText>
  );
}
