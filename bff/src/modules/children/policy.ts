/**
 * Who may do what with a child. Whom staff have verified reads and decides; before staff know anybody, whoever added the
 * child does, for it is their own words. Nobody else reads a tagged word (docs/product.md › Two guardians). SQL asks the same
 * of the view `deciding_guardians`.
 */

export interface LinkFact {
  id: string
  accountId: string
  place: number
  verifiedAt: string | null
  /** When staff first saw the papers: stays when another name of the child ends the verification. */
  knownAt: string | null
}

export interface Family<L extends LinkFact = LinkFact> {
  /** Live ones. */
  links: readonly L[]
  createdBy: string
  /** Staff have known a guardian of this child, also one whose link was ended. */
  everKnown: boolean
}

/** @returns undefined for whom the child does not exist (docs/product.md › Rule 7) */
export const linkOf = <L extends LinkFact>(links: readonly L[], accountId: string): L | undefined =>
  links.find((link) => link.accountId === accountId)

export const mayDecide = (link: LinkFact, { links, createdBy, everKnown }: Family): boolean =>
  link.verifiedAt !== null ||
  (links.every((other) => other.verifiedAt === null) &&
    (link.knownAt !== null || (link.accountId === createdBy && !everKnown)))

/**
 * Whoever decides, and whoever staff have known: that another one was verified before them takes nobody's ear. What is
 * told names no tagged word.
 */
export const isTold = (link: LinkFact, family: Family): boolean =>
  link.knownAt !== null || mayDecide(link, family)

/** To keep an adult away from a child takes papers; that the child is called otherwise since takes no bar out of a hand. */
export const mayBar = (link: LinkFact): boolean => link.knownAt !== null

/**
 * A link that staff have never known is taken back by its owner or by a guardian who decides; a verified one only by
 * staff. Whose verification another name of the child has ended is nobody's to remove but their own.
 */
export const mayEnd = (link: LinkFact, by: LinkFact, family: Family): boolean =>
  link.verifiedAt === null && (link.id === by.id || (link.knownAt === null && mayDecide(by, family)))

/** Two whom staff have seen: what cannot be undone waits for both. */
export const isShared = ({ links }: Pick<Family, 'links'>): boolean =>
  links.filter((link) => link.knownAt !== null).length > 1
