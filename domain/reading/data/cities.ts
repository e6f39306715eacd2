// Names of cities a report may be filed from, so that ASTANA— is read as a place and NATO— is not. Data only; add names freely.

/** Capitals, seats of organisations and cities from which reports are filed, as English prints them. */
const latinCities = `
Kabul|Tirana|Algiers|Andorra la Vella|Luanda|Buenos Aires|Yerevan|Canberra|Vienna|Baku|Nassau|Manama|Dhaka|Bridgetown
Minsk|Brussels|Belmopan|Porto-Novo|Thimphu|Sucre|La Paz|Sarajevo|Gaborone|Brasilia|Bandar Seri Begawan|Sofia
Ouagadougou|Gitega|Bujumbura|Phnom Penh|Yaounde|Ottawa|Praia|Bangui|N'Djamena|Santiago|Beijing|Bogota|Moroni|Kinshasa
Brazzaville|San Jose|Abidjan|Yamoussoukro|Zagreb|Havana|Nicosia|Prague|Copenhagen|Djibouti|Roseau|Santo Domingo|Quito
Cairo|San Salvador|Malabo|Asmara|Tallinn|Mbabane|Addis Ababa|Suva|Helsinki|Paris|Libreville|Banjul|Tbilisi|Berlin
Accra|Athens|Guatemala City|Conakry|Bissau|Georgetown|Port-au-Prince|Tegucigalpa|Budapest|Reykjavik|New Delhi|Jakarta
Tehran|Baghdad|Dublin|Jerusalem|Tel Aviv|Ramallah|Gaza|Rome|Kingston|Tokyo|Amman|Astana|Nur-Sultan|Nairobi|Tarawa
Pristina|Kuwait City|Kuwait|Bishkek|Vientiane|Riga|Beirut|Maseru|Monrovia|Tripoli|Vaduz|Vilnius|Luxembourg
Antananarivo|Lilongwe|Kuala Lumpur|Putrajaya|Male|Bamako|Valletta|Majuro|Nouakchott|Port Louis|Mexico City|Chisinau
Monaco|Ulaanbaatar|Ulan Bator|Podgorica|Rabat|Maputo|Naypyidaw|Nay Pyi Taw|Yangon|Windhoek|Kathmandu|Amsterdam
The Hague|Wellington|Managua|Niamey|Abuja|Lagos|Pyongyang|Skopje|Oslo|Muscat|Islamabad|Karachi|Lahore|Panama City
Port Moresby|Asuncion|Lima|Manila|Warsaw|Lisbon|Doha|Bucharest|Moscow|Kigali|Basseterre|Castries|Apia|San Marino
Riyadh|Dakar|Belgrade|Victoria|Freetown|Singapore|Bratislava|Ljubljana|Honiara|Mogadishu|Pretoria|Cape Town
Johannesburg|Juba|Seoul|Madrid|Colombo|Khartoum|Port Sudan|Paramaribo|Stockholm|Bern|Berne|Geneva|Zurich|Davos
Lausanne|Damascus|Taipei|Dushanbe|Dodoma|Dar es Salaam|Bangkok|Dili|Lome|Nuku'alofa|Port of Spain|Tunis|Ankara
Istanbul|Ashgabat|Funafuti|Kampala|Entebbe|Kyiv|Kiev|Abu Dhabi|Dubai|Sharjah|London|Washington|New York|Montevideo
Tashkent|Samarkand|Bukhara|Port Vila|Vatican City|Caracas|Hanoi|Ho Chi Minh City|Sanaa|Sana'a|Aden|Lusaka|Harare
Almaty|Shymkent|Aktau|Atyrau|Aktobe|Karaganda|Kostanay|Turkistan|Osh|Khujand|Avaza|Awaza|Turkmenbashi|Batumi|Ganja
Shusha|Nakhchivan|Gyumri|St. Petersburg|Saint Petersburg|Kazan|Sochi|Vladivostok|Yekaterinburg|Novosibirsk|Ufa
Kaliningrad|Murmansk|Simferopol|Sevastopol|Donetsk|Luhansk|Kharkiv|Odesa|Odessa|Lviv|Dnipro|Zaporizhzhia|Brest|Grodno
Gomel|Vitebsk|Mogilev|Krakow|Gdansk|Wroclaw|Brno|Munich|Hamburg|Frankfurt|Cologne|Bonn|Dresden|Leipzig|Stuttgart
Duesseldorf|Salzburg|Innsbruck|Milan|Naples|Venice|Turin|Florence|Bologna|Palermo|Genoa|Trieste|Barcelona|Valencia
Seville|Granada|Malaga|Porto|Lyon|Marseille|Strasbourg|Nice|Toulouse|Bordeaux|Lille|Versailles|Cannes|Biarritz|Antwerp
Ghent|Bruges|Rotterdam|Maastricht|Gothenburg|Malmo|Bergen|Tromso|Turku|Tampere|Aarhus|Narva|Tartu|Kaunas|Edinburgh
Glasgow|Belfast|Cardiff|Manchester|Birmingham|Liverpool|Oxford|Cambridge|Cork|Thessaloniki|Plovdiv|Varna|Split
Dubrovnik|Novi Sad|Nis|Banja Luka|Mostar|Cluj-Napoca|Timisoara|Izmir|Antalya|Gaziantep|Trabzon|Bursa|Konya|Erbil|Basra
Mosul|Najaf|Aleppo|Homs|Sidon|Haifa|Aqaba|Jeddah|Mecca|Makkah|Medina|Dammam|Neom|AlUla|Salalah|Isfahan|Mashhad|Tabriz
Shiraz|Herat|Kandahar|Peshawar|Rawalpindi|Quetta|Mumbai|Bombay|Delhi|Kolkata|Calcutta|Chennai|Bengaluru|Bangalore
Hyderabad|Ahmedabad|Goa|Srinagar|Jaipur|Udaipur|Varanasi|Chittagong|Chattogram|Cox's Bazar|Pokhara|Kandy|Hambantota
Mandalay|Chiang Mai|Phuket|Pattaya|Cebu|Davao|Bali|Denpasar|Nusa Dua|Labuan Bajo|Surabaya|Bandung|Yogyakarta|Penang
Langkawi|Johor Bahru|Da Nang|Haiphong|Siem Reap|Luang Prabang|Shanghai|Guangzhou|Shenzhen|Hong Kong|Macao|Macau
Chengdu|Chongqing|Xi'an|Xian|Wuhan|Hangzhou|Nanjing|Tianjin|Qingdao|Dalian|Harbin|Urumqi|Lhasa|Kunming|Nanning|Haikou
Sanya|Boao|Suzhou|Zhengzhou|Xiamen|Fuzhou|Lanzhou|Osaka|Kyoto|Hiroshima|Nagasaki|Nagoya|Fukuoka|Sapporo|Kobe|Yokohama
Naha|Niigata|Busan|Incheon|Daegu|Jeju|Gyeongju|Sejong|Panmunjom|Sydney|Melbourne|Brisbane|Perth|Adelaide|Darwin|Hobart
Auckland|Christchurch|Noumea|Papeete|Los Angeles|San Francisco|Chicago|Boston|Philadelphia|Houston|Dallas|Atlanta
Miami|Seattle|Denver|Anchorage|Honolulu|Detroit|Pittsburgh|Camp David|San Diego|Phoenix|Las Vegas|New Orleans|Toronto
Montreal|Vancouver|Calgary|Edmonton|Quebec City|Quebec|Halifax|Winnipeg|Kananaskis|Guadalajara|Monterrey|Tijuana
Cancun|Medellin|Cartagena|Cali|Guayaquil|Cusco|Arequipa|Santa Cruz|Cochabamba|Sao Paulo|Rio de Janeiro|Salvador|Recife
Belem|Fortaleza|Manaus|Cordoba|Rosario|Mendoza|Ushuaia|Valparaiso|Maracaibo|Casablanca|Marrakech|Tangier|Fez|Laayoune
Oran|Constantine|Sfax|Benghazi|Tobruk|Misrata|Sirte|Alexandria|Sharm El-Sheikh|Sharm el Sheikh|El Alamein|Luxor|Aswan
Port Said|Suez|Ismailia|El Fasher|Goma|Bukavu|Lubumbashi|Mombasa|Arusha|Zanzibar|Durban|Bloemfontein|Bulawayo|Beira
Blantyre|Douala|Port Harcourt|Kano|Kaduna|Kumasi|Cotonou|Timbuktu|Gao|Agadez|Hargeisa|Bosaso|Kismayo|Mekelle|Lalibela
United Nations|Donostia-San Sebastian
`

/** The same as French, Spanish, German, Italian, Portuguese, Turkish and Polish print them. */
const otherLatinCities = `
Genève|Bruxelles|Londres|Moscou|Pékin|Berne|Vienne|Varsovie|Lisbonne|Athènes|Le Caire|Alger|Tunis|Beyrouth|Damas
Téhéran|Bagdad|Riyad|Abou Dhabi|Le Cap|Addis-Abeba|La Haye|Copenhague|Édimbourg|Bucarest|Belgrade|Kiev|Tbilissi|Erevan
Bakou|Achgabat|Tachkent|Douchanbé|Bichkek|Séoul|Singapour|Mexico|La Havane|Ginebra|Bruselas|Moscú|Pekín|Varsovia
Lisboa|Atenas|El Cairo|Argel|Beirut|Damasco|Teherán|Nueva York|Ciudad de México|La Habana|Genf|Brüssel|Moskau|Peking
Wien|Warschau|Lissabon|Athen|Kairo|Algier|Kopenhagen|Bukarest|Belgrad|Kiew|Rom|Mailand|München|Köln|Zürich|Straßburg
Ginevra|Londra|Mosca|Pechino|Vienna|Varsavia|Lisbona|Atene|Il Cairo|Roma|Milano|Napoli|Venezia|Torino|Firenze|Genebra
Bruxelas|Moscovo|Pequim|Nova Iorque|Nova York|Brasília|Kazan|Praha|Warszawa|Budapest|București|Beograd|Cenevre|Brüksel
Moskova|Pekin|Viyana|Tahran|Kahire|Bakü|Taşkent|Bişkek|Aşkabat
`

/** The same in Russian, Kazakh, Ukrainian and Belarusian. */
const cyrillicCities = `
Москва|Астана|Алматы|Шымкент|Нур-Султан|Минск|Киев|Київ|Ташкент|Самарканд|Бишкек|Душанбе|Ашхабад|Баку|Бакы|Ереван
Тбилиси|Кишинёв|Вильнюс|Рига|Таллин|Варшава|Прага|Вена|Женева|Брюссель|Париж|Берлин|Лондон|Рим|Мадрид|Вашингтон
Нью-Йорк|Пекин|Токио|Сеул|Анкара|Стамбул|Тегеран|Каир|Дели|Нью-Дели|Белград|Будапешт|София|Бухарест|Афины|Хельсинки
Стокгольм|Осло|Копенгаген|Санкт-Петербург|Казань|Сочи|Владивосток|Екатеринбург|Уфа|Калининград|Брест|Львов|Харьков
Одесса|Улан-Батор|Шанхай|Дубай|Абу-Даби|Эр-Рияд|Доха|Дамаск|Бейрут|Иерусалим|Ханой|Гавана|Каракас|Мінск|Бішкек|Мәскеу
Бейжің|Анқара
`

/** The same in Chinese, Japanese and Korean. */
const eastAsianCities = `
北京|上海|广州|深圳|香港|澳门|台北|东京|東京|大阪|首尔|平壤|莫斯科|华盛顿|纽约|伦敦|巴黎|柏林|布鲁塞尔|日内瓦|维也纳|罗马|马德里|阿斯塔纳|塔什干|比什凯克|杜尚别|阿什哈巴德|巴库|德黑兰|安卡拉|开罗|利雅得
新德里|伊斯兰堡|河内|曼谷|雅加达|吉隆坡|新加坡|马尼拉|堪培拉|惠灵顿|渥太华|巴西利亚|内罗毕|亚的斯亚贝巴|联合国|서울|평양|도쿄|베이징|워싱턴|뉴욕|제네바
`

/** The same in Arabic and Persian. */
const arabicCities = `
الرياض|جدة|القاهرة|دمشق|بيروت|بغداد|عمان|عمّان|الكويت|الدوحة|المنامة|مسقط|أبوظبي|أبو ظبي|دبي|صنعاء|عدن|الخرطوم|طرابلس
تونس|الجزائر|الرباط|نواكشوط|القدس|رام الله|غزة|طهران|أنقرة|إسطنبول|موسكو|واشنطن|نيويورك|لندن|باريس|برلين|جنيف|بروكسل
بكين|تهران
`

/** Every name of a city, as printed in its own language. */
export const cityNames: readonly string[] = [
  latinCities,
  otherLatinCities,
  cyrillicCities,
  eastAsianCities,
  arabicCities,
]
  .join('|')
  .split(/[|\n]+/u)
  .map((name) => name.trim())
  .filter((name) => name !== '')
