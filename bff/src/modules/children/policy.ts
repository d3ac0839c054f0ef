/**
 * Who may do what with a child. Once staff know one guardian, an unknown second one reads and decides nothing; SQL asks
 * the same of the view `deciding_guardians`.
 */

export interface LinkFact {
  id: string
  accountId: string
  place: number
  verifiedAt: string | null
}

/** @returns undefined for whom the child does not exist (PRODUCT.md, rule 7) */
export const linkOf = <L extends LinkFact>(links: readonly L[], accountId: string): L | undefined =>
  links.find((link) => link.accountId === accountId)

export const mayDecide = (link: LinkFact, links: readonly LinkFact[]): boolean =>
  link.verifiedAt !== null || links.every((other) => other.verifiedAt === null)

/** To keep an adult away from a child takes papers. */
export const mayBar = (link: LinkFact): boolean => link.verifiedAt !== null

/**
 * A link that staff have not verified is taken back by its owner, by a verified guardian or by the one who added the
 * child; a verified one only by staff.
 */
export const mayEnd = (link: LinkFact, by: LinkFact): boolean =>
  link.verifiedAt === null && (link.id === by.id || by.verifiedAt !== null || by.place === 1)
