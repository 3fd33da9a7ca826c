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
