/** Room for what is being received at once. */
export interface Room {
  /** @returns whether there is room for so many more bytes of this network. They count until they are given back. */
  take(network: string, bytes: number): boolean;
  giveBack(network: string, bytes: number): void;
}

/** One network fills no more than this part of a room: whoever begins bodies and never ends them shuts nobody else out. */
const share = 1 / 4;

export function openRoom(mostBytes: number): Room {
  const taken = new Map<string, number>();
  let all = 0;
  const add = (network: string, bytes: number): number => {
    all += bytes;
    const own = (taken.get(network) ?? 0) + bytes;
    if (own > 0) taken.set(network, own);
    else taken.delete(network);
    return own;
  };
  return {
    take: (network, bytes) => add(network, bytes) <= mostBytes * share && all <= mostBytes,
    giveBack: (network, bytes) => void add(network, -bytes),
  };
}
