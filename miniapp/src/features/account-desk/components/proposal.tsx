import type { Papers } from '@linli/contracts/accounts'
import { faultText } from '../../../shared/http/problem-text'
import type { Place } from '../../../shared/staff/use-communities'
import { useShowFault } from '../../../shared/forms/use-show-fault'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Choice } from '../../../shared/forms/choice'
import { Field } from '../../../shared/forms/field'
import { PhoneCode } from '../../../shared/forms/phone-code'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { accountText, papersWord } from '../text'
import { useProposal } from '../use-proposal'

interface Props {
  places: readonly Place[]
  community: string
  onPlace: (community: string) => void
}

const allPapers = (Object.keys(papersWord) as Papers[]).map((value) => ({ value, word: papersWord[value] }))

/** Papers in hand, the name on them, the number that was, and the new one with its code. */
export function Proposal({ places, community, onPlace }: Props) {
  const form = useProposal(community)
  const { phone, papers } = form
  const { problem } = phone
  useShowFault(problem)
  const noPapers = faultText(problem, 'body.papers')
  return (
    <Card>
      <Refusal problem={problem?.errors.length === 0 ? problem : null} />
      {places.length > 1 && <Where places={places} community={community} onPlace={onPlace} />}
      <Box className="field ad__papers">
        <Box className="label">{accountText.papersAsk}</Box>
        <Choice
          label={accountText.papersAsk}
          options={allPapers}
          chosen={papers}
          faulty={noPapers !== null}
          onChoose={form.setPapers}
        />
        {noPapers !== null && (
          <Box className="field__fault" role="alert">
            {noPapers}
          </Box>
        )}
      </Box>
      <Person form={form} />
      <PhoneCode name="new-number" label={accountText.newPhone} form={phone} path="body.newPhone" />
      <Box as="p" className="muted">
        {accountText.newHelp}
      </Box>
      <Box className="after-card">
        <Button busy={phone.busy} onTap={phone.submit}>
          {accountText.submit}
        </Button>
      </Box>
    </Card>
  )
}

function Person({ form }: { form: ReturnType<typeof useProposal> }) {
  const { problem } = form.phone
  return (
    <>
      <Field
        id="person-name"
        kind="text"
        label={accountText.name}
        help={accountText.nameHelp}
        maxLength={60}
        value={form.name}
        fault={faultText(problem, 'body.name')}
        onInput={form.setName}
      />
      <Field
        id="person-known"
        kind="text"
        label={accountText.known}
        help={accountText.knownHelp}
        maxLength={30}
        value={form.known}
        fault={faultText(problem, 'body.known')}
        onInput={form.setKnown}
      />
    </>
  )
}

const Where = ({ places, community, onPlace }: Props) => (
  <Box className="field">
    <Box className="label">{accountText.place}</Box>
    <Choice
      label={accountText.place}
      options={places.map(({ code, name }) => ({ value: code, word: name }))}
      chosen={community}
      onChoose={onPlace}
    />
  </Box>
)
