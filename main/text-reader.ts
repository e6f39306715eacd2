// The engine with what it knows of the world and of languages. The data is part of the build; nothing of it is prepared before the
// first text is read, so that commands that read none pay nothing.
import bodies from '../assets/gazetteer/bodies.json' with { type: 'json' }
import cities from '../assets/gazetteer/cities.json' with { type: 'json' }
import countries from '../assets/gazetteer/countries.json' with { type: 'json' }
import regions from '../assets/gazetteer/regions.json' with { type: 'json' }
import english from '../assets/reading/en.json' with { type: 'json' }
import french from '../assets/reading/fr.json' with { type: 'json' }
import kazakh from '../assets/reading/kk.json' with { type: 'json' }
import russian from '../assets/reading/ru.json' with { type: 'json' }
import type { GazetteerData } from '../domain/gazetteer/data.ts'
import type { LanguageData } from '../domain/reading/language-data.ts'
import { createReader, type ReadText } from '../domain/reading/read.ts'

/** The engine; each one made prepares the data for itself, so pass one on. */
export function createTextReader(): ReadText {
  // The files' own tests hold them to these types (test/assets).
  const gazetteer = { ...countries, ...cities, ...regions, ...bodies } as GazetteerData
  const languages = [english, french, russian, kazakh] as readonly LanguageData[]
  return createReader({ gazetteer, languages })
}
