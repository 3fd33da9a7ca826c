/** What a form sent (`readForm`), field by field in its order: kept as typed until it is accepted. */
export class Fields {
  constructor(readonly pairs: [string, string][] = []) {}

  /** The last value of a field, or an empty text. */
  get(name: string): string {
    return this.all(name).at(-1) ?? "";
  }

  all(name: string): string[] {
    return this.pairs.filter(([own]) => own === name).map(([, value]) => value);
  }

  has(name: string): boolean {
    return this.pairs.some(([own]) => own === name);
  }

  /** Only the fields of the given names, or of names that begin with one of them and a hyphen. */
  only(names: string[]): Fields {
    return new Fields(this.pairs.filter(([own]) => names.some((name) => own === name || own.startsWith(`${name}-`))));
  }

  /** All fields but those of one name, or that begin with it and a hyphen. */
  without(name: string): Fields {
    return new Fields(this.pairs.filter(([own]) => own !== name && !own.startsWith(`${name}-`)));
  }

  with(pairs: [string, string][]): Fields {
    const replaced = new Set(pairs.map(([name]) => name));
    return new Fields([...this.pairs.filter(([name]) => !replaced.has(name)), ...pairs]);
  }
}

/**
 * Text as it can be stored and shown: line ends as `\n`, no NUL and no other control characters (PostgreSQL refuses
 * NUL, mail and CSV would break on the rest), lone surrogates replaced.
 */
export function clean(text: string): string {
  return (
    text
      .replace(/\r\n?/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "")
      .toWellFormed()
  );
}
