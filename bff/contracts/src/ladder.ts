/** The ladder of divisions. A code begins with the code of every division above it, so its length says which level it is. */

/** How many digits the code of each level has, the lowest first. */
export const digits = { community: 12, township: 9, county: 6, prefecture: 4, province: 2 } as const
export const ladder: readonly number[] = Object.values(digits)

export const isCommunity = (code: string): boolean => code.length === digits.community

/** The division of a level in which another one lies, or the code itself where it lies in none. */
export const divisionAt = (level: keyof typeof digits, code: string): string => code.slice(0, digits[level])

/** The division itself and all above it, nearest first. */
export const upwards = (code: string): string[] =>
  ladder.filter((length) => length <= code.length).map((length) => code.slice(0, length))

/** The same as far as somebody works there for this service: the prefecture is the whole deployment. */
export const officesFrom = (code: string): string[] =>
  upwards(code).filter((above) => above.length >= digits.prefecture)

/** Of those, the ones above communities: township, county, prefecture. */
export const officesAbove = (code: string): string[] =>
  officesFrom(code).filter((above) => !isCommunity(above))
