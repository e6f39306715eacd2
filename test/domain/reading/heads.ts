// Heads of texts in many houses' styles, invented for the tests, and what they say by their own words.

export type HeadSample = {
  readonly name: string
  readonly text: string
  readonly title: string | null
  readonly place: string | null
  readonly date: string | null
  readonly source: string | null
}

const body =
  'The two ministers discussed trade, transport and the water question. They agreed to meet again in the autumn.'

const sample = (
  name: string,
  text: string,
  expected: Partial<Pick<HeadSample, 'title' | 'place' | 'date' | 'source'>> = {},
): HeadSample => ({ name, text, title: null, place: null, date: null, source: null, ...expected })

export const datelines: readonly HeadSample[] = [
  sample('city and dash', `TASHKENT—The foreign minister received a delegation. ${body}`, { place: 'TASHKENT' }),
  sample('spaced en dash', `Brussels – The council met on Monday. ${body}`, { place: 'Brussels' }),
  sample('agency in brackets', `AMMAN (AP) — Envoys from four states met. ${body}`, { place: 'AMMAN', source: 'AP' }),
  sample('date, then agency in slashes', `MINSK, March 3. /TASS/. The presidents spoke by phone. ${body}`, {
    place: 'MINSK',
    source: 'TASS',
  }),
  sample(
    'date, agency in brackets, two hyphens',
    `NAIROBI, Aug. 9, 2023 (Xinhua) -- Officials opened a bridge. ${body}`,
    {
      place: 'NAIROBI',
      date: '2023-08-09',
      source: 'Xinhua',
    },
  ),
  sample('two cities', `PARIS/BERLIN — The two leaders spoke on Friday. ${body}`, { place: 'PARIS/BERLIN' }),
  sample('country beside the city', `SHYMKENT, Kazakhstan — The forum opened today. ${body}`, { place: 'SHYMKENT' }),
  sample('country, date and agency', `OSH, Kyrgyzstan, 14 May 2024 (AKIpress) – The governors met. ${body}`, {
    place: 'OSH',
    date: '2024-05-14',
    source: 'AKIpress',
  }),
  sample('date in brackets', `GENEVA (17 September 2023) – The experts called for calm. ${body}`, {
    place: 'GENEVA',
    date: '2023-09-17',
  }),
  sample('agency after the date, no dash', `YEREVAN, JUNE 5, ARMENPRESS. The premier received the envoy. ${body}`, {
    place: 'YEREVAN',
    source: 'ARMENPRESS',
  }),
  sample('agency after the place', `ASTANA. KAZINFORM – The senate speaker met the envoy. ${body}`, {
    place: 'ASTANA',
    source: 'KAZINFORM',
  }),
  sample('date first', `2024-04-15 DOHA—The emir received the envoy. ${body}`, { place: 'DOHA', date: '2024-04-15' }),
  sample('district beside the city', `WASHINGTON, D.C. – The secretary met the envoy. ${body}`, {
    place: 'WASHINGTON',
  }),
  sample('apostrophe and hyphen', `PORTO-NOVO — The envoy arrived. ${body}`, { place: 'PORTO-NOVO' }),
  sample('Russian', `МОСКВА, 5 июня 2024 г. /ТАСС/. Министры обсудили торговлю. Они встретятся осенью.`, {
    place: 'МОСКВА',
    date: '2024-06-05',
    source: 'ТАСС',
  }),
  sample('French', `GENÈVE, le 5 juin 2024 (AFP) – Les ministres ont parlé du commerce. Ils se reverront.`, {
    place: 'GENÈVE',
    date: '2024-06-05',
    source: 'AFP',
  }),
  sample('Chinese', '新华社北京2024年5月16日电 外交部长会见了来访的代表团。双方讨论了贸易问题。', {
    place: '北京',
    date: '2024-05-16',
    source: '新华社',
  }),
  sample('Arabic', 'الرياض 5 يونيو 2024 (واس) – التقى الوزيران وبحثا التجارة. واتفقا على اللقاء.', {
    place: 'الرياض',
    date: '2024-06-05',
    source: 'واس',
  }),
]

export const titled: readonly HeadSample[] = [
  sample('headline, record date', `Minister receives the ambassador of Norway\n\n2023-02-11\n\n${body}`, {
    title: 'Minister receives the ambassador of Norway',
    date: '2023-02-11',
  }),
  sample(
    'headline, time stamp, dateline without a year',
    `Bridge opened\n2024-01-02T08:00:00Z\n\nOSLO, December 31 — ${body}`,
    {
      title: 'Bridge opened',
      place: 'OSLO',
      date: '2023-12-31',
    },
  ),
  sample('date above the headline', `Monday, 15 April 2024\n\nReadout of the call with Japan\n\n${body}`, {
    title: 'Readout of the call with Japan',
    date: '2024-04-15',
  }),
  sample(
    'United Nations: place, date, headline',
    `NEW YORK\n17 September 2023\n\nStatement on the situation in Haiti\n\n${body}`,
    {
      title: 'Statement on the situation in Haiti',
      place: 'NEW YORK',
      date: '2023-09-17',
    },
  ),
  sample(
    'place and date on one line',
    `Joint communiqué\n\nViena meeting of officials\n\nVienna, 3 October 2022\n\n${body}`,
    {
      title: 'Joint communiqué',
      place: 'Vienna',
      date: '2022-10-03',
    },
  ),
  sample(
    'letterhead, handout line, headline, date',
    `Ministry of Foreign Affairs\nPRESS RELEASE No. 45/24\n\nMinister meets the OSCE chair\n\n7 June 2024\n\n${body}`,
    {
      title: 'Minister meets the OSCE chair',
      date: '2024-06-07',
      source: 'Ministry of Foreign Affairs',
    },
  ),
  sample(
    'handout line with a date',
    `FOR IMMEDIATE RELEASE\nMay 7, 2023\n\nReadout of the Secretary’s Meeting with Fiji\n\n${body}`,
    {
      title: 'Readout of the Secretary’s Meeting with Fiji',
      date: '2023-05-07',
    },
  ),
  sample('issuer in the headline', `Statement by Spokesperson Ana Lind on the vote\n\n${body}`, {
    title: 'Statement by Spokesperson Ana Lind on the vote',
    source: 'Spokesperson Ana Lind',
  }),
  sample('headline over two lines', `JOINT STATEMENT OF THE MINISTERS\nOF TRADE AND TRANSPORT\n\n${body}`, {
    title: 'JOINT STATEMENT OF THE MINISTERS OF TRADE AND TRANSPORT',
  }),
  sample(
    'headline over two lines, broken after a small word',
    `Meeting between the President and\nPrime Minister Okoro\n\n${body}`,
    {
      title: 'Meeting between the President and Prime Minister Okoro',
    },
  ),
  sample('no blank lines', `Envoys meet in Riga\nRIGA—${body}\nThey spoke for two hours.`, {
    title: 'Envoys meet in Riga',
    place: 'RIGA',
  }),
  sample('headline with an abbreviation at its end', `Remarks after the meeting with the U.S.\n\n${body}`, {
    title: 'Remarks after the meeting with the U.S.',
  }),
  sample('headline that asks', `What was agreed in Bern?\n\n${body}`, { title: 'What was agreed in Bern?' }),
  sample(
    'memorandum',
    `To: Head of mission\nFrom: Second secretary\nDate: 3 May 2024\nSubject: Call on the deputy minister\n\n${body}`,
    {
      title: 'Call on the deputy minister',
      date: '2024-05-03',
    },
  ),
  sample('marking above the headline', `OFFICIAL-SENSITIVE\n\nRecord of the lunch with the envoy\n\n${body}`, {
    title: 'Record of the lunch with the envoy',
  }),
  sample('place and date at the end', `Joint Communiqué\n\n${body}\n\nLisbon, 9 May 2024`, {
    title: 'Joint Communiqué',
    place: 'Lisbon',
    date: '2024-05-09',
  }),
  sample('source line', `Talks on fishing\n\nSource: Embassy of Iceland\n\n${body}`, {
    title: 'Talks on fishing',
    source: 'Embassy of Iceland',
  }),
  sample(
    'French headline',
    `Entretien du ministre avec son homologue italien\n\nParis, le 5 juin 2024\n\nLes ministres ont parlé du commerce. Ils se reverront.`,
    {
      title: 'Entretien du ministre avec son homologue italien',
      place: 'Paris',
      date: '2024-06-05',
    },
  ),
  sample(
    'Russian headline',
    `О встрече министра с послом Норвегии\n\n5 июня 2024 года\n\nМинистр принял посла. Обсуждалась торговля.`,
    {
      title: 'О встрече министра с послом Норвегии',
      date: '2024-06-05',
    },
  ),
  sample(
    'Kazakh headline',
    `Министр елшімен кездесті\n\n2024 жылғы 15 сәуір\n\nМинистр елшіні қабылдады. Сауда талқыланды.`,
    {
      title: 'Министр елшімен кездесті',
      date: '2024-04-15',
    },
  ),
  sample('Chinese headline', `外交部长会见挪威大使\n\n2024年5月16日\n\n双方讨论了贸易问题。会谈持续两小时。`, {
    title: '外交部长会见挪威大使',
    date: '2024-05-16',
  }),
  sample('Arabic headline', `الوزير يستقبل سفير النرويج\n\n5 يونيو 2024\n\nبحث الجانبان التجارة. واتفقا على اللقاء.`, {
    title: 'الوزير يستقبل سفير النرويج',
    date: '2024-06-05',
  }),
]

export const traps: readonly HeadSample[] = [
  sample('an alliance first', `NATO—the alliance of 32 states—met on Monday. ${body}`),
  sample('an illness first', `COVID-19 — the ministers said — is over. ${body}`),
  sample('a brief’s heading', `BACKGROUND — The two states have had relations since 1992. ${body}`),
  sample('a sentence in capitals', `THE PARTIES AGREED TO MEET AGAIN.\n\n${body}`),
  sample('a first line that is a sentence', `The minister met the envoy on Monday.\n\n${body}`),
  sample('quotation first', `“We will come back,” the minister said — and left. ${body}`),
  sample('only one line', 'Macron and Scholz meet in Paris'),
  sample('a salutation', `Excellencies, distinguished colleagues,\n\n${body}`),
  sample('a salutation with an exclamation mark', `Dear friends!\n\n${body}`),
  sample(
    'prose broken at a margin',
    'The foreign minister received the ambassador of Norway this morning and\nspoke with him about fishing, shipping and the coming session of the joint\ncommission, which meets in Bergen in the autumn.\n',
  ),
  sample('a list first', `- trade\n- transport\n\n${body}`),
  sample('a numbered paragraph first', `1. The council met on Monday\n\n2. It will meet again.`),
  sample('a date that can be read in two ways', `Talks on water\n\n05/06/2024\n\n${body}`, { title: 'Talks on water' }),
  sample('a date that there is not', `Talks on water\n\n31 February 2024\n\n${body}`, { title: 'Talks on water' }),
  sample('a date within a sentence', `On 5 June 2024 the ministers met in Rome. ${body}`),
  sample(
    'a dateline without a year and no date of the text’s own',
    `ROME, June 5 (ANSA) – The ministers met. ${body}`,
    {
      place: 'ROME',
      source: 'ANSA',
    },
  ),
  sample('a line between two cities', `Astana – Minsk flights begin again. ${body}`),
  sample('a city that a sentence begins with', `Geneva – home of many bodies – was chosen. ${body}`),
  sample('a city and its country in brackets', `Geneva (Switzerland) hosts the talks. ${body}`),
  sample('an office as a headline', `Embassy of Iceland\n\n${body}`, { title: 'Embassy of Iceland' }),
  sample('a headline before a date is no place', `JOINT STATEMENT\n17 September 2023\n\n${body}`, {
    title: 'JOINT STATEMENT',
    date: '2023-09-17',
  }),
  sample('a headline with a date is no place', `Statement, 5 June 2024\n\n${body}`, {
    title: 'Statement, 5 June 2024',
  }),
]
