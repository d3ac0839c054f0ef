import { type Notice, noticeOpens, type Opens } from '@linli/contracts/notices'
import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { dayOf } from '../../../shared/time/shanghai'
import { dayWords, momentWords, spanWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import type { IconName } from '../../../shared/ui/base/icon'
import { Row } from '../../../shared/ui/row'
import { StateTag } from '../../../shared/ui/tag'
import { noticesText, noticeWords } from '../text'

const places: Record<Opens['what'], (id: string) => string> = {
  rating: pages.rate,
  follow_up: pages.followUp,
  desk_case: pages.deskCase,
  handled_case: (id) => pages.adviserMatter(id, 'mine'),
  case: pages.case,
  alert: pages.careAlert,
  child_days: pages.childDays,
  child: pages.child,
  care_day: () => pages.careToday,
  line_moves: () => pages.deskProgrammes,
  handed_cases: () => pages.adviserMatters,
  contact_visits: () => pages.contactVisits,
  visits: () => pages.visits,
  elders: () => pages.elders,
  visit_figures: () => pages.visitFigures(),
  visit_family: () => pages.visitFamily,
  tasks: () => pages.tasks,
  teams: () => pages.teams,
}

function placeOf(notice: Notice, roles: readonly string[]): string | undefined {
  const opens = noticeOpens(notice, roles)
  return opens && places[opens.what](opens.id)
}

/** What it is about, and when that takes place, where it has a time of its own. */
function aboutWords({ at, facts: { title, startsAt, endsAt } }: Notice, now: number): string {
  const day = endsAt === at ? [] : [dayWords(dayOf(endsAt), now)]
  const span = startsAt === endsAt ? day : [spanWords(startsAt, endsAt, now)]
  return [title, ...span].filter(Boolean).join(' · ')
}

/** What it is about, by how its kind begins; a case that says nothing of itself is a letter like the others. */
const icons: readonly [RegExp, IconName][] = [
  [/^booking/, 'room'],
  [/^(offer|line)/, 'clock'],
  [/^(enrolment|draw|programme|child|guardian|care|barred|release)/, 'care'],
  [/^(rating|follow)/, 'chart'],
  [/^(task|need|team|record|paper)/, 'hand'],
  [/^visit/, 'people'],
]
const iconOf = (kind: string): IconName => icons.find(([begins]) => begins.test(kind))?.[1] ?? 'bell'

export function NoticeRow({ notice, now, onOpen }: { notice: Notice; now: number; onOpen: () => void }) {
  const { kind, read, facts } = notice
  const me = useMe()
  const to = placeOf(notice, me?.grants.map((grant) => grant.role) ?? [])
  return (
    <Row
      {...(to === undefined ? {} : { to })}
      onTap={onOpen}
      icon={iconOf(kind)}
      title={noticeWords(kind, facts, now)}
      under={
        <>
          <Box>{aboutWords(notice, now)}</Box>
          <Box>{noticesText.told(`${momentWords(notice.at, now)} `)}</Box>
        </>
      }
      end={read ? undefined : <StateTag tone="bad">{noticesText.unread}</StateTag>}
    />
  )
}
