// Names of months and days of the week by language. Data only: one line of twelve (or seven) sets of forms for each language.

/** January to December; forms of one month are divided by `|`. */
const months: Readonly<Record<string, string>> = {
  en: 'january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec',
  fr: 'janvier|janv février|févr|fév mars avril|avr mai juin juillet|juil août septembre|sept octobre|oct novembre|nov décembre|déc',
  es: 'enero|ene febrero|feb marzo|mar abril|abr mayo junio|jun julio|jul agosto|ago septiembre|setiembre|sept|sep octubre|oct noviembre|nov diciembre|dic',
  pt: 'janeiro|jan fevereiro|fev março|mar abril|abr maio|mai junho|jun julho|jul agosto|ago setembro|set outubro|out novembro|nov dezembro|dez',
  it: 'gennaio|gen febbraio|feb marzo|mar aprile|apr maggio|mag giugno|giu luglio|lug agosto|ago settembre|set|sett ottobre|ott novembre|nov dicembre|dic',
  de: 'januar|jan|jänner februar|feb märz april|apr mai juni|jun juli|jul august|aug september|sept|sep oktober|okt november|nov dezember|dez',
  tr: 'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık',
  ru: 'января|январь|янв февраля|февраль|фев марта|март|мар апреля|апрель|апр мая|май июня|июнь|июн июля|июль|июл августа|август|авг сентября|сентябрь|сен|сент октября|октябрь|окт ноября|ноябрь|ноя|нояб декабря|декабрь|дек',
  uk: 'січня|січень лютого|лютий березня|березень квітня|квітень травня|травень червня|червень липня|липень серпня|серпень вересня|вересень жовтня|жовтень листопада|листопад грудня|грудень',
  kk: 'қаңтар|қаңтары|қаңтарда|қаңтардағы|қаңтардың|қаңтардан|қаңтарға ақпан|ақпаны|ақпанда|ақпандағы|ақпанның|ақпаннан|ақпанға наурыз|наурызы|наурызда|наурыздағы|наурыздың|наурыздан|наурызға сәуір|сәуірі|сәуірде|сәуірдегі|сәуірдің|сәуірден|сәуірге мамыр|мамыры|мамырда|мамырдағы|мамырдың|мамырдан|мамырға маусым|маусымы|маусымда|маусымдағы|маусымның|маусымнан|маусымға шілде|шілдесі|шілдеде|шілдедегі|шілденің|шілдеден|шілдеге тамыз|тамызы|тамызда|тамыздағы|тамыздың|тамыздан|тамызға қыркүйек|қыркүйегі|қыркүйекте|қыркүйектегі|қыркүйектің|қыркүйектен|қыркүйекке қазан|қазаны|қазанда|қазандағы|қазанның|қазаннан|қазанға қараша|қарашасы|қарашада|қарашадағы|қарашаның|қарашадан|қарашаға желтоқсан|желтоқсаны|желтоқсанда|желтоқсандағы|желтоқсанның|желтоқсаннан|желтоқсанға',
  ar: 'يناير|كانون_الثاني فبراير|شباط مارس|آذار أبريل|إبريل|نيسان مايو|أيار|ماي يونيو|يونيه|حزيران|جوان يوليو|يوليه|تموز|جويلية أغسطس|آب|أوت سبتمبر|أيلول أكتوبر|تشرين_الأول نوفمبر|تشرين_الثاني ديسمبر|كانون_الأول',
}

const weekdays: readonly string[] = [
  'monday|mon tuesday|tue|tues wednesday|wed thursday|thu|thur|thurs friday|fri saturday|sat sunday|sun',
  'lundi mardi mercredi jeudi vendredi samedi dimanche',
  'lunes martes miércoles jueves viernes sábado domingo',
  'segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo',
  'lunedì martedì mercoledì giovedì venerdì sabato domenica',
  'montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag',
  'pazartesi salı çarşamba perşembe cuma cumartesi pazar',
  'понедельник вторник среда четверг пятница суббота воскресенье',
  'понеділок вівторок середа четвер п’ятниця субота неділя',
  'дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі',
  'الاثنين|الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد',
]

/** Every form of a month's name with the number of the month, 1 to 12. */
export const monthForms: readonly (readonly [form: string, month: number])[] = Object.values(months).flatMap((line) =>
  line
    .split(' ')
    .flatMap((forms, index) => forms.split('|').map((form) => [form.replace('_', ' '), index + 1] as const)),
)

/** Every name of a day of the week. */
export const weekdayForms: readonly string[] = weekdays.flatMap((line) => line.split(/[ |]/u))
