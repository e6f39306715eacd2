// The MUSTs of the W3C Web Annotation Data Model (sections 3 to 5) that concern what we write, as rules over plain JSON. They are written
// from the Recommendation, not from our types, so that a wrong type would not make both agree.

type Fields = Readonly<Record<string, unknown>>

const context = 'http://www.w3.org/ns/anno.jsonld'
const motivations = new Set(
  'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging'.split(
    ' ',
  ),
)

/** What breaks the model, each with its path; empty for a valid collection. */
export function flawsOfCollection(json: unknown): readonly string[] {
  const collection = fieldsOf(json)
  const first = fieldsOf(collection.first)
  const items = Array.isArray(first.items) ? first.items : []
  return [
    ...flaw([collection['@context']].flat().includes(context), 'collection: @context'),
    // One value of @context must be a string, not a list.
    ...flaw(!Array.isArray(collection['@context']) || collection['@context'].length > 1, 'collection: @context list'),
    ...flaw(isIri(collection.id), 'collection: id'),
    ...flaw(hasType(collection, 'AnnotationCollection'), 'collection: type'),
    ...flaw(collection.label === undefined || typeof collection.label === 'string', 'collection: label'),
    ...flaw(isCount(collection.total) && collection.total === items.length, 'collection: total'),
    ...flaw(collection.last === undefined || isIri(collection.last), 'collection: last'),
    ...flaw(isIri(first.id) && first.id !== collection.id, 'page: id'),
    ...flaw(hasType(first, 'AnnotationPage'), 'page: type'),
    ...flaw(Array.isArray(first.items), 'page: items'),
    ...flaw(first.partOf === undefined || isIri(first.partOf), 'page: partOf'),
    ...flaw(first.startIndex === undefined || isCount(first.startIndex), 'page: startIndex'),
    ...flaw(new Set(items.map((item) => fieldsOf(item).id)).size === items.length, 'items: ids differ'),
    ...items.flatMap((item, index) => flawsOfAnnotation(fieldsOf(item)).map((found) => `items[${index}]: ${found}`)),
  ]
}

function flawsOfAnnotation(annotation: Fields): readonly string[] {
  const bodies = annotation.body === undefined ? [] : [annotation.body].flat()
  const targets = [annotation.target].flat()
  return [
    ...flaw(isIri(annotation.id), 'id'),
    ...flaw(hasType(annotation, 'Annotation'), 'type'),
    ...flaw(!('bodyText' in annotation && 'body' in annotation), 'body and bodyText'),
    ...flaw(
      [annotation.motivation].flat().every((word) => motivations.has(String(word))),
      'motivation',
    ),
    ...['created', 'modified'].flatMap((name) => flaw(isUtcInstant(annotation[name]), name)),
    ...flaw(annotation.creator === undefined || isAgent(annotation.creator), 'creator'),
    ...bodies.flatMap((body, index) => flawsOfBody(fieldsOf(body)).map((found) => `body[${index}] ${found}`)),
    ...flaw(targets.length > 0 && targets.every((target) => isIri(target) || isFields(target)), 'target'),
    ...targets.filter(isFields).flatMap(flawsOfTarget),
    ...flaw(ownKeys(annotation).every(isIri), 'properties that the context does not know'),
  ]
}

const known = 'id type motivation created modified creator body target'.split(' ')
function ownKeys(annotation: Fields): readonly string[] {
  return Object.keys(annotation).filter((key) => !known.includes(key))
}

function flawsOfBody(body: Fields): readonly string[] {
  return [
    ...flaw(hasType(body, 'TextualBody'), 'type'),
    ...flaw(typeof body.value === 'string', 'value'),
    ...flaw(body.purpose === undefined || motivations.has(String(body.purpose)), 'purpose'),
    ...flaw(body.format === undefined || /^[a-z]+\/[a-z.+-]+$/u.test(String(body.format)), 'format'),
  ]
}

function flawsOfTarget(target: Fields): readonly string[] {
  const selectors = target.selector === undefined ? [] : [target.selector].flat()
  return [
    ...flaw(isIri(target.source), 'target source'),
    ...flaw(target.selector === undefined || selectors.length > 0, 'empty list of selectors'),
    ...selectors.flatMap((selector) => flawsOfSelector(fieldsOf(selector))),
  ]
}

function flawsOfSelector(selector: Fields): readonly string[] {
  if (hasType(selector, 'TextQuoteSelector')) {
    const optional = ['prefix', 'suffix'].every((name) => ['string', 'undefined'].includes(typeof selector[name]))
    return flaw(typeof selector.exact === 'string' && optional, 'TextQuoteSelector')
  }
  if (hasType(selector, 'TextPositionSelector')) {
    const { start, end } = selector
    return flaw(isCount(start) && isCount(end) && Number(start) <= Number(end), 'TextPositionSelector')
  }
  return ['unknown selector']
}

function flaw(holds: boolean, name: string): readonly string[] {
  return holds ? [] : [name]
}
function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {}
}
function hasType(value: Fields, type: string): boolean {
  return [value.type].flat().includes(type)
}
function isIri(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/iu.test(value)
}
function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}
/** xsd:dateTime, in UTC and said so with Z. */
function isUtcInstant(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/u.test(value)
}
function isAgent(value: unknown): boolean {
  return isFields(value) && (value.name === undefined || typeof value.name === 'string')
}
