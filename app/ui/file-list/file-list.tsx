import type { ReactNode } from "react";
import { Icon } from "../icon/icon.tsx";
import { useWord } from "../locale/words.ts";

export interface FileItem {
  name: string;
  /** Where the file itself opens; without it, it is only shown. */
  href?: string | undefined;
  /** The small copy of a picture, and its size in pixels where that is known. */
  small?: { src: string; width?: number; height?: number } | undefined;
}

interface FileListProps {
  files: FileItem[];
  labelledBy?: string | undefined;
  /** What can be done with a file, beside its name. */
  action?: (file: FileItem, index: number) => ReactNode;
}

/** Files as people tell them apart: a picture of what is a picture, a drawing of a sheet for the rest, and the name. */
export function FileList({ files, labelledBy, action }: FileListProps) {
  return (
    <ul className="govuk-list app-files" aria-labelledby={labelledBy}>
      {files.map((file, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: files keep their order
        <FileRow key={index} file={file}>
          {action?.(file, index)}
        </FileRow>
      ))}
    </ul>
  );
}

export function FileRow({ file, children }: { file: FileItem; children?: ReactNode }) {
  return (
    <li className="app-files__file">
      {file.href ? (
        <a className="govuk-link app-files__what" href={file.href}>
          <What file={file} />
        </a>
      ) : (
        <span className="app-files__what">
          <What file={file} />
        </span>
      )}
      {children}
    </li>
  );
}

/** The name stands beside the picture: its own words say only that it is one. */
function What({ file: { name, small } }: { file: FileItem }) {
  const word = useWord();
  return (
    <>
      <span className="app-files__view">
        {small ? (
          <img src={small.src} width={small.width} height={small.height} alt={word("picture")} loading="lazy" />
        ) : (
          <Icon name="document" />
        )}
      </span>
      <bdi className="app-files__name">{name}</bdi>
    </>
  );
}
