import type { NeedDetail } from '@linli/contracts/need-case'
import { cameByWord, relationWord } from '@linli/contracts/need-words'
import { needUnreached, refuseNeed, reopenNeed, toldMet, toldUnmet } from '@linli/contracts/needs'
import type { DeskParts } from '../../../shared/cases/desk-parts'
import { pages } from '../../../shared/navigation/pages'
import { spanWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { dial } from '../../../shared/ui/call-button'
import { Fact, Row } from '../../../shared/ui/row'
import { useNeedWords } from '../api'
import { wantedWords } from '../case-parts'
import { needFace } from '../face'
import { needCaseText, needDeskText } from '../text'
import { ArrangeSheet } from './arrange-sheet'

const told = { title: needDeskText.toldTitle, label: needDeskText.toldLabel, help: needDeskText.toldHelp }

/** Whoever asked in no app may read none. */
const byStaff: readonly string[] = ['counter', 'phone', 'visit']

/** When it is wished for; what it is about and where only after a tap, which says that it is recorded. */
function NeedFacts({ one }: { one: NeedDetail }) {
  const now = useNow()
  const { cameBy, relation, comesAt, leavesAt } = one.facts
  return (
    <>
      {cameBy !== 'self' && (
        <Fact name={needDeskText.cameBy}>
          {[cameByWord[cameBy], relation && `替${relationWord[relation]}`].filter(Boolean).join('，')}
        </Fact>
      )}
      {byStaff.includes(cameBy) && <Box className="muted">{needDeskText.unread}</Box>}
      <Fact name={needCaseText.when}>{wantedWords(one, now)}</Fact>
      {comesAt !== null && leavesAt !== null && (
        <Fact name={one.state === 'open' ? needDeskText.came : needDeskText.comes}>
          {spanWords(comesAt, leavesAt, now)}
        </Fact>
      )}
      {one.facts.task !== null && isLookedFor(one, now) && (
        <Row
          title={needDeskText.looking}
          under={needDeskText.lookingHelp}
          to={pages.deskTask(one.facts.task.id)}
        />
      )}
      {/* Asked anew where it was arranged anew. */}
      <Words key={`${one.state}${comesAt ?? ''}`} one={one} />
    </>
  )
}

function Words({ one }: { one: NeedDetail }) {
  const words = useNeedWords()
  if (words.data !== undefined) {
    const { wish, place, helper, person, phone } = words.data
    return (
      <>
        {person !== null && <Fact name={needDeskText.person}>{person}</Fact>}
        {phone !== null && (
          <Fact name={needDeskText.phone}>
            <Tap className="phone-link" onTap={() => dial(phone)}>
              {phone}
            </Tap>
          </Fact>
        )}
        <Fact name={needDeskText.wish}>{wish ?? needDeskText.noWords}</Fact>
        <Fact name={needDeskText.place}>{place ?? needDeskText.noPlace}</Fact>
        {helper !== null && (
          <Fact name={one.state === 'open' ? needDeskText.helperWas : needDeskText.helper}>{helper}</Fact>
        )}
      </>
    )
  }
  if (!one.canReadContact) return null
  return (
    <>
      <Refusal problem={words.error} />
      <Button look="plain" busy={words.isPending} onTap={() => words.mutate({ params: { id: one.id } })}>
        {needDeskText.see}
      </Button>
      <Box className="muted">{needDeskText.seeHelp}</Box>
    </>
  )
}

/** Volunteers are looked for already, and it has not begun. */
const isLookedFor = ({ facts: { task } }: NeedDetail, now: number): boolean =>
  task !== null && Date.parse(task.startsAt) > now

export const needDesk: DeskParts<NeedDetail> = {
  type: needFace.type,
  Facts: NeedFacts,
  acts: [
    { action: 'arrange', word: needDeskText.arrange, Sheet: ArrangeSheet },
    {
      action: 'arrange',
      word: needDeskText.volunteers,
      look: 'ghost',
      to: ({ id }) => pages.newTask(id),
      only: (one) => !isLookedFor(one, Date.now()),
    },
    { action: 'rearrange', word: needDeskText.rearrange, look: 'ghost', Sheet: ArrangeSheet },
    {
      action: 'told_met',
      word: needDeskText.toldMet,
      endpoint: toldMet,
      said: needDeskText.sent,
      note: told,
    },
    {
      action: 'told_unmet',
      word: needDeskText.toldUnmet,
      look: 'ghost',
      endpoint: toldUnmet,
      said: needDeskText.sent,
      note: told,
    },
    {
      action: 'unreached',
      word: needDeskText.unreached,
      look: 'danger',
      endpoint: needUnreached,
      said: needDeskText.sent,
      note: { title: needDeskText.unreachedTitle, label: needDeskText.tried, help: needDeskText.whyHelp },
    },
    {
      action: 'reopen',
      word: needDeskText.reopen,
      look: 'ghost',
      endpoint: reopenNeed,
      said: needDeskText.sent,
      note: {
        title: needDeskText.reopenTitle,
        label: needDeskText.why,
        help: needDeskText.whyHelp,
        usual: needDeskText.reopenUsual,
      },
    },
    {
      action: 'refuse',
      word: needDeskText.refuse,
      look: 'danger',
      endpoint: refuseNeed,
      said: needDeskText.sent,
      note: {
        title: needDeskText.refuseTitle,
        label: needDeskText.why,
        help: needDeskText.whyHelp,
        usual: needDeskText.refuseUsual,
      },
    },
  ],
}
