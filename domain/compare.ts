// One order for all lists: strings by UTF-16 units (so ISO dates and ids by time), numbers by value.

/** For sorting: negative, 0 or positive as `a` comes before, with or after `b`. */
export function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : Number(a > b)
}
