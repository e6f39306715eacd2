// Small frequent words by which languages written in one script are told apart. Data only.

/** BCP 47 subtag → words, in lower case. Words that several of these languages share are better left out. */
export const stopWords: Readonly<Record<string, string>> = {
  en: 'the of and to in that is was for with by at from were has have this which their been will its on',
  fr: 'le la les des du et en une est que dans pour qui sur au aux par avec ce cette sont été ses son leur',
  de: 'der die das und den von mit dem des ist im für auf sich eine nicht auch als zum zur bei wurde haben',
  es: 'el la los las de y en que del una por con para se su al es lo como más entre sus han fue',
  pt: 'o os as do da dos das e em um uma para com não por ao à são pelo pela foi entre seu sua mais',
  it: 'il lo gli della del di che e per un una con nel alla dei delle sono al dal tra anche è stato ha',
  nl: 'de het een van en in is dat op te voor met zijn aan door ook bij heeft worden niet werd over',
  pl: 'i w na z się do że nie jest o od za oraz przez po dla jak który które między są został',
  tr: 've bir bu ile için olarak da de olan çok sonra kadar en gibi daha ilk arasında oldu edildi',
  ru: 'и в на с по что о из не к для от его также между при это был были как об а со во года этот этом его ее их была под который которые сообщил сообщили состоялась сторон стороны рамках ходе',
  uk: 'і в на з та що у до для від про не за із також між при це був були як його року є',
  be: 'і ў на з у да для ад пра не за таксама паміж гэта быў былі як яго года што',
  kk: 'және мен бен пен үшін бойынша туралы осы бұл сондай болып деп арасындағы екі ел атап өтті арналған жылғы күні барысында тараптар саласындағы кездесу кездесуде қол жөніндегі қатысты аясында бірлескен дейін кейін',
  ky: 'жана менен үчүн боюнча тууралуу бул ошондой болуп деп ортосундагы эки өлкө айтты',
  sr: 'и у је на да се за са од су које је као из што који ће био',
  bg: 'и на в за се от да с по че са е към като който във със беше',
  ar: 'في من على إلى أن عن مع هذا هذه التي الذي بين كما خلال بعد ما وقد كان',
  fa: 'و در به از که این را با است برای آن بر شد کرد خود های می',
  ur: 'کے کی میں اور سے کا ہے کو نے پر یہ کہ ہیں اس کیا',
}

/** The letters of languages written in Cyrillic, by which those are ruled out that lack letters a text has. */
export const cyrillicLetters: Readonly<Record<string, string>> = {
  ru: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  uk: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
  be: 'абвгдеёжзійклмнопрстуўфхцчшыьэюя',
  kk: 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя',
  ky: 'абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя',
  sr: 'абвгдђежзијклљмнњопрстћуфхцчџш',
  bg: 'абвгдежзийклмнопрстуфхцчшщъьюя',
}
