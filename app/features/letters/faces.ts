import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** It has the letters of Latin, Greek, Cyrillic, Hebrew, Armenian, Georgian and Lao. */
export const ownFaces = {
  plain: require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf"),
  bold: require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf"),
};

/** What else the portal and a name may be written in: which characters, and the font that has them. Opened for those. */
const further: { has: RegExp; plain: string; bold?: string }[] = [
  {
    has: /\p{scx=Arabic}/u,
    plain: require.resolve("@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf"),
    bold: require.resolve("@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf"),
  },
  {
    has: /\p{scx=Devanagari}/u,
    plain: require.resolve("@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf"),
  },
  {
    has: /\p{scx=Bengali}/u,
    plain: require.resolve("@expo-google-fonts/noto-sans-bengali/400Regular/NotoSansBengali_400Regular.ttf"),
  },
  {
    has: /\p{scx=Gujarati}/u,
    plain: require.resolve("@expo-google-fonts/noto-sans-gujarati/400Regular/NotoSansGujarati_400Regular.ttf"),
  },
  {
    has: /\p{scx=Gurmukhi}/u,
    plain: require.resolve("@expo-google-fonts/noto-sans-gurmukhi/400Regular/NotoSansGurmukhi_400Regular.ttf"),
  },
  {
    has: /\p{scx=Tamil}/u,
    plain: require.resolve("@expo-google-fonts/noto-sans-tamil/400Regular/NotoSansTamil_400Regular.ttf"),
  },
  {
    has: /\p{scx=Telugu}/u,
    plain: require.resolve("@expo-google-fonts/noto-sans-telugu/400Regular/NotoSansTelugu_400Regular.ttf"),
  },
  {
    has: /\p{scx=Kannada}/u,
    plain: require.resolve("@expo-google-fonts/noto-sans-kannada/400Regular/NotoSansKannada_400Regular.ttf"),
  },
  {
    has: /\p{scx=Malayalam}/u,
    plain: require.resolve("@expo-google-fonts/noto-sans-malayalam/400Regular/NotoSansMalayalam_400Regular.ttf"),
  },
  {
    has: /\p{scx=Sinhala}/u,
    plain: require.resolve("@expo-google-fonts/noto-sans-sinhala/400Regular/NotoSansSinhala_400Regular.ttf"),
  },
  {
    has: /\p{scx=Oriya}/u,
    plain: require.resolve("@expo-google-fonts/noto-sans-oriya/400Regular/NotoSansOriya_400Regular.ttf"),
  },
  {
    has: /\p{scx=Thai}/u,
    plain: require.resolve("@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf"),
  },
  {
    has: /\p{scx=Khmer}/u,
    plain: require.resolve("@expo-google-fonts/noto-sans-khmer/400Regular/NotoSansKhmer_400Regular.ttf"),
  },
  {
    has: /\p{scx=Myanmar}/u,
    plain: require.resolve("@expo-google-fonts/noto-sans-myanmar/400Regular/NotoSansMyanmar_400Regular.ttf"),
  },
  {
    has: /\p{scx=Ethiopic}/u,
    plain: require.resolve("@expo-google-fonts/noto-sans-ethiopic/400Regular/NotoSansEthiopic_400Regular.ttf"),
  },
  {
    has: /\p{scx=Tibetan}/u,
    plain: require.resolve("@expo-google-fonts/noto-serif-tibetan/400Regular/NotoSerifTibetan_400Regular.ttf"),
  },
  {
    has: /\p{Script=Syriac}/u,
    plain: require.resolve("@expo-google-fonts/noto-sans-syriac/400Regular/NotoSansSyriac_400Regular.ttf"),
  },
  {
    has: /\p{Script=Thaana}/u,
    plain: require.resolve("@expo-google-fonts/noto-sans-thaana/400Regular/NotoSansThaana_400Regular.ttf"),
  },
  {
    has: /\p{Script=Hangul}/u,
    plain: require.resolve("@expo-google-fonts/nanum-gothic/400Regular/NanumGothic_400Regular.ttf"),
  },
  {
    has: /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\uff00-\uffef]/u,
    plain: join(dirname(require.resolve("@embedpdf/fonts-sc")), "../fonts/NotoSansHans-Regular.otf"),
  },
];

const graphemes = new Intl.Segmenter("en");

/** A text in pieces, each with the file of the font that prints it: a letter is never parted from its marks, nor a space from its words. */
export function facesOf(text: string, weight: keyof typeof ownFaces = "plain"): { text: string; face: string }[] {
  const pieces: { text: string; face: string }[] = [];
  for (const { segment } of graphemes.segment(text)) {
    const last = pieces.at(-1);
    // A stroke that several scripts share is that of the script it follows.
    const fitting = further.filter(({ has }) => has.test(segment)).map((font) => font[weight] ?? font.plain);
    const face = last && fitting.includes(last.face) ? last.face : (fitting[0] ?? ownFaces[weight]);
    const isSpace = !segment.trim();
    if (last && (last.face === face || isSpace)) last.text += segment;
    else if (last && !last.text.trim()) Object.assign(last, { text: last.text + segment, face });
    else pieces.push({ text: segment, face });
  }
  return pieces;
}
