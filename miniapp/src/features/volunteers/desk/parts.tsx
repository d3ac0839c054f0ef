import type { VolunteerDetail } from '@linli/contracts/volunteer-case'
import { skillWord } from '@linli/contracts/volunteer-words'
import { endVolunteer, refuseVolunteer, verifyVolunteer } from '@linli/contracts/volunteers'
import type { DeskParts } from '../../../shared/cases/desk-parts'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Fact } from '../../../shared/ui/row'
import { useChildName } from '../api'
import { Availability } from '../case-parts'
import { volunteerFace } from '../face'
import { volunteerDeskText as words } from '../text'
import { AddPaperSheet, RevokePaperSheet } from './paper-sheets'

const Facts = ({ one }: { one: VolunteerDetail }) => (
  <>
    {one.facts.isMinor && <Child one={one} />}
    <Availability one={one} noPapers={words.noPapers} />
    <OnRoster one={one} />
  </>
)

/** What a roster that was brought along says of whoever has this number. */
function OnRoster({ one: { facts } }: { one: VolunteerDetail }) {
  if (facts.roster === null) return null
  const { sameName, skills, team } = facts.roster
  const proposed = [...skills.map((each) => skillWord[each]), ...(team === null ? [] : [team])]
  return (
    <>
      <Fact name={words.onRoster}>{sameName ? words.sameName : words.otherName}</Fact>
      {proposed.length > 0 && <Fact name={words.proposed}>{proposed.join('、')}</Fact>}
    </>
  )
}

/** Which child it is, on record; whom to call below is the guardian. */
function Child({ one }: { one: VolunteerDetail }) {
  const look = useChildName()
  return (
    <>
      <Fact name={words.who}>{words.minor}</Fact>
      {look.data !== undefined ? (
        <Fact name={words.child}>{look.data.name}</Fact>
      ) : (
        one.canReadContact && (
          <>
            <Refusal problem={look.error} />
            <Button look="plain" busy={look.isPending} onTap={() => look.mutate({ params: { id: one.id } })}>
              {words.seeChild}
            </Button>
            <Box className="muted">{words.seeHelp}</Box>
          </>
        )
      )}
    </>
  )
}

const why = { label: words.why, help: words.whyHelp }

export const volunteerDesk: DeskParts<VolunteerDetail> = {
  type: volunteerFace.type,
  Facts,
  acts: [
    {
      action: 'verify',
      word: words.verify,
      endpoint: verifyVolunteer,
      said: words.verified,
      confirm: words.verifyConfirm,
    },
    {
      action: 'refuse',
      word: words.refuse,
      look: 'danger',
      endpoint: refuseVolunteer,
      said: words.sent,
      note: { title: words.refuseTitle, usual: words.refuseUsual, ...why },
    },
    { action: 'add_paper', word: words.addPaper, Sheet: AddPaperSheet },
    { action: 'revoke_paper', word: words.revokePaper, look: 'ghost', Sheet: RevokePaperSheet },
    {
      action: 'end',
      word: words.end,
      look: 'danger',
      endpoint: endVolunteer,
      said: words.sent,
      note: { title: words.endTitle, ...why },
    },
  ],
}
