// Words that a line of the summary can do without, at its beginning and its end. Data only: one pattern for each language.

/** What a sentence may begin with before it says something: "Following the meeting, ", "They also ". */
export const openings: Readonly<Record<string, RegExp>> = {
  en: /^(?:(?:following|after|during|at the end of|as a result of|at the conclusion of|on the sidelines of|in the margins of|in this regard|in addition|in particular|moreover|furthermore|in turn|in conclusion)\b[^,;:.]{0,60},\s+)?(?:(?:they|he|she|it|the two|the sides|both sides|the parties|the ministers|the leaders)\s+(?:also\s+|further\s+|then\s+|jointly\s+|in turn\s+)?(?=(?:approved|adopted|signed|agreed|decided|endorsed|announced|discussed|initialled|established|launched)\b))?/iu,
  fr: /^(?:(?:à l['’]issue de|au cours de|lors de|en outre|par ailleurs|en marge de)\b[^,;:.]{0,60},\s+)?(?:(?:ils|elles|il|elle)\s+ont\s+(?:également\s+)?)?/iu,
  ru: /^(?:(?:по итогам|в ходе|по завершении|на полях|кроме того|в частности|также)(?!\p{L})[^,;:.]{0,60}[, ]\s*)?/iu,
}

/** What may end a sentence after it has said it: ", where …", ", including …", ", the press service said". */
export const endings: Readonly<Record<string, RegExp>> = {
  en: /,\s+(?:where|which|who|including|noting|stressing|emphasi[sz]ing|underlining|highlighting|adding|while|as well as noting|according to|reported|reports|said|the (?:ministry|press service|statement|office|agency) (?:said|reported|noted))\b.*$/isu,
  fr: /,\s+(?:où|dont|qui|notamment|soulignant|selon|a indiqué|rapporte)(?!\p{L}).*$/isu,
  ru: /,\s+(?:где|котор\p{L}+|включая|отметив|подчеркнув|сообщ\p{L}+|передает|передаёт)(?!\p{L}).*$/isu,
}
