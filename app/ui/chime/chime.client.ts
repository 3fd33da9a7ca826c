/** The two notes of the sound, in hertz, and how long each is heard, in seconds. */
const NOTES = [660, 880];
const LASTS = 0.25;

/** Shows the button, which switches a sound on: it is heard at once, and again whenever the list gets somebody new. */
export function offerChime(button: HTMLElement): void {
  const list = document.getElementById(button.dataset["chime"] ?? "");
  if (!list || typeof AudioContext === "undefined") return;
  const calls = () => [...list.querySelectorAll<HTMLElement>("[data-call]")].map(({ dataset }) => dataset["call"]);
  let sound: AudioContext | undefined;
  let known = new Set(calls());
  button.hidden = false;
  button.addEventListener("click", () => {
    const isOn = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(isOn));
    // A browser has only a few of them.
    void sound?.close();
    sound = isOn ? new AudioContext() : undefined;
    if (sound) play(sound);
  });
  new MutationObserver(() => {
    const now = calls();
    if (sound && now.some((call) => !known.has(call))) play(sound);
    known = new Set(now);
  }).observe(list, { childList: true, subtree: true });
}

function play(sound: AudioContext): void {
  NOTES.forEach((hertz, at) => {
    const tone = sound.createOscillator();
    const volume = sound.createGain();
    const from = sound.currentTime + at * LASTS;
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0.3, from);
    volume.gain.exponentialRampToValueAtTime(0.001, from + LASTS);
    tone.connect(volume).connect(sound.destination);
    tone.start(from);
    tone.stop(from + LASTS);
  });
}
