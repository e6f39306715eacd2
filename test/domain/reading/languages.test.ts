// French, Russian and Kazakh: heads, days, persons after their offices, events and outcomes, each by the language's own words; and
// what is left of a text in a language that has no words. All persons are invented.
import { describe, expect, it } from 'vitest'
import { readText } from '../../engine.ts'

/** Sentences that tell the language of a short text and report nothing. */
const tails: Readonly<Record<string, string>> = {
  fr: 'Les relations entre les deux pays sont anciennes et elles ont été étendues dans la région par des échanges.',
  ru: 'Отношения между странами имеют давнюю историю, и это отмечали как в этом году, так и при других обстоятельствах.',
  kk: 'Екі ел арасындағы байланыс бұрыннан бар және бұл осы өңір үшін маңызды деп саналады, сондай-ақ дамып келеді.',
}

function read(language: string, report: string, head = '') {
  const reading = readText(`${head}${report} ${tails[language] ?? ''}`)
  expect(reading.language).toBe(language)
  return reading
}

describe('datelines', () => {
  it.each([
    ['fr', 'PARIS, 5 juin 2024 (AFP) - ', 'PARIS', '2024-06-05'],
    ['fr', 'Bruxelles, le 12 mars 2024. ', 'Bruxelles', '2024-03-12'],
    ['fr', 'Berne, 06.05.2024 - ', 'Berne', '2024-05-06'],
    ['fr', 'Publié le 09/07/2024\n\n', null, '2024-07-09'],
    ['ru', 'Москва, 5 июня 2024 года. /ТАСС/. ', 'Москва', '2024-06-05'],
    ['ru', 'Чолпон-Ата, 5 июня 2024 года. ', 'Чолпон-Ата', '2024-06-05'],
    ['ru', 'Чолпон-Ата, 5 июня 2024 года\n\n', 'Чолпон-Ата', '2024-06-05'],
    ['ru', '5 июня 2024 года, 14:30\n\n', null, '2024-06-05'],
    ['ru', 'БАКУ, 5 июня 2024, АЗЕРТАДЖ\n\n', 'БАКУ', '2024-06-05'],
    ['kk', 'АСТАНА, 2024 жылғы 10 қазан – ', 'АСТАНА', '2024-10-10'],
    ['kk', 'БІШКЕК. 26 маусым 2024 жыл. ҚазАқпарат – ', 'БІШКЕК', '2024-06-26'],
    ['kk', '2024 жылдың 5 маусымы\n\n', null, '2024-06-05'],
  ])('%s: %j', (language, head, place, date) => {
    expect(read(language, '', head).dateline).toMatchObject({ place, date })
  })
})

describe('persons after their office', () => {
  it.each([
    [
      'fr',
      'Le ministre bulgare des Affaires étrangères, M. Stoyan Karadjov, est venu.',
      'Stoyan Karadjov',
      'ministre des Affaires étrangères',
      'Bulgaria',
    ],
    [
      'fr',
      "La directrice générale de l'Agence de promotion des investissements, Mme Aïssatou Ndiaye, est venue.",
      'Aïssatou Ndiaye',
      "directrice générale de l'Agence de promotion des investissements",
      null,
    ],
    [
      'fr',
      "L'ambassadeur de France au Sénégal, Mme Claire Petit, est venue.",
      'Claire Petit',
      'ambassadeur au Sénégal',
      'France',
    ],
    ['fr', 'Le Premier ministre belge Marc De Wit est venu.', 'Marc De Wit', 'Premier ministre', 'Belgium'],
    [
      'ru',
      'Министр иностранных дел Республики Узбекистан Бахтиёр Саидов приехал.',
      'Бахтиёр Саидов',
      'Министр иностранных дел',
      'Uzbekistan',
    ],
    [
      'ru',
      'Постоянный представитель России при международных организациях Никита Олсуфьев приехал.',
      'Никита Олсуфьев',
      'Постоянный представитель при международных организациях',
      'Russia',
    ],
    [
      'ru',
      'Приехал первый заместитель председателя комитета по международным делам Олег Волков.',
      'Олег Волков',
      'первый заместитель председателя комитета по международным делам',
      null,
    ],
    ['ru', 'Посол Казахстана в Узбекистане Даулет Ким приехал.', 'Даулет Ким', 'Посол в Узбекистане', 'Kazakhstan'],
    [
      'kk',
      'Қазақстан Сыртқы істер министрінің орынбасары Әлия Нұрпейісова келеді.',
      'Әлия Нұрпейісова',
      'Сыртқы істер министрінің орынбасары',
      'Kazakhstan',
    ],
    [
      'kk',
      'Қырғызстан Жогорку Кенешінің депутаты Гүлнара Осмонова келеді.',
      'Гүлнара Осмонова',
      'Жогорку Кенешінің депутаты',
      'Kyrgyzstan',
    ],
    [
      'kk',
      'Қазақстанның Швейцариядағы Елшісі Қайрат Омаров келеді.',
      'Қайрат Омаров',
      'Швейцариядағы Елшісі',
      'Kazakhstan',
    ],
  ])('%s: %s', (language, sentence, name, role, affiliation) => {
    expect(read(language, sentence).people).toMatchObject([{ name, role, affiliation }])
  })
})

describe('a name in other cases', () => {
  it.each([
    [
      'ru',
      'Министр обороны Игорь Верховцев приехал. Встреча с Игорем Верховцевым была краткой. Верховцеву показали завод.',
    ],
    ['ru', 'Приехал Министр обороны Игорь Сергеевич Верховцев. И.С.Верховцеву показали завод.'],
    [
      'kk',
      'Сыртқы істер министрі Юхани Лехтонен келеді. Юхани Лехтоненмен бірге сарапшылар болады. Лехтоненді таныстыру керек.',
    ],
  ])('is the same person: %s, %s', (language, sentences) => {
    const { people } = read(language, sentences)
    expect(people).toHaveLength(1)
    expect(people[0]?.aliases.length).toBeGreaterThan(0)
  })
})

describe('events', () => {
  it.each([
    [
      'fr',
      'Le 5 juin, le ministre Jean Dupuis a également rencontré à Sofia M. Stoyan Karadjov.',
      'bilateral',
      '2024-06-05',
      'Sofia',
      ['Jean Dupuis', 'Stoyan Karadjov'],
    ],
    [
      'fr',
      "Le président Jean Dupuis s'est entretenu mardi par téléphone avec le Premier ministre du Danemark, M. Lars Holm.",
      'call',
      '2024-06-04',
      null,
      ['Jean Dupuis', 'Lars Holm'],
    ],
    [
      'fr',
      "La ministre Hélène Varenne s'est rendue à Sofia les 3 et 4 juin.",
      'visit',
      '2024-06-03',
      'Sofia',
      ['Hélène Varenne'],
    ],
    [
      'fr',
      'Le ministre Jean Dupuis se rendra à Varsovie le 20 juin.',
      'visit',
      '2024-06-20',
      'Varsovie',
      ['Jean Dupuis'],
    ],
    [
      'ru',
      'Во вторник министр Иван Петров провел в Минске встречу с послом Тендаи Чиганзой.',
      'bilateral',
      '2024-06-04',
      'Минске',
      ['Иван Петров', 'Тендаи Чиганзой'],
    ],
    [
      'ru',
      '4 июня состоялись переговоры министра Игоря Верховцева с министром энергетики Алжира Саидом Мезиани.',
      'bilateral',
      '2024-06-04',
      null,
      ['Игоря Верховцева', 'Саидом Мезиани'],
    ],
    ['ru', 'Очередная сессия Совета управляющих откроется в Вене 18 июня.', 'multilateral', '2024-06-18', 'Вене', []],
    [
      'kk',
      '4 маусымда Сыртқы істер министрі Марат Ибраев Бішкекте елші Азамат Токтогуловпен кездесті.',
      'bilateral',
      '2024-06-04',
      'Бішкекте',
      ['Марат Ибраев', 'Азамат Токтогуловпен'],
    ],
    [
      'kk',
      'Сейсенбі күні Юхани Лехтоненді Премьер-Министр Бауыржан Жұмабеков қабылдады.',
      'bilateral',
      '2024-06-04',
      null,
      ['Бауыржан Жұмабеков', 'Юхани Лехтоненді'],
    ],
    [
      'kk',
      'Президент Арман Тілеубердин 4 маусымда Конья қаласында өткен ұйымның саммитіне қатысты.',
      'multilateral',
      '2024-06-04',
      'Конья',
      ['Арман Тілеубердин'],
    ],
  ])('%s: %s', (language, sentence, format, date, place, people) => {
    const days: Record<string, string> = { fr: '5 juin 2024', ru: '5 июня 2024 года', kk: '2024 жылғы 5 маусым' }
    const { meetings } = read(language, sentence, `${days[language] ?? ''}\n\n`)
    expect(meetings).toMatchObject([{ format, date, place, people }])
  })

  it.each([
    ['fr', 'Le président a appelé à un cessez-le-feu au Soudan.'],
    ['fr', 'Le ministre se rendra à Varsovie dans les prochains mois.'],
    ['ru', 'Министр планирует провести переговоры с послом.'],
    ['kk', 'Алдыңғы саммит Шушада өткен болатын.'],
  ])('are none in %s: %s', (language, sentence) => expect(read(language, sentence).meetings).toEqual([]))
})

it('adds who attended as well to the event told before', () => {
  const { meetings } = read(
    'ru',
    'Премьер-министр Казахстана Арман Сеитов принял участие в заседании Межправительственного совета. В заседании также участвовал премьер-министр Армении Ара Саркисян.',
  )
  expect(meetings.map(({ people }) => people)).toEqual([['Арман Сеитов', 'Ара Саркисян']])
})

describe('outcomes', () => {
  it.each([
    ['fr', 'Les deux ministres ont également signé un accord sur la pêche.', 'signed'],
    ['fr', "La partie turque s'est engagée à octroyer cinquante bourses.", 'commitment'],
    ['fr', 'La Belgique financera la rénovation du port.', 'commitment'],
    ['fr', 'Ils sont convenus de se revoir en mai.', 'agreed'],
    ['ru', 'По итогам переговоров подписан план консультаций.', 'signed'],
    ['ru', 'Корейская сторона обязалась передать Центру оборудование.', 'commitment'],
    ['ru', 'Стороны договорились увеличить транзит нефти.', 'agreed'],
    ['kk', 'Министрлер меморандумға қол қойды.', 'signed'],
    ['kk', 'Комиссия жол картасын бекітті.', 'adopted'],
    ['kk', 'Швейцария тарапы 20 грант бөлуге міндеттенді.', 'commitment'],
  ])('%s: %s', (language, sentence, kind) => {
    expect(read(language, sentence).outcomes).toMatchObject([{ kind, text: sentence }])
  })

  it.each([
    ['ru', 'В тот же день посол был принят Министром энергетики.'],
    ['ru', 'Министр одобрил эту идею.'],
    ['kk', 'Елші сенім грамоталарын тапсырды.'],
    ['fr', 'La prochaine session se tiendra à Ankara.'],
  ])('are none in %s: %s', (language, sentence) => expect(read(language, sentence).outcomes).toEqual([]))
})

it('takes what was discussed from before a Kazakh verb', () => {
  expect(read('kk', 'Тараптар сауда және көлік мәселелерін талқылады.').topics.map(({ text }) => text)).toEqual([
    'сауда және көлік мәселелерін',
  ])
})

describe('a language without words of its own', () => {
  it.each([
    [
      'de',
      'BERLIN, 5. Juni 2024 – Die Ministerin Anna Beispiel hat sich am 4. Juni in Wien mit dem Minister Jean Exemple getroffen und das ist für die Ukraine auch wichtig. Will man den Handel fördern, so ist das eine Chance.',
      'BERLIN',
      '2024-06-05',
      'Ukraine',
    ],
    [
      'es',
      'MADRID, 5 de junio de 2024 – El ministro José Ejemplo se reunió ayer con su homólogo de Francia y los dos países firmaron un acuerdo para la cooperación entre España y Marruecos.',
      'MADRID',
      '2024-06-05',
      'Marruecos',
    ],
    [
      'ar',
      'الرياض، 5 يونيو 2024 - التقى وزير الخارجية نظيره المصري في الرياض، وبحث الوزيران العلاقات بين البلدين في مصر، كما وقعا على اتفاق بعد هذا اللقاء.',
      'الرياض',
      '2024-06-05',
      'مصر',
    ],
    [
      'zh',
      '新华社北京2024年5月16日电 外交部长16日在北京会见法国外长。双方就两国关系交换意见，并签署协议。',
      '北京',
      '2024-05-16',
      '法国',
    ],
  ])('gives dateline and countries of %s, and no event, person or outcome', (language, text, place, date, country) => {
    const reading = readText(text)
    expect(reading).toMatchObject({ language, meetings: [], people: [], outcomes: [], dateline: { place, date } })
    expect(reading.places.map(({ name }) => name)).toContain(country)
  })
})
