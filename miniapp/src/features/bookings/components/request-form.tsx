import type { Room } from '@linli/contracts/rooms'
import { purposeWord } from '@linli/contracts/words'
import { faultText } from '../../../shared/http/problem-text'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Choice } from '../../../shared/forms/choice'
import { Counter } from '../../../shared/forms/counter'
import { Field } from '../../../shared/forms/field'
import { bookingsText } from '../text'
import type { BookingRequest } from '../use-request'

/** What the form shows and changes; of one booking, or of one every week. */
type Asking = Pick<
  BookingRequest,
  'draft' | 'change' | 'problem' | 'purpose' | 'attendees' | 'asksName' | 'waiting'
>

const peopleSteps = [5, 10, 20, 30, 50]

/** What was chosen last time is filled in; what decides is proposed, and chosen by the person. */
export function RequestForm({ room, request }: { room: Room; request: Asking }) {
  const { draft, change, problem, purpose, attendees } = request
  return (
    <>
      <Card title={bookingsText.purpose}>
        <Choice
          label={bookingsText.purpose}
          options={room.purposes.map((value) => ({ value, word: purposeWord[value] }))}
          chosen={purpose}
          onChoose={(value) => change({ purpose: value })}
        />
      </Card>
      {request.waiting && <MainlyFor request={request} />}
      <Card>
        <Counter
          id="attendees"
          label={bookingsText.people}
          value={attendees}
          most={room.capacity}
          step={5}
          proposed={peopleSteps.filter((n) => n < room.capacity)}
          word={bookingsText.about}
          help={bookingsText.holds(room.capacity)}
          fault={faultText(problem, 'body.attendees')}
          onChange={(value) => change({ attendees: value })}
        />
        {request.asksName && <ContactName request={request} />}
        <Field
          id="note"
          tall
          optional
          label={bookingsText.note}
          {...(room.runByUnit && { help: bookingsText.noteToUnit })}
          placeholder={bookingsText.noteHint}
          maxLength={300}
          value={draft.note}
          fault={faultText(problem, 'body.note')}
          onInput={(value) => change({ note: value })}
        />
      </Card>
    </>
  )
}

const groups = (['elders', 'minors', 'disabled', 'none'] as const).map((value) => ({
  value,
  word: bookingsText.wait.groups[value],
}))

/** Asked only in a line, because only there it counts. */
const MainlyFor = ({ request: { draft, change } }: { request: Asking }) => (
  <Card title={bookingsText.wait.mainlyFor}>
    <Choice
      label={bookingsText.wait.mainlyFor}
      options={groups}
      chosen={draft.mainlyFor}
      onChoose={(value) => change({ mainlyFor: value })}
    />
    <Box as="p" className="muted">
      {bookingsText.wait.mainlyForHelp}
    </Box>
  </Card>
)

const ContactName = ({ request }: { request: Asking }) => (
  <Field
    id="contact-name"
    kind="name"
    label={bookingsText.name}
    help={bookingsText.nameHelp}
    maxLength={30}
    value={request.draft.contactName}
    fault={faultText(request.problem, 'body.contactName')}
    onInput={(value) => request.change({ contactName: value })}
  />
)
