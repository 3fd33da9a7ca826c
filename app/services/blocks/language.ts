import { defineBlock } from "../block";

export default defineBlock({
  id: "language",
  steps: [
    {
      kind: "questions",
      id: "language",
      questions: [
        {
          type: "select",
          id: "language",
          options: [
            { id: "english" },
            { id: "arabic" },
            { id: "bengali" },
            { id: "british-sign-language" },
            { id: "gujarati" },
            { id: "polish" },
            { id: "punjabi" },
            { id: "romanian" },
            { id: "somali" },
            { id: "tamil" },
            { id: "ukrainian" },
            { id: "urdu" },
            { id: "welsh" },
            { id: "other" },
          ],
        },
      ],
    },
    {
      kind: "questions",
      id: "other-language",
      when: { "==": [{ var: "language" }, "other"] },
      questions: [{ type: "text", id: "other-language", maxLength: 100, width: "half" }],
    },
  ],
});
