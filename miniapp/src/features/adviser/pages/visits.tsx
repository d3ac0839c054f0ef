import type { VisitTask } from '@linli/contracts/contact-visits'
import type { Grant } from '@linli/contracts/identity'
import { useState } from 'react'
import { Choice } from '../../../shared/forms/choice'
import { pages } from '../../../shared/navigation/pages'
import { InCommunities } from '../../../shared/staff/in-communities'
import { NoScope, ScopeChoice } from '../../../shared/staff/scoped'
import type { Place } from '../../../shared/staff/use-communities'
import { useScope } from '../../../shared/staff/use-scope'
import { dayOf } from '../../../shared/time/shanghai'
import { dayWords, momentWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { dial } from '../../../shared/ui/call-button'
import { Card } from '../../../shared/ui/card'
import { Lead } from '../../../shared/ui/lead'
import { Fact } from '../../../shared/ui/row'
import { Page } from '../../../shared/ui/page/page'
import { say } from '../../../shared/ui/page/say'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { useFinishVisit, useVisited, useVisits } from '../api'
import { visitsText } from '../text'
import { FindHere } from '../../../shared/staff/find-in'

/** To whom staff and grid workers bring word. What about, this page does not know. */
export default function VisitsPage() {
  const scope = useScope('work')
  return (
    <Page title={visitsText.title}>
      <ScopeChoice scope={scope} />
      <FindHere />
      {scope.grant === null ? (
        <NoScope scope={scope} returnTo={pages.contactVisits} />
      ) : (
        <Of key={scope.grant.division} grant={scope.grant} />
      )}
    </Page>
  )
}

const Of = ({ grant }: { grant: Grant }) => (
  <InCommunities grant={grant}>{(places) => <InOne places={places} />}</InCommunities>
)

function InOne({ places }: { places: readonly [Place, ...Place[]] }) {
  const [code, setCode] = useState(places[0].code)
  const query = useVisits(code)
  const now = useNow()
  return (
    <>
      {places.length > 1 && (
        <Choice
          label={visitsText.community}
          options={places.map((one) => ({ value: one.code, word: one.name }))}
          chosen={code}
          onChoose={setCode}
        />
      )}
      <Lead picture="home">{visitsText.help}</Lead>
      <Answered query={query} blocks={[140, 140]}>
        {({ visits }) =>
          visits.length === 0 ? (
            <Blank picture="tea" title={visitsText.none} help={visitsText.noneHelp} />
          ) : (
            visits.map((one) => <Visit key={one.id} one={one} now={now} />)
          )
        }
      </Answered>
    </>
  )
}

function Visit({ one, now }: { one: VisitTask; now: number }) {
  const look = useVisited()
  const [asked, setAsked] = useState(false)
  const finish = useFinishVisit(() => {
    say(visitsText.finished)
    setAsked(false)
  })
  const given = { params: { id: one.id } }
  return (
    <Card>
      <Box className="strong">{visitsText.asked(dayWords(dayOf(one.askedAt), now))}</Box>
      <Box className="muted">{one.communityName}</Box>
      {one.doneAt !== null ? (
        <Box>{visitsText.done(momentWords(one.doneAt, now))}</Box>
      ) : (
        <Box className="after-card stack">
          <Who look={look} onLook={() => look.mutate(given)} />
          <Button needs={look.data === undefined && visitsText.finishNeeds} onTap={() => setAsked(true)}>
            {visitsText.finish}
          </Button>
        </Box>
      )}
      {asked && (
        <ConfirmSheet
          {...visitsText.finishSheet(look.data?.name ?? null)}
          problem={finish.error}
          busy={finish.isPending}
          onYes={() => finish.mutate({ ...given, body: {} })}
          onClose={() => setAsked(false)}
        />
      )}
    </Card>
  )
}

interface WhoProps {
  look: ReturnType<typeof useVisited>
  onLook: () => void
}

/** Name and telephone only after a tap, which says that it is recorded. */
function Who({ look, onLook }: WhoProps) {
  const { data } = look
  if (data === undefined) {
    return (
      <Box className="stack-tight">
        <Refusal problem={look.error} />
        <Button look="ghost" busy={look.isPending} onTap={onLook}>
          {visitsText.who}
        </Button>
        <Box className="muted">{visitsText.whoHelp}</Box>
      </Box>
    )
  }
  const { name, phone } = data
  return (
    <Box>
      <Fact name={visitsText.name}>{name ?? visitsText.unknown}</Fact>
      <Fact name={visitsText.phone}>
        {phone === null ? (
          visitsText.unknown
        ) : (
          <Tap className="phone-link" onTap={() => dial(phone)}>
            {phone}
          </Tap>
        )}
      </Fact>
    </Box>
  )
}
