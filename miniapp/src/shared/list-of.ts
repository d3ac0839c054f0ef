import { goTab, replaceWith } from './navigate'
import { pages } from './pages'
import { frameText } from './ui/text'

const lists: readonly [folder: string, word: string, to: string][] = [
  ['rooms', frameText.lists.rooms, pages.rooms],
  ['bookings', frameText.lists.rooms, pages.rooms],
  ['children', frameText.lists.children, pages.children],
  ['programmes', frameText.lists.programmes, pages.programmes],
  ['surveys', frameText.lists.surveys, pages.surveys],
  ['desk', frameText.lists.desk, pages.desk],
  ['follow-ups', frameText.lists.followUps, pages.followUps],
  ['programme-desk', frameText.lists.deskCare, pages.deskProgrammes],
  ['survey-desk', frameText.lists.deskSurveys, pages.deskSurveys],
]

interface List {
  word: string
  open: () => void
}

/** Where a thing of this page is listed, for whoever came with an address that is none; else among what was asked for. */
export function listOf(page: string | undefined): List {
  const childDays = page?.startsWith(pages.childDays('').split('?')[0] ?? '') === true
  const folder = childDays ? 'children' : page?.split('/')[2]
  const found = lists.find(([name]) => name === folder)
  if (found === undefined) return { word: frameText.lists.cases, open: () => goTab('cases') }
  const [, word, to] = found
  return { word, open: () => replaceWith(to) }
}
