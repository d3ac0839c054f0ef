import type { CaseDeclaration } from '@linli/contracts/case-declaration'
import type { CaseDetail, CaseSummary } from '@linli/contracts/cases'
import { pages } from '../navigation/pages'
import { dueWords, momentWords, spanWords } from '../time/time-words'
import type { Drawing } from '../ui/drawing'
import type { Tone } from '../ui/tone'
import { eventWords } from './event-words'
import type { Face, Reader, Standing } from './face'
import { toneOf } from './tone'

/** What a service says of itself; all else is made of it. */
export interface OwnFace<
  One extends CaseSummary = CaseSummary,
  Detail extends CaseDetail = CaseDetail,
> extends Partial<Omit<Face<One, Detail>, 'type' | 'tone'>> {
  name: string
  /** Both sides' declaration of the service; without one nothing is known of its states. */
  declaration?: Pick<CaseDeclaration, 'type' | 'states'>
  /** Its states, where it calls them otherwise than others do. */
  words?: Readonly<Record<string, string>>
  /** What a line keeps for somebody, e.g. 时段. */
  thing?: string
  /** The small drawing at the head of its tickets. */
  spot?: Drawing
}

/** Where a state has no word: whose turn it is. */
const turnWord: Readonly<Record<Standing['waitingFor'], string>> = {
  staff: '等社区处理',
  party: '等您处理',
  nobody: '看看进度',
}
const turnTone: Readonly<Record<Standing['waitingFor'], Tone>> = {
  staff: 'wait',
  party: 'bad',
  nobody: 'quiet',
}

/** What can be said of a case of any service from what every case has; a service gives what it says better. */
export function makeFace<One extends CaseSummary = CaseSummary, Detail extends CaseDetail = CaseDetail>(
  own: OwnFace<One, Detail>,
): Face<One, Detail> {
  const { declaration, words, thing, spot, ...given } = own
  const title = given.title ?? plainTitle
  const when = given.when ?? plainWhen
  const state = given.state ?? stateIn(declaration?.states, words ?? {}, thing ?? '')
  // The page of a case knows all that a list does, which type parameters cannot say.
  const asOne = (one: Detail) => one as CaseSummary as One
  return {
    type: declaration?.type ?? '',
    state,
    tone: toneIn(declaration?.states),
    title,
    when,
    row: (one, now) => ({ first: title(one), second: joined(own.name, when(one, now)) }),
    home: (one, now) => ({
      ...plainHome(one, title(one), when(one, now) || state(one, now, 'party')),
      ...(spot === undefined ? {} : { spot }),
    }),
    deskRow: (one, now) => ({
      quiet: state(one, now, 'staff'),
      first: title(one),
      second: [own.name, when(one, now)].filter(Boolean),
    }),
    deskDue: (_, dueAt, now) => dueWords(dueAt, now),
    head: (one, now) => ({ first: title(asOne(one)), second: when(asOne(one), now) }),
    deskHead: (one, now) => ({ first: title(asOne(one)), second: joined(own.name, when(asOne(one), now)) }),
    next: plainNext,
    event: eventWords(thing === undefined ? {} : { thing }),
    ahead: () => [],
    facts: () => [],
    acts: [],
    deskActs: [],
    ...given,
  }
}

const joined = (...words: string[]) => words.filter(Boolean).join(' · ')
/** A title within a sentence. */
export const inSentence = (title: string) => title.split(' · ').join('，')

function plainTitle({ title, nickname, number }: CaseSummary): string {
  return joined(nickname ?? '', title) || number
}

function plainWhen({ startsAt, endsAt }: CaseSummary, now: number): string {
  if (startsAt === null) return ''
  return endsAt === null ? momentWords(startsAt, now) : spanWords(startsAt, endsAt, now)
}

/** The state in words; of an offer until when it is kept. */
function stateIn(
  states: CaseDeclaration['states'] | undefined,
  words: Readonly<Record<string, string>>,
  thing: string,
) {
  return ({ state, lapsesAt, waitingFor }: Standing, now: number, reader: Reader): string => {
    if (state !== 'held' || lapsesAt === null)
      return words[state] ?? states?.[state]?.word ?? turnWord[waitingFor]
    const until = momentWords(lapsesAt, now)
    return reader === 'staff' ? `保留到 ${until}` : `${thing}为您保留到 ${until}`
  }
}

/** Where the states are not known, whose turn it is. */
const toneIn =
  (states: CaseDeclaration['states'] | undefined) =>
  ({ state, waitingFor }: Standing): Tone =>
    states === undefined ? turnTone[waitingFor] : toneOf(state, states[state], waitingFor)

function plainHome({ id, communityName }: CaseSummary, what: string, when: string) {
  const to = pages.case(id)
  return {
    when,
    what,
    where: communityName,
    to,
    tagged: true,
    asks: false,
    spoken: () => `${when}，${inSentence(what)}。`,
  }
}

function plainNext({ waitingFor, dueAt, overdue }: CaseDetail, now: number): string {
  if (waitingFor === 'party') return '等您处理，请看下面。'
  if (waitingFor === 'nobody') return '办到哪一步，看下面的进度。'
  if (overdue) return '社区已超过答复时间。您可以打电话催一下。'
  return dueAt === null ? '等社区处理。' : `等社区处理，最迟${momentWords(dueAt, now)} 前答复。`
}
