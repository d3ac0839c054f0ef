import '../components/room-desk.css'
import { useRouter } from '@tarojs/taro'
import { Choice } from '../../../shared/forms/choice'
import { Field } from '../../../shared/forms/field'
import { faultWithin } from '../../../shared/forms/field-faults'
import { back } from '../../../shared/navigation/navigate'
import { Answered } from '../../../shared/ui/answers/answered'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Lead } from '../../../shared/ui/lead'
import { Page } from '../../../shared/ui/page/page'
import { type Facility, useFacility } from '../api'
import { Chosen } from '../components/chosen'
import { HitsSheet } from '../components/hits-sheet'
import { People } from '../components/people'
import { Where } from '../components/where'
import { facilityText as text, listText } from '../text'
import { type FacilityEditing, useFacilityForm } from '../use-facility-form'
import { facilityOptions } from '../words'
import { FindHere } from '../../../shared/staff/find-in'

/** One facility; without an id a new one of a community. */
export default function EditFacilityPage() {
  const { id = '', community = '' } = useRouter().params
  const query = useFacility(id, id !== '')
  return (
    <Page title={id === '' ? text.newTitle : text.title} wide>
      {id === '' ? (
        <Editor read={null} community={community} />
      ) : (
        <Answered query={query} blocks={[200, 120, 120]}>
          {(read) => <Editor key={read.facility.id} read={read} community={read.facility.community} />}
        </Answered>
      )}
    </Page>
  )
}

function Editor({ read, community }: { read: Facility | null; community: string }) {
  const editing = useFacilityForm(read, community, back)
  return (
    <Box className="rd">
      <FindHere />
      <Lead picture="room" title={read?.facility.name}>
        {text.lead}
      </Lead>
      <Box className="rd__form">
        <About editing={editing} />
        <Where editing={editing} />
        <People
          editing={editing}
          hasKeeper={read?.facility.hasKeeper ?? false}
          partners={read?.partners ?? null}
        />
      </Box>
      <Refusal problem={editing.hits === null ? editing.problem : null}>
        {editing.readAgain !== null && <Button onTap={editing.readAgain}>{listText.readAgain}</Button>}
      </Refusal>
      <Button busy={editing.busy} onTap={editing.save}>
        {text.save}
      </Button>
      {editing.hits !== null && (
        <HitsSheet
          hits={editing.hits}
          busy={editing.busy}
          asStaff={read?.partners !== null}
          onYes={() => editing.write(editing.hits?.mark)}
          onClose={editing.putOff}
        />
      )}
    </Box>
  )
}

const holidays = (['open', 'closed'] as const).map((value) => ({ value, word: text.holiday[value] }))

function About({ editing: { form, set, problem } }: { editing: FacilityEditing }) {
  const field = (name: 'name' | 'address' | 'phone') => ({
    id: `facility-${name}`,
    label: text[name],
    value: form[name],
    fault: faultWithin(problem, name),
    onInput: (value: string) => set({ [name]: value }),
  })
  return (
    <Card title={text.title}>
      <Field {...field('name')} placeholder={text.nameHint} maxLength={40} />
      <Chosen label={text.kind} fault={faultWithin(problem, 'kind')}>
        <Choice
          label={text.kind}
          options={facilityOptions}
          chosen={form.kind}
          onChoose={(kind) => set({ kind })}
        />
      </Chosen>
      <Field {...field('address')} placeholder={text.addressHint} maxLength={80} />
      <Field {...field('phone')} kind="phone" help={text.phoneHelp} maxLength={30} optional />
      <Chosen label={text.holidays} fault={faultWithin(problem, 'holidays')}>
        <Choice
          label={text.holidays}
          options={holidays}
          chosen={form.holidays}
          onChoose={(chosen) => set({ holidays: chosen })}
        />
      </Chosen>
    </Card>
  )
}
