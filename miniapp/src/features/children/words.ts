import type { Child, ChildSummary, Relation } from '@linli/contracts/children'
import { dateWords } from '../../shared/time-words'

export const relationWord: Record<Relation, string> = {
  mother: '妈妈',
  father: '爸爸',
  grandparent: '爷爷奶奶、外公外婆',
  relative: '其他亲属',
  other: '其他',
}

/** 2018年3月5日 */
export const fullDate = (day: string) => `${day.slice(0, 4)}年${dateWords(day)}`

/** `12345678` as it is read out: 1234 5678; six digits in threes. */
export function groupedCode(code: string): string {
  const half = code.length / 2
  return `${code.slice(0, half)} ${code.slice(half)}`
}

/** For the ear: one digit after the other. */
export const spokenCode = (code: string) => code.split('').join(' ')

/** What a list says about how far a child is: consent first, for without it nothing goes on. */
export function readiness(
  child: Pick<ChildSummary, 'consented' | 'refused' | 'verified' | 'frozen' | 'doubled'>,
): 'frozen' | 'doubled' | 'refused' | 'unasked' | 'unverified' | 'verified' {
  if (child.frozen !== null) return 'frozen'
  if (child.doubled) return 'doubled'
  if (child.refused) return 'refused'
  if (!child.consented) return 'unasked'
  return child.verified ? 'verified' : 'unverified'
}

/** Whoever reads the page decides, too. */
export const mayDecide = ({ knows }: Pick<ChildSummary, 'knows'>): boolean => knows

/** Two whom staff know: what cannot be brought back waits three days. */
export const isShared = ({ guardians }: Pick<Child, 'guardians'>): boolean =>
  guardians.filter((one) => one.verifiedAt !== null).length > 1

/** May the reader take this link back? The last one stays, a verified one is ended by staff. */
export function mayEnd(child: Pick<Child, 'knows' | 'guardians'>, link: Child['guardians'][number]): boolean {
  if (link.verifiedAt !== null || child.guardians.length < 2) return false
  return link.mine || child.knows
}
