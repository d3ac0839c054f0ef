import type { ChildAccess } from '@linli/contracts/child-access'
import type { Child, ChildSummary } from '@linli/contracts/children'
import { clockOf, dayOf, minuteInDay } from '../../shared/time/shanghai'
import { fullDate, momentWords } from '../../shared/time/time-words'
import { accessText, consentText } from './text'

/** One decision about a child's data: whose it was, what, and on which day. */
export function consentStep({ version, what, at, mine }: Child['consents'][number]) {
  const who = mine ? consentText.you : consentText.other
  return { what: `${who}${consentText.decided[what](version)}`, when: fullDate(dayOf(at)) }
}

/** What the page says first where no consent is in force: who took it back or refused, and when. */
export function notConsented({ refused, consents }: Pick<Child, 'refused' | 'consents'>) {
  const last = consents[consents.length - 1]
  if (!refused || last === undefined) return { title: consentText.needed, help: consentText.neededHelp }
  const { what, when } = consentStep(last)
  return { title: what, help: consentText.refusedHelp(when) }
}

const tagOrder = ['child', 'health', 'contact', 'legal'] as const

export interface Looks extends ChildAccess {
  /** The first of them; `at` is the last. */
  since: string
  times: number
}

const sameLook = (a: ChildAccess, b: ChildAccess): boolean =>
  a.reader === b.reader &&
  a.about === b.about &&
  dayOf(a.at) === dayOf(b.at) &&
  [...a.tags].sort().join() === [...b.tags].sort().join()

/** A list that is open for an hour is read anew every minute: one row for looks that follow each other. */
export function joinedLooks(records: readonly ChildAccess[]): Looks[] {
  const joined: Looks[] = []
  for (const one of records) {
    const last = joined.at(-1)
    if (last && sameLook(last, one)) joined.splice(-1, 1, { ...last, since: one.at, times: last.times + 1 })
    else joined.push({ ...one, since: one.at, times: 1 })
  }
  return joined
}

/** Looks as one row: who saw what, when, and for which programme. */
export function lookWords({ at, since, times, reader, tags, about }: Looks, now: number) {
  const seen = tagOrder.filter((tag) => tags.includes(tag)).map((tag) => accessText.tag[tag])
  const when =
    times === 1
      ? momentWords(at, now)
      : accessText.looks(momentWords(since, now), clockOf(minuteInDay(dayOf(at), at)), times)
  return {
    title: accessText.read(reader, seen.join('、')),
    under: `${when} · ${about ?? accessText.papers}`,
  }
}

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
