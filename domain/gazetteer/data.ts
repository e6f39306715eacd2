// The form of assets/gazetteer/*.json: names of countries, cities, regions and bodies by language. The files are made by
// scripts/gazetteer.ts; the reader gets them parsed, for domain code opens no file.

/** Names by language; a language without names is left out. Russian names stand in all their cases, the nominative first. */
export type Names = {
  readonly en?: readonly string[]
  readonly fr?: readonly string[]
  readonly ru?: readonly string[]
  readonly kk?: readonly string[]
  readonly other?: readonly string[]
}

/** What every record has. `name` is the noun English officers use, `names` the others; `doubtful` are those with another meaning. */
type Named = { readonly name: string; readonly names?: Names; readonly doubtful?: readonly string[] }

/** Words before an office: English and French in all forms, Russian in the masculine nominative. */
export type Adjectives = {
  readonly en?: readonly string[]
  readonly fr?: readonly string[]
  readonly ru?: readonly string[]
}

/** A country; `code` is ISO 3166 alpha-2 (XK for Kosovo), `capital` its capital's or capitals' English names. */
export type CountryRecord = Named & {
  readonly code: string
  readonly capital: readonly string[]
  readonly adjectives?: Adjectives
}

/** A city of the country with code `country` (ISO 3166 alpha-2, territories have their own). Capitals come first, then by size. */
export type CityRecord = Named & { readonly country: string }

/** A part of the world that is neither country nor city: continent, region, sea, territory, state of a federation. */
export type RegionRecord = Named & { readonly id: string; readonly adjectives?: Adjectives }

/** An organisation, an organ or a group of states. `side`: it sends people to talks as a state does. */
export type BodyRecord = Named & {
  readonly id: string
  readonly abbreviations?: readonly string[]
  readonly side?: boolean
}

/** All of assets/gazetteer/*.json, each file under its own name. */
export type GazetteerData = {
  readonly countries: readonly CountryRecord[]
  readonly cities: readonly CityRecord[]
  readonly regions: readonly RegionRecord[]
  readonly bodies: readonly BodyRecord[]
}
