// Words that stand in the heads of texts without being part of headline, place or source. Data only.

/** Bodies and other things in capitals that texts begin with and that are no places. */
export const notPlaces: readonly string[] =
  `NATO|UN|EU|OSCE|ASEAN|IAEA|IMF|WHO|WTO|OECD|CIS|SCO|CSTO|EAEU|BRICS|OPEC|ECOWAS|CICA|OTS|OIC|GCC|AU|ICC|ICJ|ICRC|IOM|ILO|UNHCR|UNICEF|
UNESCO|UNDP|UNGA|UNSC|FAO|WFP|AUKUS|QUAD|USA|UK|UAE|USSR|EBRD|ADB|AIIB|COVID|CORRIGENDUM|ADDENDUM|BREAKING|UPDATE|URGENT|WATCH|READOUT|
STATEMENT|ANALYSIS|EXCLUSIVE|PHOTO|PHOTOS|VIDEO|OPINION|BACKGROUND|SUMMARY|ISSUE|PURPOSE|SCENARIO|OBJECTIVE|OBJECTIVES|RECOMMENDATION|
RECOMMENDATIONS|CONSIDERATIONS|PRESS|LINE|POINTS|POINT|NOTE|DAY|MEETING|SUMMIT|CONFERENCE|JOINT|VISIT|COMMUNIQUE|DECLARATION|RELEASE|BRIEFING|PRESIDENT|MINISTER|MINISTRY|CONTEXT|CONTENTS|ANNEX|AGENDA|CHAIR|SECRET|CONFIDENTIAL|RESTRICTED|OFFICIAL|UNCLASSIFIED|LIMITED|ООН|НАТО|ЕС|СНГ|ШОС|ОДКБ|ЕАЭС|БРИКС|ОБСЕ|МАГАТЭ|США|ОТГ|ТЮРКСОЙ|ONU|OTAN|UE|OMS`.split(
    /[|\n]+/u,
  )

/** Words that stand beside the date on a line of its own ("Press release, 5 June 2024"; "Published: …"; "le 5 juin 2024"). */
export const dateCompanions: readonly string[] =
  `date|dated|published|issued|released|updated|posted|on|at|the|of|for|immediate|release|press|news|media|no|nr|am|pm|a.m|p.m|gmt|utc|est|edt|cet|cest|bst|hrs|hours|
le|du|au|à|publié|publiée|mis|mise|en|ligne|jour|actualisé|communiqué|de|presse|el|del|a|fecha|den|vom|am|stand|datum|il|data|em|lunes|
дата|от|г|года|год|опубликовано|пресс-релиз|ж|жыл|жылы|жылғы|р|року|بتاريخ|التاريخ|في|م`.split(/[|\n]+/u)

/** Lines that only say what kind of handout a text is, or how it may be used; never a headline. */
export const handoutLines: readonly RegExp[] = [
  /^(?:for )?immediate release\b/iu,
  /^(?:press|media|news) (?:release|statement|note|communiqu[eé])s?(?:\s*(?:no|nr|№|#)\.?\s*[\w/-]+)?[.:]?$/iu,
  /^(?:communiqué de presse|nota de prensa|comunicado de prensa|comunicato stampa|pressemitteilung|пресс-релиз|баспасөз хабарламасы|بيان صحفي|新闻稿)[.:]?$/iu,
  /^\(?(?:un)?official translation\)?[.:]?$/iu,
  /^\(?(?:check against delivery|embargoed\b.*|as delivered|as prepared for delivery|advance copy|draft)\)?[.:]?$/iu,
  /^(?:неофициальный перевод|traduction non officielle|seul le prononcé fait foi)[.:]?$/iu,
  /^(?:page|p\.) \d+(?: (?:of|\/) \d+)?$/iu,
  /^\[?(?:unclassified|official(?:[ -]sensitive)?|restricted|confidential|secret|top secret|cosmic top secret|limite|tlp:[a-z+]+)\b[\p{Lu}\s/:;,+-]*\]?$/iu,
  /^(?:(?:restreint|confidentiel|secret|très secret) ue\/eu|nato (?:unclassified|restricted|confidential|secret))\b.*$/iu,
  /^(?:[ASE]|ST)\/[\w./()-]+(?: \(\d{4}\))?$/u,
  /^(?:SG|GA|SC|ECOSOC|DSG)(?:\/[A-Z]+)*\/\d+$/u,
]

/** First words of a letter's or a speech's salutation. */
export const salutation =
  /^(?:dear|excellenc(?:y|ies)|your excellenc(?:y|ies)|distinguished|ladies and gentlemen|mr\.? (?:president|chair|chairman|speaker|secretary-general)|madam|mesdames|messieurs|monsieur|señor|señoras|уважаемы[ей]|дорогие|ваше превосходительство|құрметті|sehr geehrte|meine damen)\b/iu

/** Labels whose value is the headline of a memorandum or cable. */
export const subjectLabel =
  /^(?:subject|subj|re|title|topic|objet|asunto|assunto|oggetto|betreff|тема|тақырыбы|الموضوع|主题)\s*[:：]\s*/iu

/** Any other label at the start of a line ("To:", "Through:", "Ref. no.:"). */
export const label =
  /^(?!(?:communiqu[eé]|press release|statement|readout|joint statement|no|nr|№)\s?[:.])[\p{L}][\p{L}.'’/]*(?: [\p{L}.'’/]+){0,2}\s?[:：](?=\s|$)/iu

/** Labels whose value is the source. */
export const sourceLabel =
  /^(?:source|issued by|fuente|quelle|fonte|источник|дереккөз|джерело|المصدر|来源)\s*[:：]\s*/iu

/** News agencies by the names they print. */
export const agencies: readonly string[] =
  `AP|AFP|Reuters|TASS|ITAR-TASS|ТАСС|Interfax|Интерфакс|RIA Novosti|РИА Новости|Sputnik|Xinhua|新华社|Kazinform|Казинформ|Қазинформ|ҚазАқпарат|Qazinform|Anadolu|Anadolu Agency|AA|BelTA|БЕЛТА|
Ukrinform|Укринформ|Azertac|AZERTAC|Trend|Armenpress|ARMENPRESS|AKIpress|Kabar|Кабар|UzA|Dunyo|Khovar|TDH|IRNA|Tasnim|Mehr|Fars|WAM|SPA|KUNA|QNA|BNA|ONA|Petra|MENA|SANA|
NNA|TAP|APS|MAP|ANSA|EFE|dpa|DPA|APA|PAP|CTK|ČTK|MTI|Agerpres|BTA|Tanjug|HINA|STA|Lusa|Belga|ANP|NTB|TT|STT|BNS|LETA|ELTA|Kyodo|Jiji|Yonhap|KCNA|VNA|Bernama|Antara|PTI|ANI|APP|BSS|Montsame|CNA|
UN News|PA|UPI|Agencia Brasil|Prensa Latina|Télam`.split(/[|\n]+/u)
