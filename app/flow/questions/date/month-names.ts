import type { Language } from "../../../platform/i18n/languages";

/** Names of months besides those that the runtime knows, January first. Arabic has three sets: by Levant, Nile and Gulf, and Maghreb. */
export const otherMonthNames: Partial<Record<Language, string[][]>> = {
  ar: [
    ["كانون الثاني", "يناير", "جانفي"],
    ["شباط", "فبراير", "فيفري"],
    ["آذار", "مارس"],
    ["نيسان", "أبريل", "إبريل", "أفريل"],
    ["أيار", "مايو", "ماي"],
    ["حزيران", "يونيو", "يونيه", "جوان"],
    ["تموز", "يوليو", "يوليه", "يوليوز", "جويلية"],
    ["آب", "أغسطس", "أوت", "غشت"],
    ["أيلول", "سبتمبر", "شتنبر"],
    ["تشرين الأول", "أكتوبر"],
    ["تشرين الثاني", "نوفمبر", "نونبر"],
    ["كانون الأول", "ديسمبر", "دجنبر"],
  ],
};
