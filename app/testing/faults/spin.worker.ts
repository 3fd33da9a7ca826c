/** Works for as long as it is told, and lets nothing else of its thread run meanwhile. */
export default function spin({ seconds, fails = false }: { seconds: number; fails?: boolean }): string {
  if (fails) throw new Error("As it was told.");
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, seconds * 1000);
  return "done";
}
